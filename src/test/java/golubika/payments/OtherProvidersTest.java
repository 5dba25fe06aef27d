package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.demo.bank.Mood;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.BankCustomer;
import golubika.testing.Visitors;
import golubika.values.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The way of a payment in the protocols of Сбербанк and T-Bank, with a bank in all its moods.
class OtherProvidersTest extends PaymentsOfTest {

    private static final String SBER = "sber";
    private static final String TBANK = "tbank";
    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    @Autowired
    PaymentBook book;

    @BeforeEach
    void theirSuppliers() {
        for (var code : new String[] {SBER, TBANK}) {
            ASupplier.in(suppliers, jdbc, new SupplierCode(code), UnaryOperator.identity());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void the_debt_is_paid_once_the_bank_has_the_money(String supplier) {
        var account = indebtedTo(supplier);
        for (var method : PaymentMethod.values()) {
            var payment = begun(account, method);
            assertThat(payment.state()).isEqualTo(PaymentState.REDIRECTED);
            assertThat(bankPage(payment)).startsWith(bank.address());
            BankCustomer.pays(bankPage(payment));
            checksAfter(Duration.ofSeconds(30));
            assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        }
        assertThat(postings(account)).isEqualTo(2);
        assertThat(debt(account)).isEqualTo(DEBT.negated());
    }

    @Test
    void by_sbp_tbank_leads_to_the_link_of_its_code() {
        assertThat(bankPage(begun(indebtedTo(TBANK), PaymentMethod.SBP))).startsWith(bank.address() + "/qr/");
        assertThat(bankPage(begun(indebtedTo(TBANK), PaymentMethod.CARD))).startsWith(bank.address() + "/pay/");
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_declined_payment_leaves_the_debt_and_says_why(String supplier) {
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.isDeclined(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(now(payment).atProvider().failure()).isEqualTo("insufficient_funds");
        assertThat(debt(account)).isEqualTo(DEBT);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_declined_order_is_asked_about_as_long_as_it_may_be_paid_by_another_try(String supplier) {
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.isDeclined(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);

        jdbc.sql("update demo_bank.payment set status = 'succeeded', reason = null where payment_id = :id")
                .param("id", UUID.fromString(idOf(bankPage(payment))))
                .update();
        checksAfter(Duration.ofMinutes(2));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_declined_order_is_left_alone_when_its_time_is_out(String supplier) {
        var payment = begun(indebtedTo(supplier), PaymentMethod.CARD);
        BankCustomer.isDeclined(bankPage(payment));
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(payment).atProvider().nextCheckAt()).isNotNull();
        checksAfter(Duration.ofMinutes(100));
        assertThat(now(payment).atProvider().nextCheckAt()).isNull();
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_payment_that_nobody_makes_fails_when_its_time_is_out(String supplier) {
        var payment = begun(indebtedTo(supplier), PaymentMethod.CARD);
        BankCustomer.leaves(bankPage(payment));
        checksAfter(Duration.ofMinutes(59));
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        checksAfter(Duration.ofMinutes(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(now(payment).atProvider().failure()).isEqualTo("expired_on_confirmation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT_AFTER_TAKING", "STILL_AT_IT"})
    void an_order_whose_answer_was_lost_is_found_and_not_told_twice(Mood mood) {
        for (var supplier : new String[] {SBER, TBANK}) {
            bankIs(mood);
            var before = bank.payments();
            var payment = begun(indebtedTo(supplier), PaymentMethod.CARD);
            assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);

            bankIs();
            checksAfter(Duration.ofMinutes(1));

            assertThat(now(payment).state()).as(supplier).isEqualTo(PaymentState.REDIRECTED);
            assertThat(now(payment).atProvider().reference()).isNotNull();
            assertThat(now(payment).atProvider().page())
                    .as("lost with the answer")
                    .isNull();
            assertThat(bank.payments()).isEqualTo(before + 1);
            checksAfter(Duration.ofMinutes(90));
            assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        }
    }

    @Test
    void the_link_of_sbp_is_asked_for_again_where_it_was_lost() {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var payment = begun(indebtedTo(TBANK), PaymentMethod.SBP);
        bankIs();
        checksAfter(Duration.ofMinutes(1));
        BankCustomer.pays(bankPage(now(payment)));
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_crash_before_the_bank_was_told_loses_nothing(String supplier) {
        var account = indebtedTo(supplier);
        var order = order(account, PaymentMethod.CARD);
        book.intend(order, intent(), providerOf(account).name());
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(order).state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(now(order).atProvider().page()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_payment_made_while_the_bank_is_down_is_found_when_it_is_up_again(String supplier) {
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.pays(bankPage(payment));
        bankIs(Mood.DOWN);
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        bankIs();
        checksAfter(Duration.ofMinutes(2));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void another_sum_at_the_bank_is_never_posted(String supplier) {
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.pays(bankPage(payment));
        bankIs(Mood.ANOTHER_SUM);
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.MISMATCHED);
        assertThat(postings(account)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void notices_make_us_ask_however_they_repeat_and_reorder_themselves(String supplier) {
        bankIs(Mood.REPEATS_NOTICES, Mood.LATEST_NOTICE_FIRST);
        var one = indebtedTo(supplier);
        var other = indebtedTo(supplier);
        var paid = begun(one, PaymentMethod.CARD);
        var declined = begun(other, PaymentMethod.CARD);
        BankCustomer.pays(bankPage(paid));
        BankCustomer.isDeclined(bankPage(declined));
        bank.deliver();
        bank.deliver();
        becomes(paid, PaymentState.SUCCEEDED);
        becomes(declined, PaymentState.FAILED);
        assertThat(postings(one)).isEqualTo(1);
        assertThat(postings(other)).isZero();
        assertThat(undelivered(paid)).isZero();
        assertThat(undelivered(declined)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_signed_lie_in_a_notice_is_not_believed(String supplier) {
        bankIs(Mood.LIES_IN_NOTICES);
        var one = indebtedTo(supplier);
        var other = indebtedTo(supplier);
        var declined = begun(one, PaymentMethod.CARD);
        var paid = begun(other, PaymentMethod.CARD);
        BankCustomer.isDeclined(bankPage(declined));
        BankCustomer.pays(bankPage(paid));
        bank.deliver();
        becomes(declined, PaymentState.FAILED);
        becomes(paid, PaymentState.SUCCEEDED);
        assertThat(postings(one)).isZero();
        assertThat(debt(other)).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void a_notice_that_comes_before_the_answer_to_our_own_call_finds_its_payment(String supplier) {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        assertThat(payment.atProvider().reference()).isNull();
        BankCustomer.pays(bankPageOf(payment.order()));
        bank.deliver();
        becomes(payment, PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void authorized_after_confirmed_takes_nothing_back() {
        var account = indebtedTo(TBANK);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.pays(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));
        var paid = now(payment);
        var reference = Objects.requireNonNull(paid.atProvider().reference());
        outcomes.record(
                payment.order(),
                new Answer.Told(
                        reference, Answer.Status.PENDING, payment.id().toString(), DEBT, "RUB", null, null, null));
        bankIs(Mood.LATEST_NOTICE_FIRST);
        bank.deliver();
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(now(payment).atProvider().nextCheckAt()).isNull();
        assertThat(postings(account)).isEqualTo(1);
    }

    @Autowired
    Outcomes outcomes;

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK, "test"})
    void money_is_given_back_in_parts_and_never_twice_for_one_key(String supplier) {
        var account = supplier.equals("test") ? indebted() : indebtedTo(supplier);
        var payment = paid(account, PaymentMethod.CARD);
        var provider = providerOf(account);
        var part = refund(payment, Money.ofKopecks(500_00));
        assertThat(provider.refund(part)).isInstanceOf(Refunded.Done.class);
        assertThat(provider.refund(part)).isInstanceOf(Refunded.Done.class);
        assertThat(returned(payment)).isEqualTo(500_00);

        bankIs(Mood.SILENT_AFTER_TAKING);
        var rest = refund(payment, DEBT.minus(part.amount()));
        assertThat(provider.refund(rest)).isInstanceOf(Refunded.Unclear.class);
        bankIs();
        assertThat(provider.refund(rest)).isInstanceOf(Refunded.Done.class);
        assertThat(returned(payment)).isEqualTo(DEBT.kopecks());

        assertThat(provider.refund(refund(payment, Money.ofKopecks(1)))).isNotInstanceOf(Refunded.Done.class);
        assertThat(returned(payment)).isEqualTo(DEBT.kopecks());
    }

    @Test
    void a_refund_by_sbp_is_looked_up_before_it_is_told_again() {
        var account = indebtedTo(TBANK);
        var payment = paid(account, PaymentMethod.SBP);
        bankIs(Mood.SILENT_AFTER_TAKING);
        var whole = refund(payment, DEBT);
        assertThat(providerOf(account).refund(whole)).isInstanceOf(Refunded.Unclear.class);
        bankIs();
        assertThat(providerOf(account).refund(whole)).isInstanceOf(Refunded.Done.class);
        assertThat(returned(payment)).isEqualTo(DEBT.kopecks());

        var other = paid(indebtedTo(TBANK), PaymentMethod.SBP);
        assertThat(providerOf(account).refund(refund(other, Money.ofKopecks(500_00))))
                .isInstanceOf(Refunded.Underway.class);
        assertThat(providerOf(account).refund(refund(other, Money.ofKopecks(500_00))))
                .isInstanceOf(Refunded.Unclear.class);
        assertThat(returned(other)).isEqualTo(500_00);
    }

    @ParameterizedTest
    @ValueSource(strings = {SBER, TBANK})
    void money_that_came_and_went_before_we_knew_is_for_a_person_to_look_at(String supplier) {
        var account = indebtedTo(supplier);
        var payment = begun(account, PaymentMethod.CARD);
        BankCustomer.pays(bankPage(payment));
        assertThat(providerOf(account).refund(refund(payment, DEBT))).isInstanceOf(Refunded.Done.class);
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.MISMATCHED);
        assertThat(postings(account)).isZero();
    }

    private Payment paid(AnAccount account, PaymentMethod method) {
        var payment = begun(account, method);
        BankCustomer.pays(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        return now(payment);
    }

    private static Refund refund(Payment payment, Money amount) {
        return new Refund(
                payment.order(), Objects.requireNonNull(payment.atProvider().reference()), amount, UUID.randomUUID());
    }

    private long returned(Payment payment) {
        return jdbc.sql("select coalesce(sum(kopecks), 0) from demo_bank.refund where payment_id = :id")
                .param("id", UUID.fromString(idOf(bankPage(payment))))
                .query(Long.class)
                .single();
    }

    private static String idOf(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private long undelivered(Payment payment) {
        return jdbc.sql("select count(*) from demo_bank.message where payment_id = :id and delivered_at is null")
                .param("id", UUID.fromString(idOf(bankPage(payment))))
                .query(Long.class)
                .single();
    }

    private void becomes(Payment payment, PaymentState state) {
        await().untilAsserted(() -> assertThat(now(payment).state()).isEqualTo(state));
    }

    private Provider providerOf(AnAccount account) {
        return providers.of(account.supplier()).orElseThrow();
    }

    private AnAccount indebtedTo(String supplier) {
        return AnAccount.of(jdbc, new SupplierCode(supplier), "72" + COUNT.incrementAndGet())
                .closedAt(OCTOBER, DEBT.kopecks(), LocalDate.of(2026, 11, 5));
    }

    private Payment begun(AnAccount account, PaymentMethod method) {
        return begun(order(account, method));
    }

    private Order order(AnAccount account, PaymentMethod method) {
        return new Order(
                starting.newId(),
                account.id(),
                account.supplier(),
                account.number(),
                DEBT,
                method,
                Visitors.freshLogin(),
                OCTOBER);
    }
}
