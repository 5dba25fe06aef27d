package golubika.payments.web;

import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.payments.Order;
import golubika.payments.Payment;
import golubika.payments.PaymentMethod;
import golubika.site.FieldErrors;
import golubika.values.BillingMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// «Оплатить онлайн».
///
/// @param errors  what to tell about the form; none while it is still being filled in
/// @param period  the month that readings given now count for
/// @param running a payment of this account whose outcome is still open
/// @param changed the total is another than the button had named
/// @param open    the supplier takes money through the portal
public record PayPage(
        Link link,
        Debt debt,
        PayForm form,
        Reckoned reckoned,
        FieldErrors errors,
        BillingMonth period,
        List<PaymentMethod> methods,
        @Nullable Payment running,
        boolean changed,
        boolean open) {

    public String account() {
        return link.account().toString();
    }

    public boolean owes() {
        return Order.isPayable(debt.amount());
    }

    public boolean takesReadings() {
        return !reckoned.lines().isEmpty();
    }

    /// Parts of the page besides the total that change while readings are typed.
    public String previews() {
        return reckoned.lines().stream()
                .map(line -> "#preview" + line.meter().number())
                .collect(Collectors.joining(","));
    }
}
