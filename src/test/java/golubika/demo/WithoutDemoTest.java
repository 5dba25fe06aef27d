package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WithoutDemoTest {

    @Autowired
    Visitors visitors;

    @Test
    void neither_page_nor_inbox_exists() {
        assertThat(visitors.guest().get("/demo").status()).isEqualTo(404);
        assertThat(visitors.guest().get("/demo/inbox").status()).isEqualTo(404);
        assertThat(visitors.guest()
                        .get("/demo/inbox", "Accept", "application/json")
                        .status())
                .isEqualTo(404);
    }
}
