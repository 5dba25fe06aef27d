package golubika.payments;

import golubika.limits.Limit;
import golubika.limits.Limits;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Takes a provider's notice: stores it, and asks the provider afterwards. Its claims are never believed.
@Component
public class TakeNotice {

    private static final Logger log = LoggerFactory.getLogger(TakeNotice.class);

    /// Questions to the provider that notices of one payment cause; anybody who knows its id can send them.
    static final Limit QUESTIONS = new Limit("notice-by-payment", 10, Duration.ofMinutes(1));

    private final NoticeInbox inbox;
    private final Payments payments;
    private final Providers providers;
    private final AskProvider asking;
    private final Limits limits;
    private final Executor later;

    TakeNotice(
            NoticeInbox inbox,
            Payments payments,
            Providers providers,
            AskProvider asking,
            Limits limits,
            @Qualifier("applicationTaskExecutor") Executor later) {
        this.inbox = inbox;
        this.payments = payments;
        this.providers = providers;
        this.asking = asking;
        this.limits = limits;
        this.later = later;
    }

    /// What is done about a message. A notice of a payment that is not ours is only logged: there is nothing to do
    /// about
    /// it, and the provider need not repeat it.
    public enum Taken {
        HEEDED,
        NOT_OURS,
        NOT_PROVEN,
        NO_NOTICE
    }

    /// @param name of the provider that the message says it comes from
    public Taken take(String name, NoticeMessage message) {
        var provider = providers.named(name);
        var read = provider.read(message);
        if (read.isEmpty()) {
            return Taken.NO_NOTICE;
        }
        var notice = read.get();
        var found = payments.referred(name, notice.reference())
                .or(() -> notice.payment().flatMap(payments::find))
                .filter(payment -> payment.atProvider().provider().equals(name));
        if (found.isEmpty()) {
            log.info("notice of an unknown payment");
            return Taken.NOT_OURS;
        }
        if (!provider.isProven(found.get().order().supplier(), message)) {
            log.warn(
                    "a notice of payment {} does not prove that it comes from {}",
                    found.get().id(),
                    name);
            return Taken.NOT_PROVEN;
        }
        heed(found.get(), notice);
        return Taken.HEEDED;
    }

    // Should we die before asking, the schedule asks: the time of the next check is stored with the notice. A crowd of
    // notices is not lost either, but has to wait for it.
    private void heed(Payment payment, Notice notice) {
        var key = payment.id().toString();
        var now = limits.take(QUESTIONS, key);
        if (!inbox.put(payment, notice, now ? Duration.ZERO : limits.wait(QUESTIONS, key))) {
            log.warn("payment {} has too many notices, one more is left out", payment.id());
        } else if (now) {
            later.execute(() -> asking.ifDue(payment.account(), payment.id()));
        }
    }
}
