package golubika.payments.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.payments.Intent;
import golubika.payments.Order;
import golubika.payments.Payment;
import golubika.payments.PaymentState;
import golubika.payments.Payments;
import golubika.payments.Start;
import golubika.payments.StartPayment;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.values.BillingMonth;
import golubika.values.EmailAddress;
import golubika.values.Money;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// «Оплатить онлайн» (M15): the debt, an own sum, or the debt with new readings. Nobody pays a sum that the button did
/// not name, nor a second time what is being paid already without having been told.
@Controller
class PayController {

    private final Access access;
    private final PayPages pages;
    private final ReadingsWithPayment readings;
    private final Payments payments;
    private final StartPayment starting;
    private final Texts texts;

    PayController(
            Access access,
            PayPages pages,
            ReadingsWithPayment readings,
            Payments payments,
            StartPayment starting,
            Texts texts) {
        this.access = access;
        this.pages = pages;
        this.readings = readings;
        this.payments = payments;
        this.starting = starting;
        this.texts = texts;
    }

    /// The form; with what is filled in so far it shows what that comes to.
    @GetMapping("/accounts/{account}/pay")
    ModelAndView form(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam Map<String, String> typed) {
        var link = access.require(subscriber.id(), account, Deed.PAY);
        var form = pages.form(subscriber, link, typed);
        var page = pages.page(subscriber, link, form, pages.reckoned(link, form), FieldErrors.NONE, false);
        return new ModelAndView("payments/pay").addObject("page", page);
    }

    @PostMapping("/accounts/{account}/pay")
    ModelAndView pay(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam Map<String, String> typed) {
        var link = access.require(subscriber.id(), account, Deed.PAY);
        var form = pages.form(subscriber, link, typed);
        var earlier = payments.ofForm(account, form.key());
        if (earlier.isPresent()) {
            return sentBefore(subscriber, link, form, earlier.get());
        }
        var reckoned = pages.reckoned(link, form);
        if (reckoned.errors().any() || !pages.isOpen(link)) {
            return again(subscriber, link, form, reckoned, reckoned.errors(), false);
        }
        if (!isNamedByButton(form, Objects.requireNonNull(reckoned.total()))) {
            return again(subscriber, link, form, reckoned, FieldErrors.NONE, true);
        }
        return start(subscriber, link, form, reckoned);
    }

    private ModelAndView start(Subscriber subscriber, Link link, PayForm form, Reckoned reckoned) {
        var sent = readings.send(subscriber.id(), link, reckoned.lines());
        if (!sent.all()) {
            var now = pages.reckoned(link, form);
            return again(subscriber, link, form, now, now.errors(), false);
        }
        var order = order(link, form, Objects.requireNonNull(reckoned.total()));
        var intent = new Intent(form.key(), subscriber.id(), link.isFull(), form.seen(), sent.stored());
        return switch (starting.start(order, intent)) {
            case Start.Begun(var payment) -> onward(payment);
            case Start.Repeated(var payment) -> toPage(payment);
            case Start.OtherOrder(var payment) -> sentBefore(subscriber, link, form, payment);
            case Start.AnotherRuns _ ->
                again(
                        subscriber,
                        link,
                        form,
                        reckoned,
                        FieldErrors.of("seen", texts.of("payments.running.unasked")),
                        false);
        };
    }

    private Order order(Link link, PayForm form, Money total) {
        var debt = pages.debt(link);
        var month = debt.month();
        return new Order(
                starting.newId(),
                link.account(),
                link.supplier().code(),
                link.number(),
                total,
                form.method(),
                EmailAddress.read(form.mail()).orElseThrow().toString(),
                month == null ? BillingMonth.of(pages.today(link)) : month);
    }

    // The same form again leads to the payment that it brought; with another sum it becomes a new form.
    private ModelAndView sentBefore(Subscriber subscriber, Link link, PayForm form, Payment earlier) {
        var same = form.method() == earlier.order().method()
                && (form.what() == PayForm.What.OWN
                        ? OwnSum.parse(form.sum()).equals(new OwnSum.Sum(earlier.amount()))
                        : form.total().equals(Long.toString(earlier.amount().kopecks())));
        if (same) {
            return toPage(earlier);
        }
        var renewed = form.renewed();
        var reckoned = pages.reckoned(link, renewed);
        return again(subscriber, link, renewed, reckoned, reckoned.errors(), true);
    }

    // An own sum is named by who types it; any other only by the button.
    private static boolean isNamedByButton(PayForm form, Money total) {
        return form.total().isEmpty()
                ? form.what() == PayForm.What.OWN
                : form.total().equals(Long.toString(total.kopecks()));
    }

    private ModelAndView again(
            Subscriber subscriber, Link link, PayForm form, Reckoned reckoned, FieldErrors errors, boolean changed) {
        var view = new ModelAndView("payments/pay");
        view.addObject("page", pages.page(subscriber, link, form, reckoned, errors, changed));
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private static ModelAndView onward(Payment payment) {
        var page = payment.atProvider().page();
        if (payment.state() != PaymentState.REDIRECTED || page == null) {
            return toPage(payment);
        }
        var bank = new RedirectView(page);
        bank.setExpandUriTemplateVariables(false);
        return new ModelAndView(bank);
    }

    private static ModelAndView toPage(Payment payment) {
        return new ModelAndView("redirect:/payments/" + payment.id());
    }
}
