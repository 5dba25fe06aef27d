package golubika.support.web;

import golubika.site.FieldErrors;
import golubika.subscribers.RobotPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Page 14, «Напишите нам», with «Мои обращения» beside it; for guests with their own fields.
///
/// @param accounts   empty for guests
/// @param again      the form comes back, and its files are to be chosen again
/// @param guest      null for subscribers
/// @param suppliers  all of them, for guests who have chosen none
/// @param hasMore    there are older requests than those of `mine`
public record AskPage(
        UUID form,
        List<String> lead,
        List<Choice> topics,
        List<Choice> accounts,
        String text,
        boolean again,
        @Nullable Guest guest,
        List<RequestItem> mine,
        boolean hasMore,
        List<Help> helps,
        List<Help> suppliers,
        FieldErrors errors) {

    /// What guests fill in besides.
    public record Guest(String mail, List<Choice> suppliers, String number, RobotPart robot) {}
}
