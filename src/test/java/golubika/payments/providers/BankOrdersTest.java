package golubika.payments.providers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.payments.Answer;
import golubika.payments.Order;
import golubika.payments.PaymentId;
import golubika.payments.PaymentMethod;
import golubika.payments.Providers;
import golubika.payments.Refund;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalWithBank;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Сбербанк and T-Bank are told of an order: everything that the law and their protocols ask for.
class BankOrdersTest extends PortalWithBank {

    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    @Autowired
    Providers providers;

    @Autowired
    SberbankOrder sberbankOrders;

    @Autowired
    TbankOrder tbankOrders;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void sberbank_is_told_of_an_order_with_its_cart() {
        var order = order("sber");
        var sent = sent(order);
        assertThat(sent.path("orderNumber").stringValue())
                .isEqualTo(order.payment().digits())
                .hasSize(32);
        assertThat(PaymentId.fromDigits(order.payment().digits())).isEqualTo(order.payment());
        assertThat(sent.path("amount").stringValue()).isEqualTo("195685");
        assertThat(sent.path("currency").stringValue()).isEqualTo("643");
        assertThat(sent.path("returnUrl").stringValue()).isEqualTo(visitors.address() + "/payments/" + order.payment());
        assertThat(sent.path("dynamicCallbackUrl").stringValue()).isEqualTo(visitors.address() + "/webhooks/sberbank");
        var bundle = json.readTree(sent.path("orderBundle").stringValue());
        assertThat(bundle.at("/customerDetails/email").stringValue()).isEqualTo("vera@xn--e1afmkfd.xn--p1ai");
        var item = bundle.at("/cartItems/items/0");
        assertThat(item.path("itemAmount").longValue()).isEqualTo(1956_85);
        assertThat(item.path("name").stringValue()).contains(order.accountNumber());
        assertThat(item.at("/tax/taxType").intValue()).isEqualTo(6);
        assertThat(item.at("/itemAttributes/attributes")).hasSize(2);
    }

    @Test
    void tbank_is_told_of_an_order_with_its_receipt_and_it_lives_an_hour() {
        var order = order("tbank");
        var sent = sent(order);
        assertThat(sent.path("OrderId").stringValue()).isEqualTo(order.payment().toString());
        assertThat(sent.path("Amount").longValue()).isEqualTo(1956_85);
        assertThat(sent.path("PayType").stringValue()).isEqualTo("O");
        assertThat(sent.path("NotificationURL").stringValue()).isEqualTo(visitors.address() + "/webhooks/tbank");
        assertThat(sent.path("SuccessURL").stringValue())
                .isEqualTo(visitors.address() + "/payments/" + order.payment());
        assertThat(OffsetDateTime.parse(sent.path("RedirectDueDate").stringValue())
                        .toInstant())
                .isEqualTo(order.payment().moment().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS));
        assertThat(sent.at("/Receipt/Email").stringValue()).isEqualTo("vera@xn--e1afmkfd.xn--p1ai");
        assertThat(sent.at("/Receipt/Taxation").stringValue()).isEqualTo("osn");
        var item = sent.at("/Receipt/Items/0");
        assertThat(item.path("Tax").stringValue()).isEqualTo("vat22");
        assertThat(item.path("Amount")).isEqualTo(sent.path("Amount"));
        assertThat(item.path("PaymentObject").stringValue()).isEqualTo("commodity");
        assertThat(item.path("PaymentMethod").stringValue()).isEqualTo("full_payment");
    }

    @Test
    void the_same_order_always_comes_out_the_same() {
        var order = order("sber");
        assertThat(sberbankOrders.of(order)).isEqualTo(sberbankOrders.of(order));
        assertThat(tbankOrders.of(order)).isEqualTo(tbankOrders.of(order));
    }

    @Test
    void a_part_that_goes_back_carries_the_cart_of_its_own_sum() {
        var order = order("sber");
        var part = new Refund(order, "md-1", Money.ofKopecks(500_00), UUID.randomUUID());
        var form = sberbankOrders.of(part);
        assertThat(json.readTree(form.get("refundItems"))
                        .at("/items/0/itemAmount")
                        .longValue())
                .isEqualTo(500_00);
        assertThat(form.get("jsonParams"))
                .contains("externalRefundId", part.key().toString());
        assertThat(tbankOrders.of(part).at("/Receipt/Items/0/Amount").longValue())
                .isEqualTo(500_00);
        var whole = new Refund(order, "md-1", order.amount(), UUID.randomUUID());
        assertThat(sberbankOrders.of(whole)).doesNotContainKey("refundItems");
        assertThat(tbankOrders.of(whole).has("Receipt")).isFalse();
    }

    private JsonNode sent(Order order) {
        var told = providers.of(order.supplier()).orElseThrow().create(order, UUID.randomUUID());
        assertThat(told).isInstanceOf(Answer.Told.class);
        return json.readTree(jdbc.sql("""
                select ordered from demo_bank.payment
                where ordered::json ->> 'orderNumber' = :digits or ordered::json ->> 'OrderId' = :payment
                """)
                .param("digits", order.payment().digits())
                .param("payment", order.payment().toString())
                .query(String.class)
                .single());
    }

    private Order order(String supplier) {
        var code = new SupplierCode(supplier);
        ASupplier.in(suppliers, jdbc, code, UnaryOperator.identity());
        var account = AnAccount.of(jdbc, code, "75" + COUNT.incrementAndGet());
        return new Order(
                PaymentId.at(clock.instant()),
                account.id(),
                code,
                account.number(),
                Money.ofKopecks(1956_85),
                PaymentMethod.CARD,
                "vera@пример.рф",
                BillingMonth.of(2026, 10));
    }
}
