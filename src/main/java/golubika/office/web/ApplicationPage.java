package golubika.office.web;

import golubika.office.web.Comparison.Match;
import golubika.site.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One PIN application, what was written beside what the supplier knows.
///
/// @param path     of this page
/// @param account  number as printed
/// @param lines    what can be compared; empty once what was written is forgotten
/// @param comment  what the person has added, possibly empty
/// @param sent     when, in words
/// @param due      null once it is closed
/// @param dueOn    the last day of answering, in words
/// @param outcome  in words; null while it waits
/// @param refusal  why it was refused; null otherwise
/// @param said     what was added to that
/// @param revocable whether a PIN is out that nobody has typed in
/// @param form     the form of refusing; null on the page that compares
public record ApplicationPage(
        Head head,
        String path,
        String account,
        String number,
        List<Line> lines,
        String comment,
        String sent,
        @Nullable Due due,
        String dueOn,
        @Nullable String outcome,
        @Nullable String refusal,
        String said,
        boolean revocable,
        @Nullable RefusalForm form) {

    /// @param name    key of what is compared
    /// @param written as the person wrote it
    /// @param known   as the supplier's data say
    public record Line(String name, String written, String known, Match match) {

        public String tone() {
            return switch (match) {
                case SAME -> "ok";
                case DIFFERENT -> "bad";
                case NOT_WRITTEN, UNKNOWN -> "mute";
            };
        }

        public String icon() {
            return switch (match) {
                case SAME -> "check";
                case DIFFERENT -> "error";
                case NOT_WRITTEN, UNKNOWN -> "help";
            };
        }
    }

    /// Whether nothing but what neighbours know has been shown to be right.
    public boolean isKnownToNeighbours() {
        return lines.stream().noneMatch(line -> line.name().equals("serial") && line.match() == Match.SAME);
    }

    /// @param chosen the reason that is ticked, possibly none
    public record RefusalForm(List<String> reasons, String chosen, String said, FieldErrors errors) {}
}
