package golubika.payments.web;

import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.metering.ReadingPeriod;
import golubika.payments.Order;
import golubika.payments.PaymentMethod;
import golubika.payments.Payments;
import golubika.payments.Provider;
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
    private final Provider provider;
    private final Reckoning reckoning;
    private final List<PaymentMethod> methods;
    private final Clock clock;

    PayPages(
            Contacts contacts,
            Debts debts,
            Payments payments,
            Provider provider,
            Reckoning reckoning,
            @Value("${golubika.payments.methods:SBP,CARD}") List<PaymentMethod> methods,
            Clock clock) {
        this.contacts = contacts;
        this.debts = debts;
        this.payments = payments;
        this.provider = provider;
        this.reckoning = reckoning;
        this.methods = List.copyOf(methods);
        this.clock = clock;
    }

    /// What was filled in so far, or what most people want: the debt, and without a debt an own sum.
    PayForm form(Subscriber subscriber, Link link, Map<String, String> typed) {
        var owes = Order.isPayable(debts.of(link).amount());
        var mail = contacts.of(subscriber.id()).mail().map(Login::value).orElse("");
        var form = PayForm.of(
                typed, PayForm.preset(owes ? PayForm.What.DEBT : PayForm.What.OWN, methods.getFirst(), mail));
        return methods.contains(form.method())
                ? form
                : PayForm.of(Map.of("method", methods.getFirst().name()), form);
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
                methods,
                payments.running(link.account(), subscriber.id(), link.isFull()).orElse(null),
                changed,
                provider.serves(link.supplier().code()));
    }

    Debt debt(Link link) {
        return debts.of(link);
    }

    LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }
}
