package golubika.registers;

import golubika.site.CommandLine;
import golubika.site.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// `import [--data DIR] FILE|FOLDER…` on the command line: loads registers into the portal's database, whether the
/// portal runs or not. Of a folder it takes the files that are registers by their suffix.
public final class ImportCommand {

    private static final List<String> SUFFIXES = List.of(".csv", ".yaml", ".yml", ".json");

    private ImportCommand() {}

    private record Words(CommandLine line, List<Path> files) {}

    /// @param words files, folders, `--data DIR`, and settings of the portal as `--name=value`, in any order
    /// @return 0 when every file is in, 1 when one was refused, 2 when the words were not understood
    public static int run(String[] words) {
        var out = CommandLine.screen();
        return CommandLine.read(words, Set.of(), Set.of())
                .flatMap(ImportCommand::understand)
                .map(understood -> load(understood, out))
                .orElseGet(() -> CommandLine.misused(out, "registers", "registers.import.usage"));
    }

    private static int load(Words words, PrintStream out) {
        return words.line().in(ImportSetup.class, portal -> {
            var screen = new ImportScreen(out, portal.getBean(Texts.class), portal.getBean(Clock.class));
            return new ImportRun(portal.getBean(Registers.class), screen).load(words.files());
        });
    }

    private static Optional<Words> understand(CommandLine line) {
        var named = line.words().stream().map(Path::of).toList();
        var files = named.stream()
                .filter(Files::isReadable)
                .flatMap(path -> registers(path).stream())
                .toList();
        return files.isEmpty() || !named.stream().allMatch(Files::isReadable)
                ? Optional.empty()
                : Optional.of(new Words(line, files));
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
