package golubika.site;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What stands behind the name of a command: `bin/run import --data DIR file.csv`.
///
/// @param settings of the portal, as `--name=value`; `--data DIR` is one of them
/// @param options  of the command itself, without dashes; those that stand alone have an empty value
/// @param words    all the rest, in its order
public record CommandLine(List<String> settings, Map<String, String> options, List<String> words) {

    private static final int MISUSED = 2;
    private static final String DATA = "data";

    public CommandLine {
        settings = List.copyOf(settings);
        options = Map.copyOf(options);
        words = List.copyOf(words);
    }

    /// Understands what was written; empty when an option is nobody's, or lacks its value.
    ///
    /// @param valued options of the command that a value follows
    /// @param alone  options of the command that stand alone
    public static Optional<CommandLine> read(String[] written, Set<String> valued, Set<String> alone) {
        var settings = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (var word = List.of(written).iterator(); word.hasNext(); ) {
            var next = word.next();
            var cut = next.split("=", 2);
            var name = cut[0].startsWith("--") ? cut[0].substring(2) : "";
            if (name.equals(DATA) || valued.contains(name)) {
                if (cut.length == 1 && !word.hasNext()) {
                    return Optional.empty();
                }
                var value = cut.length == 2 ? cut[1] : word.next();
                if (name.equals(DATA)) {
                    settings.add("--golubika.data=" + value);
                } else {
                    options.put(name, value);
                }
            } else if (alone.contains(name) && cut.length == 1) {
                options.put(name, "");
            } else if (!name.isEmpty() && cut.length == 2) {
                settings.add(next);
            } else if (next.startsWith("-")) {
                return Optional.empty();
            } else {
                words.add(next);
            }
        }
        return Optional.of(new CommandLine(settings, options, words));
    }

    /// Does the deed in the part of the portal that `setup` names, beside a running portal or alone.
    ///
    /// @return what the deed returns: the exit code
    public int in(Class<?> setup, ToIntFunction<ConfigurableApplicationContext> deed) {
        try (var portal = new SpringApplicationBuilder(setup)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new))) {
            return deed.applyAsInt(portal);
        }
    }

    /// Tells how the command is written.
    ///
    /// @param usage a text of the catalogue's file `module`
    /// @return the exit code
    public static int misused(PrintStream out, String module, String usage) {
        out.println(ResourceBundle.getBundle("messages." + module, Locale.ROOT).getString(usage));
        return MISUSED;
    }

    /// The standard output, in UTF-8 whatever the terminal says.
    public static PrintStream screen() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
