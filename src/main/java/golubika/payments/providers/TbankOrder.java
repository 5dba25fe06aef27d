package golubika.payments.providers;

import golubika.payments.Order;
import golubika.payments.Refund;
import golubika.site.PortalAddress;
import golubika.site.PortalTime;
import golubika.site.Texts;
import golubika.suppliers.Suppliers;
import golubika.values.EmailAddress;
import golubika.values.Money;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An order, and a refund, as T-Bank is told them. The same order always comes out the same; it lives an hour.
@Component
class TbankOrder {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final int DESCRIPTION = 128;

    private final TbankSettings settings;
    private final Suppliers suppliers;
    private final PortalAddress portal;
    private final Texts texts;
    private final JsonMapper json;

    TbankOrder(TbankSettings settings, Suppliers suppliers, PortalAddress portal, Texts texts, JsonMapper json) {
        this.settings = settings;
        this.suppliers = suppliers;
        this.portal = portal;
        this.texts = texts;
        this.json = json;
    }

    ObjectNode of(Order order) {
        var back = portal.of("/payments/" + order.payment());
        var due = order.payment().moment().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        var body = json.createObjectNode()
                .put("OrderId", order.payment().toString())
                .put("Amount", order.amount().kopecks())
                .put("Description", description(order))
                .put("PayType", "O")
                .put("Language", "ru")
                .put("NotificationURL", portal.of("/webhooks/tbank"))
                .put("SuccessURL", back)
                .put("FailURL", back)
                .put("RedirectDueDate", DUE.format(due.atZone(PortalTime.ZONE)));
        body.set("Receipt", receipt(order, order.amount()));
        return body;
    }

    ObjectNode of(Refund refund) {
        var body = json.createObjectNode()
                .put("PaymentId", refund.reference())
                .put("Amount", refund.amount().kopecks())
                .put("ExternalRequestId", refund.key().toString());
        if (!refund.isWhole()) {
            body.set("Receipt", receipt(refund.order(), refund.amount()));
        }
        return body;
    }

    private ObjectNode receipt(Order order, Money amount) {
        var rules = settings.receipt();
        var email = EmailAddress.read(order.receiptEmail())
                .flatMap(EmailAddress::ascii)
                .orElse(order.receiptEmail());
        var receipt = json.createObjectNode().put("Email", email).put("Taxation", rules.taxation());
        receipt.putArray("Items")
                .addObject()
                .put("Name", description(order))
                .put("Price", amount.kopecks())
                .put("Quantity", 1)
                .put("Amount", amount.kopecks())
                .put("Tax", rules.tax())
                .put("PaymentMethod", rules.method())
                .put("PaymentObject", rules.object());
        return receipt;
    }

    private String description(Order order) {
        var number = suppliers.get(order.supplier()).accountNumber().print(order.accountNumber());
        var text = texts.of("payments.order.description", number);
        return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION);
    }
}
