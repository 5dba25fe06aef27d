package golubika.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The letters of one kind on their way through one channel. Kinds do not wait for each other.
final class Route {

    private static final Logger log = LoggerFactory.getLogger(Route.class);

    private final Message.Kind kind;
    private final Channel channel;
    private final WaitingLetters letters;
    private final Clock clock;
    private final AtomicInteger nudges = new AtomicInteger();
    private volatile Instant rest = Instant.MIN;

    Route(Message.Kind kind, Channel channel, WaitingLetters letters, Clock clock) {
        this.kind = kind;
        this.channel = channel;
        this.letters = letters;
        this.clock = clock;
    }

    boolean keepsSecrets() {
        return channel.keepsSecrets();
    }

    /// Starts a round soon; of many calls at once, one round or two see to all.
    void nudge(Executor rounds) {
        if (nudges.getAndIncrement() == 0) {
            rounds.execute(this::answerNudges);
        }
    }

    /// Sends what is due now. Returns how many letters left.
    int deliver() {
        var sent = 0;
        while (!clock.instant().isBefore(rest)) {
            var next = letters.claim(kind);
            if (next.isEmpty()) {
                break;
            }
            sent += send(next.get()) ? 1 : 0;
        }
        return sent;
    }

    private void answerNudges() {
        int answered;
        do {
            answered = nudges.get();
            try {
                deliver();
            } catch (RuntimeException e) {
                log.warn("a round for letters broke off; the next one goes on", e);
            }
        } while (nudges.addAndGet(-answered) > 0);
    }

    // What a server says may name the person, so the log has the letter's id and the kind of failure only.
    private boolean send(Letter letter) {
        var id = letter.id();
        try {
            channel.send(letter);
            letters.sent(id);
            return true;
        } catch (Channel.Refused e) {
            log.warn("letter {} is refused for good", id);
            letters.givenUp(id, String.valueOf(e.getMessage()));
        } catch (Channel.Busy e) {
            rest = clock.instant().plus(e.pause());
            log.warn("{}: nothing is taken for {}", kind, e.pause());
            letters.putOff(letter, rest, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn(
                    "letter {} could not be sent, try {}: {}",
                    id,
                    letter.tries(),
                    e.getClass().getSimpleName());
            letters.failed(letter, String.valueOf(e.getMessage()));
        }
        return false;
    }
}
