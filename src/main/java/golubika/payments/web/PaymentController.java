package golubika.payments.web;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.payments.AskProvider;
import golubika.payments.Payment;
import golubika.payments.PaymentId;
import golubika.payments.PaymentState;
import golubika.payments.Payments;
import golubika.subscribers.Subscriber;
import golubika.suppliers.Suppliers;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The page of one payment. The bank sends people back here; what the page says comes from asking the provider, never
/// from how they came.
@Controller
class PaymentController {

    private final Payments payments;
    private final AskProvider asking;
    private final Links links;
    private final Suppliers suppliers;
    private final Failures failures;

    PaymentController(Payments payments, AskProvider asking, Links links, Suppliers suppliers, Failures failures) {
        this.payments = payments;
        this.asking = asking;
        this.links = links;
        this.suppliers = suppliers;
        this.failures = failures;
    }

    @GetMapping("/payments/{id}")
    ModelAndView show(@AuthenticationPrincipal Subscriber subscriber, @PathVariable PaymentId id) {
        var payment = payments.find(id)
                .filter(found -> maySee(subscriber, found))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("payments/payment").addObject("page", page(subscriber, asking.whileLooking(payment)));
    }

    private boolean maySee(Subscriber subscriber, Payment payment) {
        return payment.payer().equals(subscriber.id())
                || links.find(subscriber.id(), payment.account())
                        .filter(Link::isFull)
                        .isPresent();
    }

    private PaymentPage page(Subscriber subscriber, Payment payment) {
        var link = links.find(subscriber.id(), payment.account());
        return new PaymentPage(
                payment,
                payments.trace(payment),
                suppliers.get(payment.order().supplier()),
                link.map(Link::ownName).orElse(null),
                link.filter(one -> one.allows(Deed.PAY)).isPresent(),
                payment.payer().equals(subscriber.id()),
                payment.state() == PaymentState.SUCCEEDED && payments.isKnownToBilling(payment),
                isPaidMeanwhile(payment),
                payment.state() == PaymentState.FAILED
                        ? failures.inWords(payment.atProvider().failure())
                        : null);
    }

    // Two tabs, two people: whoever comes back to the older payment should look at the debt before paying again.
    private boolean isPaidMeanwhile(Payment payment) {
        return payment.state().isRunning()
                && payments.of(payment.account()).stream()
                        .anyMatch(line -> line.state() == PaymentState.SUCCEEDED
                                && line.at().isAfter(payment.startedAt()));
    }
}
