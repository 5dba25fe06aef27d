package golubika.payments.web;

import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.metering.ReadingPeriod;
import golubika.payments.Order;
import golubika.payments.PaymentMethod;
import golubika.payments.Payments;
import golubika.payments.Providers;
import golubika.site.FieldErrors;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Subscriber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Puts the page «Оплатить онлайн» together.
@Component
class PayPages {

    private final Contacts contacts;
    private final Debts debts;
    private final Payments payments;
    private final Providers providers;
    private final Reckoning reckoning;
    private final List<PaymentMethod> methods;
    private final Clock clock;

    PayPages(
            Contacts contacts,
            Debts debts,
            Payments payments,
            Providers providers,
            Reckoning reckoning,
            @Value("${golubika.payments.methods:SBP,CARD}") List<PaymentMethod> methods,
            Clock clock) {
        this.contacts = contacts;
        this.debts = debts;
        this.payments = payments;
        this.providers = providers;
        this.reckoning = reckoning;
        this.methods = List.copyOf(methods);
        this.clock = clock;
    }

    /// What was filled in so far, or what most people want: the debt, and without a debt an own sum.
    PayForm form(Subscriber subscriber, Link link, Map<String, String> typed) {
        var offered = methods(link);
        var owes = Order.isPayable(debts.of(link).amount());
        var mail = contacts.of(subscriber.id()).mail().map(Login::value).orElse("");
        var form = PayForm.of(
                typed, PayForm.preset(owes ? PayForm.What.DEBT : PayForm.What.OWN, offered.getFirst(), mail));
        return offered.contains(form.method())
                ? form
                : PayForm.of(Map.of("method", offered.getFirst().name()), form);
    }

    /// Whether the supplier takes money through the portal at all.
    boolean isOpen(Link link) {
        return !offered(link).isEmpty();
    }

    // A page that is closed still has a form to show nothing of.
    private List<PaymentMethod> methods(Link link) {
        var offered = offered(link);
        return offered.isEmpty() ? methods : offered;
    }

    private List<PaymentMethod> offered(Link link) {
        var taken = providers.methods(link.supplier().code());
        return methods.stream().filter(taken::contains).toList();
    }

    Reckoned reckoned(Link link, PayForm form) {
        return reckoning.of(link, debt(link), form);
    }

    /// @param errors  what to tell of what the reckoning found
    /// @param changed whether the total has changed since the button named it
    PayPage page(
            Subscriber subscriber, Link link, PayForm form, Reckoned reckoned, FieldErrors errors, boolean changed) {
        return new PayPage(
                link,
                debt(link),
                form,
                reckoned,
                errors,
                ReadingPeriod.on(today(link), link.supplier()).month(),
                methods(link),
                payments.running(link.account(), subscriber.id(), link.isFull()).orElse(null),
                changed,
                isOpen(link));
    }

    Debt debt(Link link) {
        return debts.of(link);
    }

    LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }
}
