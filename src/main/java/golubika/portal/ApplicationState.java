package golubika.portal;

import golubika.accounts.PinApplication;
import golubika.accounts.PinApplication.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the person's PIN application stands, on the page of the account.
///
/// @param due    the supplier answers until then
/// @param closed the day of the answer
/// @param to     masked contact that the PIN went to
/// @param until  last day of the PIN
public record ApplicationState(
        Stage stage,
        String number,
        LocalDate sent,
        LocalDate due,
        @Nullable LocalDate closed,
        @Nullable Refusal refusal,
        String said,
        @Nullable String to,
        @Nullable LocalDate until) {

    /// What the person has to do with it.
    public enum Stage {
        /// Wait.
        SENT,
        /// Ask: the day of the answer is over.
        LATE,
        /// Type the PIN in.
        GRANTED,
        /// Ask for another PIN: nobody has typed this one in.
        OUTDATED,
        /// Read why, and mend it.
        REFUSED
    }

    /// Empty when there is nothing to do any more.
    static Optional<ApplicationState> of(PinApplication application, Instant now, ZoneId zone) {
        return stage(application, now, zone)
                .map(stage -> new ApplicationState(
                        stage,
                        Integer.toString(application.number()),
                        day(application.sentAt(), zone),
                        application.dueOn(),
                        application.closedAt() == null ? null : day(application.closedAt(), zone),
                        application.refusal(),
                        application.said() == null ? "" : application.said(),
                        application.sentTo(),
                        application.pinUntil() == null ? null : day(application.pinUntil(), zone)));
    }

    public boolean isWindow() {
        return stage == Stage.GRANTED;
    }

    /// While one waits there is no other.
    public boolean isWaiting() {
        return stage == Stage.SENT || stage == Stage.LATE;
    }

    private static Optional<Stage> stage(PinApplication application, Instant now, ZoneId zone) {
        return switch (application.state()) {
            case SENT -> Optional.of(day(now, zone).isAfter(application.dueOn()) ? Stage.LATE : Stage.SENT);
            case GRANTED -> Optional.of(application.opensAt(now) ? Stage.GRANTED : Stage.OUTDATED);
            case REFUSED -> Optional.of(Stage.REFUSED);
            case WITHDRAWN, ENDED, USED -> Optional.empty();
        };
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone);
    }
}
