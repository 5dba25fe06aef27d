package golubika.payments.providers;

import golubika.payments.Answer;
import golubika.payments.Notice;
import golubika.payments.NoticeMessage;
import golubika.payments.Order;
import golubika.payments.PaymentId;
import golubika.payments.PaymentMethod;
import golubika.payments.Provider;
import golubika.payments.Refund;
import golubika.payments.Refunded;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import golubika.values.Money;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The acquiring of T-Bank, version 2: one-stage payments, by card on its own page or by СБП at the link of its code.
/// It knows no idempotence keys, and one order of ours may have several payments there; people see the page of one.
@Component
class Tbank implements Provider {

    private static final Money LEAST_BY_SBP = Money.ofKopecks(10_00);

    private final TbankSettings settings;
    private final KeptShops kept;
    private final TbankOrder orders;
    private final JsonMapper json;
    private final Calls calls;

    Tbank(TbankSettings settings, KeptShops kept, TbankOrder orders, JsonMapper json, RestClient.Builder http) {
        this.settings = settings;
        this.kept = kept;
        this.orders = orders;
        this.json = json;
        this.calls = new Calls(http, json, settings.connectTimeout(), settings.readTimeout());
    }

    @Override
    public String name() {
        return "TBANK";
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
        if (order.method() == PaymentMethod.SBP && order.amount().compareTo(LEAST_BY_SBP) < 0) {
            return new Answer.Refused("too_little_for_sbp");
        }
        return switch (call(shop.get(), "Init", orders.of(order))) {
            case Calls.Reply.Nothing(var why) -> new Answer.Unclear(why, TbankAnswer.A_MINUTE);
            case Calls.Reply.Words(var said) -> withPage(shop.get(), order, TbankAnswer.started(said));
        };
    }

    /// Asks for the payments of the order first. Where there are none, or the bank knows no such order, it is told
    /// anew: should an earlier one turn up after all, nobody has seen its page. The page of a card payment is lost
    /// with the answer that nobody heard: it can no longer be paid, and its time runs out.
    @Override
    public Answer createAgain(Order order, UUID key) {
        var shop = shop(order.supplier());
        if (shop.isEmpty()) {
            return new Answer.Refused("no_shop");
        }
        var asked = json.createObjectNode().put("OrderId", order.payment().toString());
        return switch (call(shop.get(), "CheckOrder", asked)) {
            case Calls.Reply.Nothing(var why) -> new Answer.Unclear(why, TbankAnswer.A_MINUTE);
            case Calls.Reply.Words(var said) -> {
                if (TbankAnswer.isOwnFault(said)) {
                    yield new Answer.Unclear("error " + Words.text(said, "ErrorCode"), TbankAnswer.A_MINUTE);
                }
                var known = said.path("Payments");
                yield known.isEmpty()
                        ? create(order, key)
                        : withPage(shop.get(), order, fetch(order.supplier(), weightiest(known)));
            }
        };
    }

    // Of several payments the one with the money, else the latest, which is named last.
    private static String weightiest(JsonNode payments) {
        var chosen = "";
        for (var payment : payments) {
            chosen = String.valueOf(Words.text(payment, "PaymentId"));
            if ("CONFIRMED".equals(Words.text(payment, "Status"))) {
                break;
            }
        }
        return chosen;
    }

    // The link of СБП opens the app of the person's bank; without it the bank's own page offers СБП as well.
    private Answer withPage(Credentials shop, Order order, Answer answer) {
        if (order.method() != PaymentMethod.SBP
                || !(answer instanceof Answer.Told told)
                || told.status() != Answer.Status.PENDING) {
            return answer;
        }
        var asked = json.createObjectNode().put("PaymentId", told.reference()).put("DataType", "PAYLOAD");
        return switch (call(shop, "GetQr", asked)) {
            case Calls.Reply.Nothing _ -> answer;
            case Calls.Reply.Words(var said) -> {
                var link = Words.isTrue(said, "Success") ? Words.text(said, "Data") : null;
                yield link == null || !link.matches("https?://\\S+")
                        ? answer
                        : new Answer.Told(
                                told.reference(),
                                told.status(),
                                told.order(),
                                told.amount(),
                                told.currency(),
                                link,
                                null,
                                null);
            }
        };
    }

