package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void settings_options_and_words_are_told_apart_in_any_order() {
        assertThat(read("kaluga", "--into", "print", "--data", "d", "2026-10", "--again", "--server.port=1"))
                .contains(new CommandLine(
                        List.of("--golubika.data=d", "--server.port=1"),
                        Map.of("into", "print", "again", ""),
                        List.of("kaluga", "2026-10")));
        assertThat(read("--data=d").orElseThrow().settings()).containsExactly("--golubika.data=d");
        assertThat(read("--into=a=b").orElseThrow().options()).containsExactly(Map.entry("into", "a=b"));
    }

    @Test
    void an_option_of_nobody_or_without_its_value_is_not_understood() {
        assertThat(read("--nonsense")).isEmpty();
        assertThat(read("-x")).isEmpty();
        assertThat(read("kaluga", "--into")).isEmpty();
        assertThat(read("--data")).isEmpty();
    }

    private static Optional<CommandLine> read(String... written) {
        return CommandLine.read(written, Set.of("into"), Set.of("again"));
    }
}
