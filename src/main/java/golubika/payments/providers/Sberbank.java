package golubika.payments.providers;

import golubika.payments.Answer;
import golubika.payments.Notice;
import golubika.payments.NoticeMessage;
import golubika.payments.Order;
import golubika.payments.PaymentId;
import golubika.payments.Provider;
import golubika.payments.Refund;
import golubika.payments.Refunded;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/// The acquiring of Сбербанк: one-stage orders of the REST gateway with forms, paid on its own page, by card or СБП as
/// the person chooses there. It knows no idempotence keys; an order is known by its number, and each payment has one.
@Component
class Sberbank implements Provider {

    static final String ROUBLE = "RUB";

    private static final int LONGEST_REFERENCE = 64;

    private final SberbankSettings settings;
    private final KeptShops kept;
    private final SberbankOrder orders;
    private final Calls calls;

    Sberbank(
            SberbankSettings settings, KeptShops kept, SberbankOrder orders, JsonMapper json, RestClient.Builder http) {
        this.settings = settings;
        this.kept = kept;
        this.orders = orders;
        this.calls = new Calls(http, json, settings.connectTimeout(), settings.readTimeout());
    }

    @Override
    public String name() {
        return "SBERBANK";
    }

    @Override
    public Optional<Terms> terms(SupplierCode supplier) {
        return shop(supplier).map(Credentials::terms);
    }

    @Override
    public Answer create(Order order, UUID key) {
        var shop = shop(order.supplier());
        if (shop.isEmpty()) {
            return new Answer.Refused("no_shop");
        }
        return switch (call(shop.get(), "register.do", orders.of(order))) {
            case Calls.Reply.Nothing(var why) -> new Answer.Unclear(why, SberbankAnswer.A_MINUTE);
            case Calls.Reply.Words(var said) ->
                SberbankAnswer.isKnown(said)
                        ? known(shop.get(), order)
                        : SberbankAnswer.registered(said, order.payment(), order.amount());
        };
    }

    // A number that is taken belongs to an order, even if the gateway cannot find it now.
    private Answer known(Credentials shop, Order order) {
        return ask(shop, "orderNumber", order.payment().digits(), null) instanceof Answer.Told told
                ? told
                : new Answer.Unclear("known by its number, and nothing is told of it", SberbankAnswer.A_MINUTE);
    }

    /// An order that was registered is refused under its number and asked for by it instead. Its page is lost with the
    /// answer that nobody heard: it can no longer be paid, and its time runs out.
    @Override
    public Answer createAgain(Order order, UUID key) {
        return create(order, key);
    }

    @Override
    public Answer fetch(SupplierCode supplier, String reference) {
        return shop(supplier)
                .map(shop -> ask(shop, "orderId", reference, reference))
                .orElseGet(() -> new Answer.Unclear("no shop for " + supplier, SberbankAnswer.A_MINUTE));
    }

    @Override
    public Refunded refund(Refund refund) {
        var shop = shop(refund.order().supplier());
        if (shop.isEmpty()) {
            return new Refunded.Refused("no_shop");
        }
        return switch (call(shop.get(), "refund.do", orders.of(refund))) {
            case Calls.Reply.Nothing(var why) -> new Refunded.Unclear(why);
            case Calls.Reply.Words(var said) -> SberbankAnswer.refunded(said, refund.reference());
        };
    }

    /// `mdOrder=…&orderNumber=…&operation=deposited&status=1&checksum=…`, in the address or as a form.
    @Override
    public Optional<Notice> read(NoticeMessage message) {
        var told = message.parameters();
        var reference = told.getOrDefault("mdOrder", "");
        var operation = told.getOrDefault("operation", "");
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE || !operation.matches("[A-Za-z]{1,40}")) {
            return Optional.empty();
        }
        var event = operation + ("1".equals(told.get("status")) ? "" : ".failed");
        return Optional.of(new Notice(event, reference, claimed(told.getOrDefault("orderNumber", ""))));
    }

    @Override
    public boolean isProven(SupplierCode supplier, NoticeMessage message) {
        var shop = shop(supplier);
        var key = shop.map(Credentials::noticeKey).orElse(null);
        return shop.isPresent() && (key == null || SberbankChecksum.isRight(message.parameters(), key));
    }

    private static Optional<PaymentId> claimed(String number) {
        try {
            return Optional.of(PaymentId.fromDigits(number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Answer ask(Credentials shop, String by, String value, @Nullable String reference) {
        return switch (call(shop, "getOrderStatusExtended.do", Map.of(by, value))) {
            case Calls.Reply.Nothing(var why) -> new Answer.Unclear(why, SberbankAnswer.A_MINUTE);
            case Calls.Reply.Words(var said) -> SberbankAnswer.state(said, reference);
        };
    }

    private Calls.Reply call(Credentials shop, String deed, Map<String, String> form) {
        var signed = new LinkedHashMap<>(form);
        signed.put("userName", shop.id());
        signed.put("password", shop.secret());
        var body = signed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return calls.post(
                URI.create(shop.addressOr(settings.baseUrl()) + "/" + deed),
                MediaType.APPLICATION_FORM_URLENCODED,
                body.getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Credentials> shop(SupplierCode supplier) {
        return kept.find(supplier, name()).or(() -> settings.shopOf(supplier));
    }
}
