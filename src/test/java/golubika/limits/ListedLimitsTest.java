package golubika.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `docs/limits.md` is what an operator reads: it lists each limit of the code, as it is.
class ListedLimitsTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void each_limit_stands_in_the_docs_with_its_size_and_pause() throws Exception {
        assertThat(inDocs()).isEqualTo(inCode()).hasSizeGreaterThan(5);
    }

    private static Map<String, String> inDocs() throws IOException {
        var listed = new TreeMap<String, String>();
        Files.readAllLines(Path.of("docs", "limits.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .forEach(cells -> listed.put(cells.get(1).replace("`", ""), cells.get(4) + ", " + cells.get(5)));
        return listed;
    }

    private static Map<String, String> inCode() throws Exception {
        var constants = new TreeMap<String, String>();
        for (var type : classes()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getType() == Limit.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    var limit = (Limit) field.get(null);
                    assertThat(constants.put(limit.name(), limit.size() + ", " + words(limit.refill())))
                            .as("the name %s twice", limit.name())
                            .isNull();
                }
            }
        }
        return constants;
    }

    private static List<Class<?>> classes() throws IOException {
        try (var files = Files.walk(CLASSES.resolve("golubika"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ListedLimitsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `5 minutes`, `day`.
    private static String words(Duration pause) {
        if (pause.toSeconds() % 86_400 == 0) {
            return words(pause.toDays(), "day");
        }
        if (pause.toSeconds() % 3_600 == 0) {
            return words(pause.toHours(), "hour");
        }
        return pause.toSeconds() % 60 == 0 ? words(pause.toMinutes(), "minute") : words(pause.toSeconds(), "second");
    }

    private static String words(long count, String unit) {
        return count == 1 ? unit : count + " " + unit + "s";
    }
}
