package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class SeenKeysTest {

    @Property
    void a_key_that_comes_again_is_always_noticed(
            @ForAll @Size(min = 1, max = 3000) @UniqueElements List<Long> keys, @ForAll int which) {
        var seen = new SeenKeys();
        keys.forEach(key -> see(seen, key, "M1"));
        see(seen, keys.get(Math.floorMod(which, keys.size())), "M1");
        assertThat(seen.mayRepeat()).isTrue();
    }

    @Test
    void keys_that_differ_in_any_part_are_told_apart() {
        var seen = new SeenKeys();
        for (var account = 0L; account < 200_000; account++) {
            see(seen, account, "M1");
            see(seen, account, "M2");
        }
        assertThat(seen.mayRepeat()).isFalse();
    }

    @Test
    void parts_do_not_run_into_each_other() {
        var seen = new SeenKeys();
        see(seen, "ab", "c");
        see(seen, "a", "bc");
        see(seen, "abc", "");
        assertThat(seen.mayRepeat()).isFalse();
    }

    @Test
    void more_keys_than_are_remembered_prove_nothing() {
        var seen = new SeenKeys();
        for (var account = 0L; account < 5_000_000; account++) {
            see(seen, account, "");
        }
        assertThat(seen.mayRepeat()).isTrue();
    }

    private static void see(SeenKeys seen, long account, String id) {
        seen.part(account);
        part(seen, id);
        seen.end();
    }

    private static void see(SeenKeys seen, String first, String second) {
        part(seen, first);
        part(seen, second);
        seen.end();
    }

    private static void part(SeenKeys seen, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        seen.part(bytes, 0, bytes.length);
    }
}
