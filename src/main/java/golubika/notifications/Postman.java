package golubika.notifications;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Brings waiting letters on their way: at once after they were put, and again and again by a job. Each arrives at
/// least once; a repeat after a crash bears the same id.
@Component
class Postman implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final WaitingLetters letters;
    private final Optional<Channel> channel;
    private final AtomicInteger nudges = new AtomicInteger();
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();

    /// @param channels the first of them by order is used
    Postman(WaitingLetters letters, ObjectProvider<Channel> channels) {
        this.letters = letters;
        this.channel = channels.orderedStream().findFirst();
        if (channel.isEmpty()) {
            log.warn("letters wait in the outbox: spring.mail.host names no mail server");
        }
    }

    Optional<Channel> channel() {
        return channel;
    }

    /// Starts a round soon, in the background; of many calls at once, one round or two see to all.
    void nudge() {
        if (channel.isPresent() && nudges.getAndIncrement() == 0 && !rounds.isShutdown()) {
            rounds.execute(this::answerNudges);
        }
    }

    /// Sends what is due now. Returns how many letters left.
    int deliver() {
        return channel.map(this::deliver).orElse(0);
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

    private int deliver(Channel way) {
        var sent = 0;
        for (var next = letters.claim(); next.isPresent(); next = letters.claim()) {
            sent += send(way, next.get()) ? 1 : 0;
        }
        return sent;
    }

    // What a mail server says may name the person, so the log has the letter's id and the kind of failure only.
    private boolean send(Channel way, WaitingLetters.Claimed claimed) {
        var id = claimed.letter().id();
        try {
            way.send(claimed.letter());
            letters.sent(id);
            return true;
        } catch (Channel.Refused e) {
            log.warn("letter {} is refused for good", id);
            letters.givenUp(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.warn(
                    "letter {} could not be sent, try {}: {}",
                    id,
                    claimed.tries(),
                    e.getClass().getSimpleName());
            letters.failed(claimed, String.valueOf(e.getMessage()));
        }
        return false;
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.shutdown();
        if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("a letter was still under way; it is tried again after the next start");
        }
    }
}
