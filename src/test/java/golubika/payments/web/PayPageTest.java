package golubika.payments.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.payments.PaymentId;
import golubika.payments.PaymentState;
import golubika.payments.Payments;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.BankCustomer;
import golubika.testing.PortalWithBank;
import golubika.testing.Visitor;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// «Оплатить онлайн» and the page of a payment, as a browser without scripts meets them.
class PayPageTest extends PortalWithBank {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final LocalDate FIFTH = LocalDate.of(2026, 11, 5);

    @Autowired
    Payments payments;

    Household household;
    Visitor visitor;

    @BeforeEach
    void somebodyIsIn() {
        household = visitors.household();
        visitor = visitors.signedIn(household);
    }

    @Test
    void the_form_proposes_the_debt_and_names_it_on_the_button() {
        var account = owing(1956_85);
        var page = visitor.get(pay(account)).text();
        assertThat(page)
                .contains(
                        "Оплатить онлайн",
                        "Текущий долг",
                        "Своя сумма",
                        "Оплатить 1\u00a0956,85\u00a0₽",
                        "15\u00a0ноября")
                .contains("value=\"" + household.login() + "\"")
                .contains("0,00\u00a0₽");
    }

    @Test
    void the_debt_is_paid_at_the_bank_and_the_way_back_tells_the_truth() {
        var account = owing(1956_85);
        var answer = visitor.post(pay(account), debt(account));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith(bank.address() + "/pay/");

        var payment = payments.running(account.id()).getFirst();
        assertThat(visitor.get("/payments/" + payment.id()).text()).contains("Ждём ответа банка", answer.location());
        BankCustomer.pays(answer.location());
        clock.pass(Duration.ofSeconds(5));

        assertThat(visitor.get("/payments/" + payment.id()).text())
                .contains("Платёж принят", "1\u00a0956,85\u00a0₽", "Подтверждён банком")
                .doesNotContain("every 5s");
        assertThat(visitor.get(pay(account)).text()).contains("Долга нет").doesNotContain("Текущий долг");
    }

    @Test
    void a_declined_payment_says_why_and_how_to_try_again() {
        var account = owing(1956_85);
        var bankPage = visitor.post(pay(account), debt(account)).location();
        var payment = payments.running(account.id()).getFirst();
        BankCustomer.isDeclined(bankPage);
        clock.pass(Duration.ofSeconds(5));
        assertThat(visitor.get("/payments/" + payment.id()).text())
                .contains("Платёж не прошёл", "не хватило денег", "sum=1956.85&amp;method=sbp");
        assertThat(visitor.get(pay(account) + "?what=own&sum=1956.85&method=card")
                        .text())
                .contains("Оплатить 1\u00a0956,85\u00a0₽");
    }

    @Test
    void sending_the_form_again_leads_to_the_payment_that_it_brought() {
        var account = owing(1956_85);
        var form = debt(account);
        visitor.post(pay(account), form);
        var payment = payments.running(account.id()).getFirst();
        assertThat(visitor.post(pay(account), form).location()).isEqualTo("/payments/" + payment.id());

        BankCustomer.pays(bankPage(payment.id()));
        clock.pass(Duration.ofSeconds(5));
        visitor.get("/payments/" + payment.id());
        assertThat(visitor.post(pay(account), form).location()).isEqualTo("/payments/" + payment.id());
        assertThat(payments.of(account.id())).hasSize(1);
    }

    @Test
    void fifty_equal_forms_at_once_are_one_payment() throws Exception {
        var account = owing(1956_85);
        var before = bank.payments();
        var form = new HashMap<>(debt(account));
        form.put("_csrf", hidden(visitor.get(pay(account)).text()).get("_csrf"));
        var cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + java.net.URLEncoder.encode(field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(visitors.address() + pay(account)))
                .header("Cookie", cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(n ->
                            () -> http.send(request, BodyHandlers.discarding()).statusCode())
                    .toList();
            for (var answer : hands.invokeAll(sent)) {
                assertThat(answer.get()).isEqualTo(302);
            }
        }
        assertThat(payments.of(account.id())).hasSize(1);
        assertThat(bank.payments()).isEqualTo(before + 1);
    }

    @Test
    void a_second_tab_is_told_of_the_running_payment_before_it_may_start_another() {
        var account = owing(1956_85);
        var first = debt(account);
        var second = debt(account);
        visitor.post(pay(account), first);
        var running = payments.running(account.id()).getFirst();

        var warned = visitor.post(pay(account), second);
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.text()).contains("ещё идёт", "/payments/" + running.id());

        assertThat(warned.text()).contains("Вы уже начали платить", "name=\"seen\"");

        var again = new HashMap<>(hidden(warned.text()));
        again.putAll(Map.of("what", "debt", "method", "card", "mail", "vera@example.com"));
        assertThat(visitor.post(pay(account), again).status())
                .as("the same button again")
                .isEqualTo(422);
        assertThat(payments.running(account.id())).hasSize(1);

