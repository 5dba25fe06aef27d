package golubika.payments.providers;

import golubika.payments.Order;
import golubika.payments.Refund;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.suppliers.Suppliers;
import golubika.values.EmailAddress;
import golubika.values.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An order, and a refund, as the gateway of Сбербанк is told them: forms with JSON in some of their fields. The number
/// of an order is our id of the payment as 32 digits, since the gateway takes no longer ones. An order lives an hour.
@Component
class SberbankOrder {

    static final String ROUBLE = "643";

    private static final String LIFE_SECONDS = "3600";
    private static final int DESCRIPTION = 128;

    private final SberbankSettings settings;
    private final Suppliers suppliers;
    private final PortalAddress portal;
    private final Texts texts;
    private final JsonMapper json;

    SberbankOrder(SberbankSettings settings, Suppliers suppliers, PortalAddress portal, Texts texts, JsonMapper json) {
        this.settings = settings;
        this.suppliers = suppliers;
        this.portal = portal;
        this.texts = texts;
        this.json = json;
    }

    Map<String, String> of(Order order) {
        var back = portal.of("/payments/" + order.payment());
        var form = new LinkedHashMap<String, String>();
        form.put("orderNumber", order.payment().digits());
        form.put("amount", Long.toString(order.amount().kopecks()));
        form.put("currency", ROUBLE);
        form.put("returnUrl", back);
        form.put("failUrl", back);
        form.put("dynamicCallbackUrl", portal.of("/webhooks/sberbank"));
        form.put("description", description(order));
        form.put("language", "ru");
        form.put("sessionTimeoutSecs", LIFE_SECONDS);
        var taxType = settings.receipt().taxType();
        if (taxType != null) {
            form.put("taxSystem", Integer.toString(settings.receipt().taxSystem()));
            form.put("orderBundle", json.writeValueAsString(bundle(order, taxType)));
        }
        return form;
    }

    Map<String, String> of(Refund refund) {
        var form = new LinkedHashMap<String, String>();
        form.put("orderId", refund.reference());
        form.put("amount", Long.toString(refund.amount().kopecks()));
        form.put(
                "jsonParams",
                json.writeValueAsString(Map.of("externalRefundId", refund.key().toString())));
        var taxType = settings.receipt().taxType();
        if (taxType != null && !refund.isWhole()) {
            form.put(
                    "refundItems",
                    json.writeValueAsString(Map.of("items", List.of(item(refund.order(), refund.amount(), taxType)))));
        }
        return form;
    }

    private Map<String, Object> bundle(Order order, int taxType) {
        var email = EmailAddress.read(order.receiptEmail())
                .flatMap(EmailAddress::ascii)
                .orElse(order.receiptEmail());
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("customerDetails", Map.of("email", email));
        bundle.put("cartItems", Map.of("items", List.of(item(order, order.amount(), taxType))));
        return bundle;
    }

    private Map<String, Object> item(Order order, Money amount, int taxType) {
        var rules = settings.receipt();
        var item = new LinkedHashMap<String, Object>();
        item.put("positionId", "1");
        item.put("name", description(order));
        item.put("quantity", Map.of("value", 1, "measure", rules.measure()));
        item.put("itemAmount", amount.kopecks());
        item.put("itemPrice", amount.kopecks());
        item.put("itemCode", "gas");
        item.put("tax", Map.of("taxType", taxType));
        item.put(
                "itemAttributes",
                Map.of(
                        "attributes",
                        List.of(
                                attribute("paymentMethod", rules.method()),
                                attribute("paymentObject", rules.object()))));
        return item;
    }

    private static Map<String, String> attribute(String name, int value) {
        return Map.of("name", name, "value", Integer.toString(value));
    }

    private String description(Order order) {
        var number = suppliers.get(order.supplier()).accountNumber().print(order.accountNumber());
        var text = texts.of("payments.order.description", number);
        return text.length() <= DESCRIPTION ? text : text.substring(0, DESCRIPTION);
    }
}
