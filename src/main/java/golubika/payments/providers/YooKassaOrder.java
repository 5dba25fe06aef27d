package golubika.payments.providers;

import golubika.payments.Order;
import golubika.payments.PaymentMethod;
import golubika.payments.Refund;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.suppliers.Payee;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.values.EmailAddress;
import golubika.values.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// An order as ЮKassa is told it (API v3, `POST /payments`). The same order always comes out the same.
@Component
class YooKassaOrder {

    private static final int PURPOSE = 210;
    private static final int DESCRIPTION = 128;
    private static final int BANK_NAME = 45;
    private static final int RECIPIENT_NAME = 160;

    private final YooKassaSettings settings;
    private final Suppliers suppliers;
    private final PortalAddress portal;
    private final Texts texts;

    YooKassaOrder(YooKassaSettings settings, Suppliers suppliers, PortalAddress portal, Texts texts) {
        this.settings = settings;
        this.suppliers = suppliers;
        this.portal = portal;
        this.texts = texts;
    }

    Map<String, Object> of(Order order) {
        var supplier = suppliers.get(order.supplier());
        var body = new LinkedHashMap<String, Object>();
        body.put("amount", amount(order.amount()));
        body.put("capture", true);
        body.put("confirmation", ordered("type", "redirect", "return_url", portal.of("/payments/" + order.payment())));
        body.put("description", description(order, supplier));
        body.put("metadata", ordered("payment", order.payment().toString(), "account", order.accountNumber()));
        body.put("payment_method_data", Map.of("type", order.method() == PaymentMethod.SBP ? "sbp" : "bank_card"));
        body.put("receipt", receipt(order, order.amount(), supplier));
        if (settings.utilities()) {
            supplier.payee(Payee.Purpose.BANK)
                    .ifPresent(payee -> body.put("payment_order", paymentOrder(order, payee)));
        }
        return body;
    }

    /// As `POST /refunds` takes it.
    Map<String, Object> of(Refund refund) {
        var supplier = suppliers.get(refund.order().supplier());
        return ordered(
                "payment_id",
                refund.reference(),
                "amount",
                amount(refund.amount()),
                "description",
                description(refund.order(), supplier),
                "receipt",
                receipt(refund.order(), refund.amount(), supplier));
    }

    private String description(Order order, Supplier supplier) {
        var number = supplier.accountNumber().print(order.accountNumber());
        return cut(texts.of("payments.order.description", number), DESCRIPTION);
    }

    private Map<String, Object> receipt(Order order, Money amount, Supplier supplier) {
        var rules = settings.receipt();
        return ordered(
                "customer",
                Map.of("email", ascii(order.receiptEmail())),
                "tax_system_code",
                rules.taxSystem(),
                "items",
                List.of(ordered(
                        "description",
                        description(order, supplier),
                        "quantity",
                        1,
                        "measure",
                        rules.measure(),
                        "amount",
                        amount(amount),
                        "vat_code",
                        rules.vatCode(),
                        "payment_subject",
                        rules.subject(),
                        "payment_mode",
                        rules.mode())));
    }

    // ЮKassa itself reports the payment to ГИС ЖКХ from this. Of the account number only letters and digits are safe.
    private Map<String, Object> paymentOrder(Order order, Payee payee) {
        var month = order.month().month();
        return ordered(
                "type",
                "utilities",
                "amount",
                amount(order.amount()),
                "payment_purpose",
                cut(
                        texts.of(
                                "payments.order.purpose",
                                order.accountNumber(),
                                "%02d.%d".formatted(month.getMonthValue(), month.getYear())),
                        PURPOSE),
                "recipient",
                ordered(
                        "name", cut(payee.name(), RECIPIENT_NAME),
                        "inn", payee.inn(),
                        "kpp", payee.kpp(),
                        "bank",
                                ordered(
                                        "name", cut(payee.bank(), BANK_NAME),
                                        "bic", payee.bic(),
                                        "account", payee.account(),
                                        "correspondent_account", payee.correspondentAccount())),
                "payment_period",
                ordered("month", month.getMonthValue(), "year", month.getYear()),
                "account_number",
                order.accountNumber());
    }

    private static String ascii(String email) {
        return EmailAddress.read(email).flatMap(EmailAddress::ascii).orElse(email);
    }

    private static Map<String, Object> amount(Money sum) {
        return ordered("value", sum.toString(), "currency", YooKassa.ROUBLE);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
