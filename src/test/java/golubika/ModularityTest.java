package golubika;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modules_depend_one_way_and_keep_their_insides() {
        ApplicationModules.of(Golubika.class).verify();
    }
}
