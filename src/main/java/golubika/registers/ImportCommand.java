package golubika.registers;

import golubika.site.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// `import [--data DIR] FILE|FOLDER…` on the command line: loads registers into the portal's database, whether the
/// portal runs or not. Of a folder it takes the files that are registers by their suffix.
public final class ImportCommand {

    private static final int MISUSED = 2;
    private static final List<String> SUFFIXES = List.of(".csv", ".yaml", ".yml", ".json");

    private ImportCommand() {}

    private record Words(List<String> options, List<Path> files) {}

    /// @param words files, folders, `--data DIR`, and settings of the portal as `--name=value`, in any order
    /// @return 0 when every file is in, 1 when one was refused, 2 when the words were not understood
    public static int run(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return understand(List.of(words))
                .map(understood -> load(understood, out))
                .orElseGet(() -> {
                    out.println(ResourceBundle.getBundle("messages.registers", Locale.ROOT)
                            .getString("registers.import.usage"));
                    return MISUSED;
                });
    }

    private static int load(Words words, PrintStream out) {
        try (var portal = new SpringApplicationBuilder(ImportSetup.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(words.options().toArray(String[]::new))) {
            var screen = new ImportScreen(out, portal.getBean(Texts.class), portal.getBean(Clock.class));
            return new ImportRun(portal.getBean(Registers.class), screen).load(words.files());
        }
    }

    private static Optional<Words> understand(List<String> words) {
        var options = new ArrayList<String>();
        var files = new ArrayList<Path>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--data") && word.hasNext()) {
                options.add("--golubika.data=" + word.next());
            } else if (next.startsWith("--data=")) {
                options.add("--golubika." + next.substring(2));
            } else if (next.startsWith("--") && next.contains("=")) {
                options.add(next);
            } else if (next.startsWith("-") || !Files.isReadable(Path.of(next))) {
                return Optional.empty();
            } else {
                files.addAll(registers(Path.of(next)));
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new Words(options, files));
    }

    private static List<Path> registers(Path named) {
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> inside = Files.list(named)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> SUFFIXES.stream()
                            .anyMatch(suffix ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(suffix)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
