package golubika.payments.providers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.demo.bank.Mood;
import golubika.payments.Answer;
import golubika.payments.Order;
import golubika.payments.PaymentId;
import golubika.payments.PaymentMethod;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.BankCustomer;
import golubika.testing.PortalWithBank;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ЮKassa's protocol, spoken with a server that keeps its rules.
class YooKassaTest extends PortalWithBank {

    @Autowired
    YooKassa provider;

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void an_order_carries_everything_that_the_law_and_the_protocol_ask_for() {
        var order = order(1956_85);
        assertThat(provider.create(order, UUID.randomUUID())).isInstanceOf(Answer.Told.class);

        var sent = sent(order);
        assertThat(sent.at("/amount/value").stringValue()).isEqualTo("1956.85");
        assertThat(sent.at("/amount/currency").stringValue()).isEqualTo("RUB");
        assertThat(sent.at("/capture").booleanValue()).isTrue();
        assertThat(sent.at("/confirmation/return_url").stringValue())
                .isEqualTo(visitors.address() + "/payments/" + order.payment());
        assertThat(sent.at("/payment_method_data/type").stringValue()).isEqualTo("sbp");
        assertThat(sent.at("/receipt/customer/email").stringValue()).isEqualTo("vera@example.com");
        var item = sent.at("/receipt/items/0");
        assertThat(item.at("/quantity").isNumber()).isTrue();
        assertThat(item.at("/measure").stringValue()).isEqualTo("piece");
        assertThat(item.at("/vat_code").intValue()).isEqualTo(11);
        assertThat(item.at("/amount")).isEqualTo(sent.at("/amount"));
        assertThat(item.at("/payment_subject").stringValue()).isEqualTo("commodity");
        assertThat(item.at("/payment_mode").stringValue()).isEqualTo("full_payment");
        var utilities = sent.at("/payment_order");
        assertThat(utilities.at("/type").stringValue()).isEqualTo("utilities");
        assertThat(utilities.at("/recipient/inn").stringValue()).isEqualTo("7700000016");
        assertThat(utilities.at("/recipient/bank/account").stringValue()).isEqualTo("40702810600000000001");
        assertThat(utilities.at("/payment_period/month").intValue()).isEqualTo(10);
        assertThat(utilities.at("/account_number").stringValue()).isEqualTo(order.accountNumber());
        assertThat(utilities.at("/payment_purpose").stringValue())
                .isEqualTo("Оплата ЖКХ;ЛС " + order.accountNumber() + ";ПРД 10.2026");
    }

    @Test
    void the_same_order_under_the_same_key_is_one_payment() {
        var order = order(100_00);
        var key = UUID.randomUUID();
        var before = bank.payments();
        var once = (Answer.Told) provider.create(order, key);
        var twice = (Answer.Told) provider.create(order, key);
        assertThat(twice.reference()).isEqualTo(once.reference());
        assertThat(bank.payments()).isEqualTo(before + 1);
    }

    @Test
    void a_key_known_with_another_order_is_unclear_because_the_bank_holds_one_under_it() {
        var key = UUID.randomUUID();
        provider.create(order(100_00), key);
        assertThat(provider.create(order(200_00), key)).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void a_paid_payment_is_told_with_its_sum_and_our_own_id() {
        var order = order(100_00);
        var created = (Answer.Told) provider.create(order, UUID.randomUUID());
        assertThat(created.page()).isNotNull();
        BankCustomer.pays(created.page());
        assertThat(provider.fetch(order.supplier(), created.reference()))
                .isInstanceOfSatisfying(Answer.Told.class, told -> {
                    assertThat(told.status()).isEqualTo(Answer.Status.SUCCEEDED);
                    assertThat(told.amount()).isEqualTo(Money.ofKopecks(100_00));
                    assertThat(told.currency()).isEqualTo("RUB");
                    assertThat(told.order()).isEqualTo(order.payment().toString());
                    assertThat(told.paidAt()).isEqualTo(clock.instant());
                });
    }

    @Test
    void silence_and_still_at_it_are_unclear() {
        for (var mood : new Mood[] {Mood.DOWN, Mood.SILENT_AFTER_TAKING, Mood.STILL_AT_IT}) {
            bankIs(mood);
            assertThat(provider.create(order(100_00), UUID.randomUUID()))
                    .as(mood.name())
                    .isInstanceOf(Answer.Unclear.class);
        }
    }

    @Test
    void an_unknown_reference_is_no_payment() {
        assertThat(provider.fetch(ASupplier.CODE, UUID.randomUUID().toString()))
                .isEqualTo(new Answer.Refused("not_found"));
    }

    @Test
    void answers_that_say_nothing_are_unclear_and_never_a_failure() {
        var answers = new YooKassaAnswer(json);
        for (var body : new String[] {
            "",
            "<html>",
            "{}",
            "[]",
            "{\"id\":\"x\",\"status\":\"succeeded\"}",
            "{\"id\":\"x\",\"status\":\"paid\",\"amount\":{\"value\":\"1.00\",\"currency\":\"RUB\"}}",
            "{\"id\":\"x\",\"status\":\"succeeded\",\"amount\":{\"value\":\"1.005\",\"currency\":\"RUB\"}}",
            "{\"id\":\"x\",\"status\":\"succeeded\",\"amount\":{\"value\":\"много\",\"currency\":\"RUB\"}}"
        }) {
            assertThat(answers.created(200, bytes(body))).as(body).isInstanceOf(Answer.Unclear.class);
        }
        for (var status : new int[] {202, 302, 429, 500, 502, 503}) {
            assertThat(answers.created(status, bytes("{}")))
                    .as("status %s", status)
                    .isInstanceOf(Answer.Unclear.class);
            assertThat(answers.fetched(status, bytes("{}")))
                    .as("status %s", status)
                    .isInstanceOf(Answer.Unclear.class);
        }
        assertThat(answers.fetched(401, bytes("{}"))).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void a_clear_refusal_is_a_failure_with_its_reason() {
        var answers = new YooKassaAnswer(json);
        var body = bytes("{\"type\":\"error\",\"code\":\"invalid_request\",\"parameter\":\"receipt.items\"}");
        assertThat(answers.created(400, body))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).contains("receipt.items"));
        assertThat(answers.created(401, bytes(""))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void secrets_of_shops_stay_out_of_what_is_printed() {
        assertThat(new YooKassaSettings.Shop("1001", "live_secret", null, Set.of()).toString())
                .doesNotContain("live_secret");
    }

    private JsonNode sent(Order order) {
        return json.readTree(jdbc.sql("""
                select ordered from demo_bank.payment where (ordered::json -> 'metadata' ->> 'payment') = :payment
                """)
                .param("payment", order.payment().toString())
                .query(String.class)
                .single());
    }

    @Test
    void a_domain_in_cyrillic_is_told_in_ascii() {
        var order = order(100_00, "vera@пример.рф");
        provider.create(order, UUID.randomUUID());
        assertThat(sent(order).at("/receipt/customer/email").stringValue()).isEqualTo("vera@xn--e1afmkfd.xn--p1ai");
    }

    private Order order(long kopecks) {
        return order(kopecks, "vera@example.com");
    }

    private Order order(long kopecks, String email) {
        var account = AnAccount.anAccount(jdbc);
        return new Order(
                PaymentId.at(clock.instant()),
                account.id(),
                new SupplierCode("test"),
                account.number(),
                Money.ofKopecks(kopecks),
                PaymentMethod.SBP,
                email,
                BillingMonth.of(2026, 10));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