    @Override
    public Answer fetch(SupplierCode supplier, String reference) {
        var shop = shop(supplier);
        if (shop.isEmpty()) {
            return new Answer.Unclear("no shop for " + supplier, TbankAnswer.A_MINUTE);
        }
        return switch (state(shop.get(), reference)) {
            case Calls.Reply.Nothing(var why) -> new Answer.Unclear(why, TbankAnswer.A_MINUTE);
            case Calls.Reply.Words(var said) -> TbankAnswer.state(said);
        };
    }

    /// Refunds by card are told apart by their key. Those by СБП are not: before one is told, the payment is looked at,
    /// and where money has gone back already, nobody but a person can say whether it is the same.
    @Override
    public Refunded refund(Refund refund) {
        var shop = shop(refund.order().supplier());
        if (shop.isEmpty()) {
            return new Refunded.Refused("no_shop");
        }
        if (refund.order().method() == PaymentMethod.CARD) {
            return cancel(shop.get(), refund);
        }
        return switch (state(shop.get(), refund.reference())) {
            case Calls.Reply.Nothing(var why) -> new Refunded.Unclear(why);
            case Calls.Reply.Words(var said) -> {
                var word = String.valueOf(Words.text(said, "Status"));
                yield switch (word) {
                    case "CONFIRMED" -> cancel(shop.get(), refund);
                    case "ASYNC_REFUNDING", "REFUNDING" -> new Refunded.Underway(refund.reference());
                    case "REFUNDED" ->
                        refund.isWhole() ? new Refunded.Done(refund.reference()) : new Refunded.Refused(word);
                    default -> new Refunded.Unclear("status " + word);
                };
            }
        };
    }

    /// `{"TerminalKey":…,"OrderId":…,"Success":true,"Status":"CONFIRMED","PaymentId":…,"Amount":…,"Token":…}`.
    @Override
    public Optional<Notice> read(NoticeMessage message) {
        var said = parse(message);
        var reference = Words.text(said, "PaymentId");
        var status = Words.text(said, "Status");
        if (reference == null || !reference.matches("[0-9]{1,20}") || status == null || status.length() > 40) {
            return Optional.empty();
        }
        return Optional.of(new Notice(status, reference, claimed(Words.text(said, "OrderId"))));
    }

    @Override
    public boolean isProven(SupplierCode supplier, NoticeMessage message) {
        return shop(supplier)
                .map(shop -> TbankToken.isRight(parse(message), shop.secret()))
                .orElse(false);
    }

    private JsonNode parse(NoticeMessage message) {
        try {
            return json.readTree(message.body());
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static Optional<PaymentId> claimed(@Nullable String order) {
        try {
            return Optional.ofNullable(order).map(PaymentId::from);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Refunded cancel(Credentials shop, Refund refund) {
        return switch (call(shop, "Cancel", orders.of(refund))) {
            case Calls.Reply.Nothing(var why) -> new Refunded.Unclear(why);
            case Calls.Reply.Words(var said) -> TbankAnswer.refunded(said, refund.reference());
        };
    }

    private Calls.Reply state(Credentials shop, String reference) {
        return call(shop, "GetState", json.createObjectNode().put("PaymentId", reference));
    }

    private Calls.Reply call(Credentials shop, String deed, ObjectNode body) {
        body.put("TerminalKey", shop.id());
        body.put("Token", TbankToken.of(body, shop.secret()));
        return calls.post(
                URI.create(shop.addressOr(settings.baseUrl()) + "/" + deed),
                MediaType.APPLICATION_JSON,
                json.writeValueAsBytes(body));
    }

    private Optional<Credentials> shop(SupplierCode supplier) {
        return kept.find(supplier, name()).or(() -> settings.shopOf(supplier));
    }
}