        var deliberate = new HashMap<>(again);
        deliberate.put("seen", running.id().toString());
        assertThat(visitor.post(pay(account), deliberate).location()).startsWith(bank.address());
        assertThat(payments.running(account.id())).hasSize(2);
    }

    @Test
    void a_debt_that_changed_meanwhile_is_shown_before_it_is_paid() {
        var account = owing(1956_85);
        var form = debt(account);
        account.closedAt(OCTOBER.next(), 2500_00, LocalDate.of(2026, 12, 5));
        var answer = visitor.post(pay(account), form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Сумма не та", "Оплатить 2\u00a0500,00\u00a0₽");
        assertThat(payments.of(account.id())).isEmpty();
    }

    @Test
    void an_own_sum_the_button_did_not_name_is_shown_before_it_is_paid() {
        var account = owing(1956_85);
        var form = new HashMap<>(debt(account));
        form.put("what", "own");
        form.put("sum", "500");
        var asked = visitor.post(pay(account), form);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Оплатить 500,00\u00a0₽");

        var named = new HashMap<>(hidden(asked.text()));
        named.putAll(Map.of("what", "own", "sum", "500", "method", "sbp", "mail", "vera@example.com"));
        assertThat(visitor.post(pay(account), named).status()).isEqualTo(302);
        assertThat(payments.running(account.id()).getFirst().amount()).isEqualTo(Money.ofKopecks(500_00));
    }

    @Test
    void with_an_overpayment_an_own_sum_is_chosen_and_works() {
        var account = owing(-412_30);
        var page = visitor.get(pay(account)).text();
        assertThat(page).contains("переплата 412,30\u00a0₽").doesNotContain("Текущий долг");
        assertThat(page).containsPattern("id=\"what-own\"[^>]* checked");
        var form = new HashMap<>(hidden(page));
        form.putAll(Map.of("what", "own", "sum", "1 000,50", "method", "sbp", "mail", "vera@example.com"));
        assertThat(visitor.post(pay(account), form).location()).startsWith(bank.address());
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_stays() {
        var account = owing(1956_85);
        var form = new HashMap<>(debt(account));
        form.putAll(Map.of("what", "own", "sum", "сто", "mail", "vera(at)example.com"));
        var answer = visitor.post(pay(account), form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("id=\"e-sum\"", "id=\"e-mail\"", "value=\"сто\"", "value=\"vera(at)example.com\"");
        assertThat(payments.of(account.id())).isEmpty();
    }

    @Test
    void a_reading_given_while_paying_is_priced_and_stands_even_if_the_card_is_declined() {
        var account = owing(1956_85).withMeter("M1", "0041", 5, 27_927);
        var seen = visitor.get(pay(account) + "?what=readings&now1=28027").text();
        assertThat(seen)
                .contains("894,00\u00a0₽", "Оплатить 2\u00a0850,85\u00a0₽")
                .doesNotContain("Расход");

        var form = new HashMap<>(hidden(seen));
        form.putAll(Map.of("what", "readings", "now1", "28027", "method", "card", "mail", "vera@example.com"));
        var bankPage = visitor.post(pay(account), form).location();
        var payment = payments.running(account.id()).getFirst();
        assertThat(payment.amount()).isEqualTo(Money.ofKopecks(2850_85));
        BankCustomer.isDeclined(bankPage);
        clock.pass(Duration.ofSeconds(5));

        assertThat(visitor.get("/payments/" + payment.id()).text())
                .contains("Платёж не прошёл", "второй раз передавать их не нужно");
        assertThat(readings(account)).isEqualTo(1);
        assertThat(visitor.post(pay(account), form).location()).isEqualTo("/payments/" + payment.id());
        assertThat(readings(account)).isEqualTo(1);
    }

    @Test
    void an_unlikely_reading_is_asked_back_before_anything_is_paid() {
        var account = owing(1956_85)
                .withMeter("M1", "0041", 5, 27_927)
                .charged(BillingMonth.of(2025, 11), 100, "8.36000", 836_00);
        connectFull(household, account);
        var form = new HashMap<>(debt(account));
        form.putAll(Map.of("what", "readings", "now1", "29927"));
        var asked = visitor.post(pay(account), form);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Сверьте число", "name=\"sure1\"");
        assertThat(asked.text()).contains("обычно около 100");
        assertThat(readings(account)).isZero();

        var named = new HashMap<>(hidden(visitor.get(pay(account) + "?what=readings&now1=29927&sure1=29927")
                .text()));
        named.putAll(Map.of("what", "readings", "now1", "29927", "mail", "vera@example.com"));
        assertThat(visitor.post(pay(account), named).status()).isEqualTo(422);
        assertThat(readings(account)).isZero();

        var below = new HashMap<>(form);
        below.put("now1", "27000");
        assertThat(visitor.post(pay(account), below).text()).contains("Меньше прошлого показания");
        assertThat(payments.of(account.id())).isEmpty();

        named.put("sure1", "28927");
        assertThat(visitor.post(pay(account), named).text()).contains("Сверьте число");
        assertThat(readings(account)).isZero();
        named.put("sure1", "29927");
        assertThat(visitor.post(pay(account), named).location()).startsWith(bank.address());
        assertThat(payments.running(account.id()).getFirst().readings()).hasSize(1);
        assertThat(readings(account)).isEqualTo(1);
    }

    @Test
    void a_form_without_a_reading_asks_for_one() {
        var account = owing(1956_85).withMeter("M1", "0041", 5, 27_927);
        var form = new HashMap<>(debt(account));
        form.putAll(Map.of("what", "readings", "now1", ""));
        assertThat(visitor.post(pay(account), form).text()).contains("id=\"e-now1\"", "Введите показание счётчика");
    }

    @Test
    void a_receipt_goes_only_where_letters_can_go() {
        var account = owing(1956_85);
        for (var wrong : new String[] {"a,b@c.ru", "ivan..p@x.ru", "vera@example", "вера@пример.рф"}) {
            var form = new HashMap<>(debt(account));
            form.put("mail", wrong);
            assertThat(visitor.post(pay(account), form).text()).as(wrong).contains("id=\"e-mail\"");
        }
        var form = new HashMap<>(debt(account));
        form.put("mail", "vera@Пример.рф");
        assertThat(visitor.post(pay(account), form).status()).isEqualTo(302);
        assertThat(payments.running(account.id()).getFirst().order().receiptEmail())
                .isEqualTo("vera@пример.рф");
    }

    @Test
    void nobody_pays_on_an_account_that_is_not_theirs() {
        var account = AnAccount.anAccount(jdbc).closedAt(OCTOBER, 100_00, FIFTH);
        assertThat(visitor.get(pay(account)).status()).isEqualTo(404);
        assertThat(visitor.post(pay(account), Map.of("what", "debt", "total", "10000"))
                        .status())
                .isEqualTo(404);
        assertThat(visitors.guest().get(pay(account)).status()).isEqualTo(302);
    }

    @Test
    void the_supplier_decides_whether_the_basic_version_pays() {
        var code = new SupplierCode("no-basic-pay");
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("paymentInBasic"));
        var account = AnAccount.of(jdbc, code, "777" + (1000 + (int) (bank.payments() % 9000)));
        connectBasic(household, account);
        assertThat(visitor.get(pay(account)).status()).isEqualTo(403);
        var holder = visitors.household();
        connectFull(holder, account);
        assertThat(visitors.signedIn(holder).get(pay(account)).status()).isEqualTo(200);
    }

    @Test
    void a_payment_is_open_to_its_payer_and_to_full_holders_of_the_account_alone() {
        var account = owing(1956_85);
        visitor.post(pay(account), debt(account));
        var path = "/payments/" + payments.running(account.id()).getFirst().id();

        var full = visitors.household();
        connectFull(full, account);
        var basic = visitors.household();
        connectBasic(basic, account);

        assertThat(visitor.get(path).text()).contains("vera@example.com");
        var seenByHolder = visitors.signedIn(full).get(path);
        assertThat(seenByHolder.status()).isEqualTo(200);
        assertThat(seenByHolder.text())
                .doesNotContain("vera@example.com")
                .doesNotContain(household.login())
                .doesNotContain(bank.address());
        assertThat(visitors.signedIn(basic).get(path).status()).isEqualTo(404);
        assertThat(visitors.signedIn(basic).get(pay(account)).text()).doesNotContain("ещё идёт");
        assertThat(visitors.signedIn(visitors.household()).get(path).status()).isEqualTo(404);
        assertThat(visitors.guest().get(path).status()).isEqualTo(302);
        assertThat(visitor.get("/payments/0198c2f0-0000-7000-8000-000000000000").status())
                .isEqualTo(404);
        assertThat(visitor.get("/payments/4821").status()).isEqualTo(404);
    }

    @Test
    void the_return_from_the_bank_proves_nothing() {
        var account = owing(1956_85);
        visitor.post(pay(account), debt(account));
        var payment = payments.running(account.id()).getFirst();
        clock.pass(Duration.ofSeconds(5));
        assertThat(visitor.get("/payments/" + payment.id() + "?status=succeeded&paid=true")
                        .text())
                .contains("Ждём ответа банка");
        assertThat(payments.again(payment).state()).isEqualTo(PaymentState.REDIRECTED);
    }

    private AnAccount owing(long kopecks) {
        var account = AnAccount.anAccount(jdbc).closedAt(OCTOBER, kopecks, FIFTH);
        connectBasic(household, account);
        return account;
    }

    private static String pay(AnAccount account) {
        return "/accounts/" + account.id() + "/pay";
    }

    /// The form as it stands, with the debt chosen.
    private Map<String, String> debt(AnAccount account) {
        var form = new HashMap<>(hidden(visitor.get(pay(account)).text()));
        form.putAll(Map.of("what", "debt", "method", "sbp", "mail", "vera@example.com"));
        return form;
    }

    private static Map<String, String> hidden(String page) {
        return HIDDEN.matcher(page)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, other) -> other));
    }

    private String bankPage(PaymentId payment) {
        return payments.find(payment).orElseThrow().atProvider().page();
    }

    private long readings(AnAccount account) {
        return jdbc.sql("select count(*) from reading where account_id = :account and state = 'SENT'")
                .param("account", account.id().value())
                .query(Long.class)
                .single();
    }
}
