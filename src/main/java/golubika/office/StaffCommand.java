package golubika.office;

import golubika.site.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// `staff add|list|block|password …` on the command line: who works in the office, whether the portal runs or not.
/// There is no other way to become staff.
public final class StaffCommand {

    private static final int MISUSED = 2;

    private StaffCommand() {}

    private record Words(List<String> options, List<String> words) {}

    /// @param words `add LOGIN NAME SUPPLIER`, `list`, `block LOGIN` or `password LOGIN`; `--data DIR` and settings of
    ///              the portal as `--name=value` anywhere among them
    /// @return 0 when it is done, 1 when it cannot be, 2 when the words were not understood
    public static int run(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return understand(List.of(words))
                .map(understood -> act(understood, out))
                .orElseGet(() -> {
                    out.println(ResourceBundle.getBundle("messages.office", Locale.ROOT)
                            .getString("office.staff.usage"));
                    return MISUSED;
                });
    }

    private static int act(Words said, PrintStream out) {
        try (var portal = new SpringApplicationBuilder(StaffSetup.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(said.options().toArray(String[]::new))) {
            var roster = new StaffRoster(portal, portal.getBean(Texts.class), out);
            var words = said.words();
            return switch (words.getFirst()) {
                case "add" -> roster.add(words.get(1), words.get(2), words.get(3));
                case "block" -> roster.block(words.get(1));
                case "password" -> roster.renew(words.get(1));
                default -> roster.list();
            };
        }
    }

    private static Optional<Words> understand(List<String> all) {
        var options = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (var word = all.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--data") && word.hasNext()) {
                options.add("--golubika.data=" + word.next());
            } else if (next.startsWith("--data=")) {
                options.add("--golubika." + next.substring(2));
            } else if (next.startsWith("--") && next.contains("=")) {
                options.add(next);
            } else {
                words.add(next);
            }
        }
        return isUnderstood(words) ? Optional.of(new Words(options, words)) : Optional.empty();
    }

    private static boolean isUnderstood(List<String> words) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "add" -> words.size() == 4;
            case "block", "password" -> words.size() == 2;
            case "list" -> words.size() == 1;
            default -> false;
        };
    }
}
