package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.demo.bank.Mood;
import golubika.limits.Limits;
import golubika.testing.BankCustomer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Notices of the bank to our webhook, and of those who pretend to be the bank.
class NoticeTest extends PaymentsOfTest {

    @Autowired
    Limits limits;

    @Test
    void a_notice_makes_us_ask_at_once() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        bank.deliver();
        becomes(payment, PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void a_notice_that_comes_before_the_answer_to_our_own_call_finds_its_payment() {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var account = indebted();
        var payment = begun(account);
        assertThat(payment.atProvider().reference()).isNull();
        BankCustomer.pays(bankPageOf(payment.order()));
        bank.deliver();
        becomes(payment, PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void notices_that_repeat_themselves_and_come_out_of_order_post_each_payment_once() {
        bankIs(Mood.REPEATS_NOTICES, Mood.LATEST_NOTICE_FIRST);
        var one = indebted();
        var other = indebted();
        var paid = begun(one);
        var declined = begun(other);
        BankCustomer.pays(bankPage(paid));
        BankCustomer.isDeclined(bankPage(declined));
        bank.deliver();
        bank.deliver();
        becomes(paid, PaymentState.SUCCEEDED);
        becomes(declined, PaymentState.FAILED);
        assertThat(postings(one)).isEqualTo(1);
        assertThat(postings(other)).isZero();
        assertThat(inbox(paid)).isEqualTo(1);
    }

    @Test
    void a_lie_in_a_notice_is_not_believed() {
        bankIs(Mood.LIES_IN_NOTICES);
        var one = indebted();
        var other = indebted();
        var declined = begun(one);
        var paid = begun(other);
        BankCustomer.isDeclined(bankPage(declined));
        BankCustomer.pays(bankPage(paid));
        bank.deliver();
        becomes(declined, PaymentState.FAILED);
        becomes(paid, PaymentState.SUCCEEDED);
        assertThat(postings(one)).isZero();
        assertThat(debt(other).isZero()).isTrue();
    }

    @Test
    void a_forged_notice_that_names_the_paid_reference_of_another_payment_moves_nothing() {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var victim = begun(indebted());
        var foreign = begun(indebted());
        var foreignPage = bankPageOf(foreign.order());
        BankCustomer.pays(foreignPage);
        bankIs();

        var reference = foreignPage.substring(foreignPage.lastIndexOf('/') + 1);
        assertThat(send(notice("payment.succeeded", reference, victim))).isEqualTo(200);

        becomes(victim, PaymentState.REDIRECTED);
        assertThat(now(victim).atProvider().reference()).isNotEqualTo(reference);
        assertThat(postingsOf(victim)).isZero();
    }

    @Test
    void of_a_crowd_of_made_up_references_few_are_kept_and_the_true_one_is_heeded() {
        var account = indebted();
        var payment = begun(account);
        for (var n = 0; n < 40; n++) {
            assertThat(send(notice("payment.succeeded", UUID.randomUUID().toString(), payment)))
                    .isEqualTo(200);
        }
        assertThat(inbox(payment)).isEqualTo(8);
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);

        clock.pass(Duration.ofMinutes(10));
        BankCustomer.pays(bankPage(payment));
        bank.deliver();
        becomes(payment, PaymentState.SUCCEEDED);
        assertThat(inbox(payment)).isEqualTo(8);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void notices_of_one_payment_cause_few_questions_at_once_and_none_is_lost() {
        var account = indebted();
        var payment = begun(account);
        var reference = Objects.requireNonNull(payment.atProvider().reference());
        for (var n = 0; n < 40; n++) {
            send(notice("payment.succeeded", reference, payment));
        }
        assertThat(limits.take(TakeNotice.QUESTIONS, payment.id().toString())).isFalse();
        assertThat(inbox(payment)).isEqualTo(1);

        BankCustomer.pays(bankPage(payment));
        bank.deliver();
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void a_notice_of_a_payment_that_is_not_ours_is_answered_and_forgotten() {
        var body = """
                {"type":"notification","event":"payment.succeeded","object":{"id":"22d6d597-000f-5000-9000-145f6df21d6f"}}
                """;
        assertThat(send(body)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from provider_event where reference like '22d6d597%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_no_notice_is_refused() {
        for (var body : new String[] {"", "[]", "{}", "<xml/>", "{\"type\":\"notification\"}", "null", "42"}) {
            assertThat(send(body)).as(body).isEqualTo(400);
        }
        assertThat(send("{\"type\":\"" + "x".repeat(70_000) + "\"}")).isEqualTo(413);
    }

    private void becomes(Payment payment, PaymentState state) {
        await().untilAsserted(() -> assertThat(now(payment).state()).isEqualTo(state));
    }

    private static String notice(String event, String reference, Payment payment) {
        return """
                {"type":"notification","event":"%s","object":{"id":"%s","metadata":{"payment":"%s"}}}
                """.formatted(event, reference, payment.id());
    }

    private long inbox(Payment payment) {
        return jdbc.sql("select count(*) from provider_event where account_id = :account and payment_id = :payment")
                .params(Map.of(
                        "account",
                        payment.account().value(),
                        "payment",
                        payment.id().value()))
                .query(Long.class)
                .single();
    }

    private long postingsOf(Payment payment) {
        return jdbc.sql("select count(*) from ledger_entry where account_id = :account")
                .param("account", payment.account().value())
                .query(Long.class)
                .single();
    }

    private int send(String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(visitors.address() + "/webhooks/yookassa"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
