package golubika.office;

import golubika.site.CommandLine;
import golubika.site.Texts;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/// `staff add|list|block|password …` on the command line: who works in the office, whether the portal runs or not.
/// There is no other way to become staff.
public final class StaffCommand {

    private StaffCommand() {}

    /// @param words `add LOGIN NAME SUPPLIER`, `list`, `block LOGIN` or `password LOGIN`; `--data DIR` and settings of
    ///              the portal as `--name=value` anywhere among them
    /// @return 0 when it is done, 1 when it cannot be, 2 when the words were not understood
    public static int run(String[] words) {
        var out = CommandLine.screen();
        return CommandLine.read(words, Set.of(), Set.of())
                .filter(line -> isUnderstood(line.words()))
                .map(line -> line.in(StaffSetup.class, portal -> act(line.words(), portal, out)))
                .orElseGet(() -> CommandLine.misused(out, "office", "office.staff.usage"));
    }

    private static int act(List<String> words, ApplicationContext portal, PrintStream out) {
        var roster = new StaffRoster(portal, portal.getBean(Texts.class), out);
        return switch (words.getFirst()) {
            case "add" -> roster.add(words.get(1), words.get(2), words.get(3));
            case "block" -> roster.block(words.get(1));
            case "password" -> roster.renew(words.get(1));
            default -> roster.list();
        };
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
