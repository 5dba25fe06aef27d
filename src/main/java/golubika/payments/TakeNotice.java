package golubika.payments;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Takes a provider's notice: stores it, and asks the provider afterwards. Its claims are never believed.
@Component
public class TakeNotice {

    private static final Logger log = LoggerFactory.getLogger(TakeNotice.class);

    private final NoticeInbox inbox;
    private final Payments payments;
    private final Provider provider;
    private final AskProvider asking;
    private final Executor later;

    TakeNotice(
            NoticeInbox inbox,
            Payments payments,
            Provider provider,
            AskProvider asking,
            @Qualifier("applicationTaskExecutor") Executor later) {
        this.inbox = inbox;
        this.payments = payments;
        this.provider = provider;
        this.asking = asking;
        this.later = later;
    }

    /// False when the message is no notice at all. A notice of a payment that is not ours is only logged: there is
    /// nothing to do about it, and the provider need not repeat it.
    public boolean take(byte[] body) {
        var read = provider.read(body);
        if (read.isEmpty()) {
            return false;
        }
        var notice = read.get();
        payments.referred(provider.name(), notice.reference())
                .or(() -> notice.payment().flatMap(payments::find))
                .ifPresentOrElse(
                        payment -> heed(payment, notice),
                        () -> log.info("notice of an unknown payment {}", notice.reference()));
        return true;
    }

    // Should we die before asking, the schedule asks: the time of the next check is stored with the notice.
    private void heed(Payment payment, Notice notice) {
        inbox.put(payment, notice);
        later.execute(() -> asking.ifDue(payment.account(), payment.id()));
    }
}
