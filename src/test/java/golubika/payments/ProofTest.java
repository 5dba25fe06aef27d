package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.BankCustomer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Notices that carry a proof of their origin: who cannot give it is not heard, and who can is not believed either.
class ProofTest extends PaymentsOfTest {

    private static final AtomicInteger COUNT = new AtomicInteger(1000);
    private static final String KEY = "test-secret";

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void theirSuppliers() {
        for (var code : new String[] {"sber", "tbank"}) {
            ASupplier.in(suppliers, jdbc, new SupplierCode(code), UnaryOperator.identity());
        }
    }

    @Test
    void a_callback_of_sberbank_is_heard_in_the_address_and_as_a_form_if_its_checksum_is_right() throws Exception {
        var payment = begun(indebtedTo("sber"));
        var told = callback(payment, "deposited");
        var signed = form(signed(told, KEY));
        assertThat(get("/webhooks/sberbank?" + signed).statusCode()).isEqualTo(200);
        assertThat(post("/webhooks/sberbank", "application/x-www-form-urlencoded", signed)
                        .statusCode())
                .isEqualTo(200);
        assertThat(kept(payment)).isEqualTo(1);

        assertThat(get("/webhooks/sberbank?" + form(told)).statusCode()).isEqualTo(403);
        assertThat(get("/webhooks/sberbank?" + form(signed(told, "another"))).statusCode())
                .isEqualTo(403);
        assertThat(get("/webhooks/sberbank?" + signed.replace("deposited", "refunded"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(kept(payment)).isEqualTo(1);
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
    }

    @Test
    void a_notification_of_tbank_is_acknowledged_by_two_letters_if_its_token_is_right() throws Exception {
        var payment = begun(indebtedTo("tbank"));
        var heard = post("/webhooks/tbank", "application/json", notification(payment, "CONFIRMED", KEY));
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo("OK");
        assertThat(kept(payment)).isEqualTo(1);

        var forged = post("/webhooks/tbank", "application/json", notification(payment, "CONFIRMED", "another"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).isEmpty();
        var changed = notification(payment, "CONFIRMED", KEY).replace("CONFIRMED", "REFUNDED");
        assertThat(post("/webhooks/tbank", "application/json", changed).statusCode())
                .isEqualTo(403);
        assertThat(kept(payment)).isEqualTo(1);
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
    }

    @Test
    void a_true_notice_replayed_a_hundred_times_is_one_posting() throws Exception {
        var account = indebtedTo("tbank");
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        for (var n = 0; n < 100; n++) {
            post("/webhooks/tbank", "application/json", notification(payment, "CONFIRMED", KEY));
        }
        await().untilAsserted(() -> assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED));
        assertThat(postings(account)).isEqualTo(1);
        assertThat(kept(payment)).isEqualTo(1);
    }

    @Test
    void what_is_not_ours_is_acknowledged_and_forgotten() throws Exception {
        var unknown = Map.of(
                "mdOrder", "70906e55-7114-41d6-8332-4609dc6590f4",
                "orderNumber", "GAS-000001",
                "operation", "deposited",
                "status", "1");
        assertThat(get("/webhooks/sberbank?" + form(unknown)).statusCode()).isEqualTo(200);
        var stranger = post("/webhooks/tbank", "application/json", """
                {"TerminalKey":"terminal","OrderId":"GAS-000001","Success":true,"Status":"CONFIRMED","PaymentId":2006896}
                """);
        assertThat(stranger.body()).isEqualTo("OK");
        assertThat(jdbc.sql("select count(*) from provider_event where reference in ('2006896', :md)")
                        .param("md", "70906e55-7114-41d6-8332-4609dc6590f4")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_notice_at_the_door_of_another_provider_is_not_of_its_payments() throws Exception {
        var payment = begun(indebtedTo("tbank"));
        var body = """
                {"type":"notification","event":"payment.succeeded","object":{"id":"%s","metadata":{"payment":"%s"}}}
                """.formatted(payment.atProvider().reference(), payment.id());
        assertThat(post("/webhooks/yookassa", "application/json", body).statusCode())
                .isEqualTo(200);
        assertThat(kept(payment)).isZero();
    }

    @Test
    void what_is_no_notice_is_refused() throws Exception {
        for (var path : new String[] {"/webhooks/sberbank", "/webhooks/tbank"}) {
            for (var body : new String[] {"", "[]", "{}", "<xml/>", "null", "42"}) {
                assertThat(post(path, "application/json", body).statusCode())
                        .as("%s %s", path, body)
                        .isEqualTo(400);
            }
            assertThat(post(path, "application/json", "{\"x\":\"" + "x".repeat(70_000) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(get("/webhooks/sberbank").statusCode()).isEqualTo(400);
    }

    private static Map<String, String> callback(Payment payment, String operation) {
        return Map.of(
                "mdOrder",
                Objects.requireNonNull(payment.atProvider().reference()),
                "orderNumber",
                payment.id().digits(),
                "operation",
                operation,
                "status",
                "1",
                "amount",
                "195685",
                "comment",
                "Оплата; газ");
    }

    private static Map<String, String> signed(Map<String, String> parameters, String key) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var all = new TreeMap<>(parameters);
        var data = all.entrySet().stream()
                .map(one -> one.getKey() + ";" + one.getValue() + ";")
                .collect(Collectors.joining());
        all.put(
                "checksum",
                HexFormat.of().withUpperCase().formatHex(mac.doFinal(data.getBytes(StandardCharsets.UTF_8))));
        return all;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String notification(Payment payment, String status, String password) throws Exception {
        var reference = payment.atProvider().reference();
        var data = "195685" + "0" + payment.id() + password + reference + status + "true" + "terminal";
        var token = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(data.getBytes(StandardCharsets.UTF_8)));
        return """
                {"TerminalKey":"terminal","OrderId":"%s","Success":true,"Status":"%s","PaymentId":%s,"ErrorCode":"0",
                 "Amount":195685,"Token":"%s"}
                """.formatted(payment.id(), status, reference, token);
    }

    private long kept(Payment payment) {
        return jdbc.sql("select count(*) from provider_event where account_id = :account and payment_id = :payment")
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .query(Long.class)
                .single();
    }

    private AnAccount indebtedTo(String supplier) {
        return AnAccount.of(jdbc, new SupplierCode(supplier), "73" + COUNT.incrementAndGet())
                .closedAt(OCTOBER, DEBT.kopecks(), LocalDate.of(2026, 11, 5));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(visitors.address() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(visitors.address() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
