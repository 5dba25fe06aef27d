package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.CODE_BY_NETWORK;

import golubika.limits.Limits;
import golubika.limits.Network;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Confirming by the code of an SMS. Whoever types it has a session of the very attempt, so the code shows the one
/// thing that is missing: that the phone is theirs. For a phone that somebody owns already no code was sent, and none
/// is right.
@Component
public class TypedCodes {

    private final Codes codes;
    private final Confirmations confirmations;
    private final Consents consents;
    private final Limits limits;

    TypedCodes(Codes codes, Confirmations confirmations, Consents consents, Limits limits) {
        this.codes = codes;
        this.confirmations = confirmations;
        this.consents = consents;
        this.limits = limits;
    }

    /// What became of typing a code.
    public sealed interface Outcome {
        /// Confirmed; the person may be let in.
        record Welcome(Subscriber subscriber, Standing standing) implements Outcome {}

        /// @param left tries that remain
        record Wrong(int left) implements Outcome {}

        record Outdated() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause) implements Outcome {}
    }

    /// @param waiting the attempt whose session it is, as read before
    /// @param digits  six of them
    /// @param address network address of who is asking
    public Outcome confirm(Resending.Waiting waiting, String digits, String address) {
        var network = Network.of(address).value();
        if (!limits.take(CODE_BY_NETWORK, network)) {
            return new Outcome.TooOften(limits.wait(CODE_BY_NETWORK, network));
        }
        return switch (codes.check(waiting.subscriber().value(), digits)) {
            case Codes.Check.Wrong(var left) -> new Outcome.Wrong(left);
            case Codes.Check.Outdated _ -> new Outcome.Outdated();
            case Codes.Check.Right _ -> {
                limits.giveBack(CODE_BY_NETWORK, network);
                yield confirm(waiting);
            }
        };
    }

    private Outcome confirm(Resending.Waiting waiting) {
        return confirmations.confirm(waiting) instanceof Confirmations.Link.Confirmed(var subscriber, var login)
                ? new Outcome.Welcome(new Subscriber(subscriber, login), consents.standing(subscriber))
                : new Outcome.Outdated();
    }
}
