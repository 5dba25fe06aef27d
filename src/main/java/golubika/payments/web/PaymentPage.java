package golubika.payments.web;

import golubika.payments.Order;
import golubika.payments.Payment;
import golubika.payments.PaymentEvent;
import golubika.payments.PaymentState;
import golubika.site.Format;
import golubika.suppliers.Supplier;
import golubika.values.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// A payment as it really stands.
///
/// @param name      what the viewer calls the account; null where they have none
/// @param connected the viewer is connected to the account and may pay on it
/// @param own       the viewer is the payer
/// @param known     the billing has named the payment in a register
/// @param paidMeanwhile another payment of the account has succeeded while this one waited
/// @param failure   why it did not succeed, in words
public record PaymentPage(
        Payment payment,
        List<PaymentEvent> trace,
        Supplier supplier,
        @Nullable String name,
        boolean connected,
        boolean own,
        boolean known,
        boolean paidMeanwhile,
        @Nullable String failure) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public boolean isWaiting() {
        return payment.state().isRunning();
    }

    public boolean isDone() {
        return payment.state() == PaymentState.SUCCEEDED;
    }

    public boolean isMismatched() {
        return payment.state() == PaymentState.MISMATCHED;
    }

    public String number() {
        return supplier.accountNumber().print(payment.order().accountNumber());
    }

    /// The bank's page, while the payer may still go there.
    public @Nullable String bankPage() {
        return own && payment.state() == PaymentState.REDIRECTED
                ? payment.atProvider().page()
                : null;
    }

    /// The bank has the order, but its page was lost with an answer that nobody heard.
    public boolean isWithoutPage() {
        return own
                && connected
                && payment.state() == PaymentState.REDIRECTED
                && payment.atProvider().page() == null;
    }

    /// When it came into the state that it is in.
    public String settledAt() {
        return moment(payment.changedAt());
    }

    public String startedAt() {
        return moment(payment.startedAt());
    }

    public String waitingSince() {
        return clock(trace.size() > 1 ? trace.get(1).at() : payment.startedAt());
    }

    public @Nullable String askedAt() {
        var asked = payment.atProvider().askedAt();
        return asked == null ? null : clock(asked);
    }

    /// The day by which the supplier usually sees the money.
    public LocalDate usuallyKnownBy() {
        var paid = payment.changedAt().atZone(supplier.timeZone()).toLocalDate();
        return WorkingDays.after(paid, supplier.dataDelayDays());
    }

    /// The form again, with the same sum.
    public String tryAgain() {
        Order order = payment.order();
        return UriComponentsBuilder.fromPath("/accounts/{account}/pay")
                .queryParam("what", "own")
                .queryParam("sum", order.amount())
                .queryParam("method", order.method().name().toLowerCase(java.util.Locale.ROOT))
                .build(order.account())
                .toString();
    }

    private String moment(Instant moment) {
        var here = moment.atZone(supplier.timeZone());
        return Format.date(here.toLocalDate()) + ", " + CLOCK.format(here);
    }

    private String clock(Instant moment) {
        return CLOCK.format(moment.atZone(supplier.timeZone()));
    }
}
