package golubika.payments.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import golubika.payments.Answer;
import golubika.payments.NoticeMessage;
import golubika.payments.Order;
import golubika.payments.PaymentId;
import golubika.payments.PaymentMethod;
import golubika.payments.Provider;
import golubika.payments.Providers;
import golubika.payments.Refund;
import golubika.payments.Refunded;
import golubika.site.PortalSecret;
import golubika.suppliers.SupplierCode;
import golubika.testing.ALyingBank;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalWithBank;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/// Suppliers whose bank is no bank of its protocol, or a broken one: nothing that it says is money or a failure.
class LyingBankTest extends PortalWithBank {

    private static final SupplierCode SUPPLIER = new SupplierCode("lied-to");
    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    @Autowired
    Providers providers;

    @Autowired
    KeptShops shops;

    private final ALyingBank liar = new ALyingBank();

    @BeforeEach
    void aSupplierOfALiar() {
        ASupplier.in(suppliers, jdbc, SUPPLIER, UnaryOperator.identity());
        jdbc.sql("delete from provider_shop where supplier = 'lied-to'").update();
        clock.pass(Duration.ofSeconds(6));
    }

    @AfterEach
    void close() {
        liar.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"YOOKASSA", "SBERBANK", "TBANK"})
    void neither_pages_nor_errors_nor_silence_say_anything(String name) {
        var provider = chosen(name);
        for (var status : new int[] {0, 500, 502, 503, 302, 429}) {
            liar.says(status, "<html>try again</html>");
            nothingIsKnown(provider, "status " + status);
        }
        for (var body :
                new String[] {"", "<html>", "[]", "42", "null", "{\"status\":\"succeeded\"}", "{\"Success\":"}) {
            liar.says(200, body);
            nothingIsKnown(provider, body);
        }
    }

    private void nothingIsKnown(Provider provider, String why) {
        var order = order(PaymentMethod.CARD);
        assertThat(provider.create(order, UUID.randomUUID())).as(why).isInstanceOf(Answer.Unclear.class);
        assertThat(provider.createAgain(order, UUID.randomUUID())).as(why).isInstanceOf(Answer.Unclear.class);
        assertThat(provider.fetch(SUPPLIER, "13660")).as(why).isInstanceOf(Answer.Unclear.class);
        assertThat(provider.refund(new Refund(order, "13660", order.amount(), UUID.randomUUID())))
                .as(why)
                .isInstanceOf(Refunded.Unclear.class);
    }

    @Test
    void a_bank_that_is_not_there_says_nothing() {
        var provider = chosen("SBERBANK");
        liar.close();
        nothingIsKnown(provider, "closed");
    }

    @Test
    void an_order_that_sberbank_knows_is_asked_for_by_its_number() {
        var provider = chosen("SBERBANK");
        var order = order(PaymentMethod.CARD);
        liar.says(200, "{\"errorCode\":\"1\"}");
        assertThat(provider.create(order, UUID.randomUUID())).isInstanceOf(Answer.Unclear.class);
        assertThat(liar.asked()).hasSize(2);
        assertThat(liar.asked().getFirst()).startsWith("/register.do ").contains("password=told-to-nobody");
        assertThat(liar.asked().getLast())
                .startsWith("/getOrderStatusExtended.do ")
                .contains("orderNumber=" + order.payment().digits());
    }

    @Test
    void an_order_that_tbank_does_not_know_is_told_anew_and_one_that_it_cannot_look_up_is_not() {
        var provider = chosen("TBANK");
        var order = order(PaymentMethod.CARD);
        liar.says(200, "{\"Success\":false,\"ErrorCode\":\"9999\"}");
        provider.createAgain(order, UUID.randomUUID());
        assertThat(liar.asked()).singleElement().asString().startsWith("/CheckOrder ");

        liar.says(200, "{\"Success\":false,\"ErrorCode\":\"255\"}");
        provider.createAgain(order, UUID.randomUUID());
        assertThat(liar.asked()).hasSize(3);
        assertThat(liar.asked().getLast()).startsWith("/Init ").doesNotContain("told-to-nobody");
    }

    @Test
    void of_several_payments_of_an_order_tbank_is_asked_about_the_one_with_the_money() {
        var provider = chosen("TBANK");
        liar.says(200, """
                {"Success":true,"ErrorCode":"0","Payments":[{"PaymentId":"1","Status":"REJECTED"},
                 {"PaymentId":"2","Status":"CONFIRMED"},{"PaymentId":"3","Status":"NEW"}]}
                """);
        provider.createAgain(order(PaymentMethod.CARD), UUID.randomUUID());
        assertThat(liar.asked().getLast()).startsWith("/GetState ").contains("\"PaymentId\":\"2\"");
    }

    @Test
    void tbank_takes_no_few_roubles_by_sbp() {
        var provider = chosen("TBANK");
        assertThat(provider.create(order(PaymentMethod.SBP, 9_99), UUID.randomUUID()))
                .isEqualTo(new Answer.Refused("too_little_for_sbp"));
        assertThat(liar.asked()).isEmpty();
    }

    @Test
    void secrets_are_sealed_in_the_database_and_printed_nowhere() {
        chosen("SBERBANK");
        var row = jdbc.sql("select provider_shop::text from provider_shop where supplier = 'lied-to'")
                .query(String.class)
                .list()
                .toString();
        assertThat(row).contains("the-shop").doesNotContain("told-to-nobody");
        assertThat(HexFormat.of().formatHex("told-to-nobody".getBytes(StandardCharsets.UTF_8)))
                .satisfies(hex -> assertThat(row).doesNotContain(hex));
        assertThat(shops.find(SUPPLIER, "SBERBANK")).hasValueSatisfying(credentials -> {
            assertThat(credentials.secret()).isEqualTo("told-to-nobody");
            assertThat(credentials.noticeKey()).isEqualTo("told-to-nobody-either");
            assertThat(credentials.toString()).doesNotContain("told-to-nobody");
        });
        assertThat(shop("SBERBANK").toString()).doesNotContain("told-to-nobody");
    }

    @Test
    void a_sealed_secret_opens_in_its_own_place_alone() {
        var secrets = new SealedSecrets(
                new PortalSecret(new MockEnvironment().withProperty("golubika.secret", "x".repeat(32))));
        var sealed = secrets.seal("one/SBERBANK/secret", "пароль");
        assertThat(secrets.open("one/SBERBANK/secret", sealed)).isEqualTo("пароль");
        assertThat(secrets.seal("one/SBERBANK/secret", "пароль")).isNotEqualTo(sealed);
        assertThatIllegalStateException()
                .isThrownBy(() -> secrets.open("two/SBERBANK/secret", sealed))
                .withMessageNotContaining("пароль");
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> secrets.open("one/SBERBANK/secret", sealed));
    }

    @Test
    void the_latest_choice_takes_new_payments_and_the_earlier_shop_is_still_asked() {
        var first = chosen("SBERBANK");
        clock.pass(Duration.ofSeconds(10));
        var second = chosen("TBANK");
        assertThat(providers.of(SUPPLIER)).contains(second);
        liar.says(200, "{}");
        first.fetch(SUPPLIER, "md-1");
        assertThat(liar.asked()).singleElement().asString().startsWith("/getOrderStatusExtended.do ");
    }

    @Test
    void a_supplier_offers_the_ways_to_pay_that_its_shop_takes() {
        chosen("SBERBANK");
        assertThat(providers.methods(SUPPLIER)).containsExactly(PaymentMethod.SBP, PaymentMethod.CARD);
        clock.pass(Duration.ofSeconds(10));
        shops.choose(new KeptShops.NewShop(
                SUPPLIER, "SBERBANK", "shop", "secret", null, URI.create(liar.address()), Set.of(PaymentMethod.CARD)));
        assertThat(providers.methods(SUPPLIER)).containsExactly(PaymentMethod.CARD);
    }

    @Test
    void without_a_key_of_callbacks_sberbank_has_nothing_to_prove_and_without_a_shop_nobody_can() {
        var told = new NoticeMessage(Map.of("mdOrder", "md-1", "operation", "deposited"), new byte[0]);
        var provider = chosen("SBERBANK");
        assertThat(provider.isProven(SUPPLIER, told)).isFalse();
        shops.choose(new KeptShops.NewShop(
                SUPPLIER, "SBERBANK", "shop", "secret", null, URI.create(liar.address()), Set.of()));
        assertThat(provider.isProven(SUPPLIER, told)).isTrue();
        assertThat(provider.isProven(new SupplierCode("nobody"), told)).isFalse();
    }

    @Test
    void what_is_no_notice_is_none() {
        for (var name : new String[] {"YOOKASSA", "SBERBANK", "TBANK"}) {
            var provider = providers.named(name);
            for (var body : new String[] {"", "[]", "{}", "<xml/>", "null", "42", "{\"PaymentId\":{}}"}) {
                assertThat(provider.read(new NoticeMessage(
                                Map.of("mdOrder", "", "operation", "<b>"), body.getBytes(StandardCharsets.UTF_8))))
                        .as("%s %s", name, body)
                        .isEmpty();
            }
        }
    }

    private Provider chosen(String name) {
        shops.choose(shop(name));
        return providers.named(name);
    }

    private KeptShops.NewShop shop(String name) {
        return new KeptShops.NewShop(
                SUPPLIER,
                name,
                "the-shop",
                "told-to-nobody",
                "told-to-nobody-either",
                URI.create(liar.address()),
                Set.of());
    }

    private Order order(PaymentMethod method) {
        return order(method, 1956_85);
    }

    private Order order(PaymentMethod method, long kopecks) {
        var account = AnAccount.of(jdbc, SUPPLIER, "81" + COUNT.incrementAndGet());
        return new Order(
                PaymentId.at(clock.instant()),
                account.id(),
                SUPPLIER,
                account.number(),
                Money.ofKopecks(kopecks),
                method,
                "vera@example.com",
                BillingMonth.of(2026, 10));
    }
}
