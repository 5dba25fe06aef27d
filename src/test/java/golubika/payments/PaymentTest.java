package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import golubika.demo.bank.Mood;
import golubika.testing.BankCustomer;
import golubika.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The way of a payment with a bank that is slow, silent, wrong or dead, and a portal that dies as well.
class PaymentTest extends PaymentsOfTest {

    @Autowired
    PaymentBook book;

    @Test
    void a_payment_lowers_the_debt_once_the_bank_has_the_money() {
        var account = indebted();
        var payment = begun(order(account, "vera@example.com"));
        assertThat(payment.state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(debt(account)).isEqualTo(DEBT);

        BankCustomer.pays(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));

        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(debt(account)).isEqualTo(Money.ZERO);
        assertThat(payments.of(account.id())).singleElement().satisfies(line -> {
            assertThat(line.payment()).isEqualTo(payment.id());
            assertThat(line.state()).isEqualTo(PaymentState.SUCCEEDED);
            assertThat(line.knownToBilling()).isFalse();
        });
        assertThat(letters.of("vera@example.com")).first().satisfies(letter -> {
            assertThat(letter.subject()).contains("1\u00a0956,85\u00a0₽").contains(account.number());
            assertThat(letter.body()).doesNotContain("Клюквина").doesNotContain("Лесная");
            assertThat(letter.linkPath()).isEqualTo("/payments/" + payment.id());
        });
    }

    @Test
    void a_declined_payment_leaves_the_debt() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.isDeclined(bankPage(payment));
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(now(payment).atProvider().failure()).isEqualTo("insufficient_funds");
        assertThat(debt(account)).isEqualTo(DEBT);
        assertThat(payments.running(account.id())).isEmpty();
    }

    @Test
    void a_payment_that_nobody_makes_fails_when_the_bank_gives_it_up() {
        var payment = begun(indebted());
        BankCustomer.leaves(bankPage(payment));
        checksAfter(Duration.ofMinutes(59));
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        checksAfter(Duration.ofMinutes(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        assertThat(now(payment).atProvider().failure()).isEqualTo("expired_on_confirmation");
    }

    @Test
    void a_bank_that_took_the_order_and_fell_silent_is_told_again_and_takes_it_once() {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var account = indebted();
        var before = bank.payments();
        var payment = begun(account);
        assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);

        bankIs();
        checksAfter(Duration.ofMinutes(1));

        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(bank.payments()).isEqualTo(before + 1);
    }

    @Test
    void a_bank_that_is_still_at_it_is_asked_again_within_seconds() {
        bankIs(Mood.STILL_AT_IT);
        var payment = begun(indebted());
        assertThat(payment.state()).isEqualTo(PaymentState.UNKNOWN);
        bankIs();
        checksAfter(Duration.ofSeconds(2));
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
    }

    @Test
    void a_payment_made_while_the_bank_is_down_is_found_when_it_is_up_again() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        bankIs(Mood.DOWN);
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        bankIs();
        checksAfter(Duration.ofMinutes(2));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void a_crash_before_the_bank_was_told_loses_nothing() {
        var account = indebted();
        var order = order(account);
        book.intend(order, intent(), provider.name());
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(order).state()).isEqualTo(PaymentState.REDIRECTED);
    }

    @Test
    void a_crash_after_the_bank_was_told_doubles_nothing() {
        var before = bank.payments();
        var order = order(indebted());
        var intended = (Start.Begun) book.intend(order, intent(), provider.name());
        provider.create(order, intended.payment().atProvider().key());

        checksAfter(Duration.ofMinutes(1));

        assertThat(now(order).state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(bank.payments()).isEqualTo(before + 1);
    }

    @Test
    void a_crash_in_the_middle_of_a_check_is_made_up_for() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        clock.pass(Duration.ofSeconds(30));
        assertThat(book.claim(account.id(), payment.id(), null)).isPresent();

        checksAfter(Duration.ofMinutes(1));

        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void a_claimed_payment_is_nobody_else_s_until_its_next_round() {
        var account = indebted();
        var payment = begun(account);
        clock.pass(Duration.ofSeconds(30));
        assertThat(book.claim(account.id(), payment.id(), null)).isPresent();
        assertThat(book.claim(account.id(), payment.id(), null)).isEmpty();
    }

    @Test
    void the_page_of_a_payment_asks_at_once_but_not_every_moment() {
        var account = indebted();
        var payment = begun(account);
        assertThat(asking.whileLooking(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        BankCustomer.pays(bankPage(payment));
        assertThat(asking.whileLooking(payment).state()).isEqualTo(PaymentState.REDIRECTED);
        clock.pass(Duration.ofSeconds(3));
        assertThat(asking.whileLooking(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void an_order_never_acknowledged_fails_after_a_day_and_late_money_is_posted_all_the_same() {
        bankIs(Mood.SILENT_AFTER_TAKING);
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPageOf(payment.order()));
        bankIs(Mood.DOWN);
        checksAfter(Duration.ofHours(22));
        assertThat(now(payment).state()).isEqualTo(PaymentState.UNKNOWN);
        checksAfter(Duration.ofHours(2));
        assertThat(now(payment).state()).isEqualTo(PaymentState.FAILED);
        checksAfter(Duration.ofHours(2));
        assertThat(now(payment).atProvider().nextCheckAt()).isNull();

        bankIs();
        bank.deliver();

        await().untilAsserted(() -> assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED));
        assertThat(debt(account)).isEqualTo(Money.ZERO);
        assertThat(payments.trace(payment).stream().map(PaymentEvent::state))
                .containsExactly(
                        PaymentState.INTENDED, PaymentState.UNKNOWN, PaymentState.FAILED, PaymentState.SUCCEEDED);
    }

    @Test
    void a_portal_that_was_down_for_longer_than_keys_live_orders_nothing_anew() {
        var before = bank.payments();
        var order = order(indebted());
        book.intend(order, intent(), provider.name());

        checksAfter(Duration.ofHours(30));

        assertThat(now(order).state()).isEqualTo(PaymentState.FAILED);
        assertThat(now(order).atProvider().failure()).isEqualTo("no_answer");
        assertThat(bank.payments()).isEqualTo(before);
    }

    @Test
    void another_sum_at_the_bank_is_never_posted() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        bankIs(Mood.ANOTHER_SUM);
        checksAfter(Duration.ofSeconds(30));
        assertThat(now(payment).state()).isEqualTo(PaymentState.MISMATCHED);
        assertThat(postings(account)).isZero();

        bankIs();
        checksAfter(Duration.ofMinutes(1));
        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    @Test
    void another_sum_in_the_bank_s_first_answer_sends_nobody_to_pay_it() {
        bankIs(Mood.ANOTHER_SUM);
        assertThat(begun(indebted()).state()).isEqualTo(PaymentState.MISMATCHED);
    }

    @Test
    void whatever_the_order_in_which_answers_come_the_outcome_is_the_same() {
        var account = indebted();
        var payment = begun(account);
        BankCustomer.pays(bankPage(payment));
        var reference = payment.atProvider().reference();
        assertThat(reference).isNotNull();
        var paid = provider.fetch(payment.order().supplier(), reference);
        var pending = provider.create(payment.order(), payment.atProvider().key());
        var silence = new Answer.Unclear("nothing", Duration.ofMinutes(1));

        for (var answer : List.of(silence, paid, pending, silence, paid, new Answer.Refused("400"), paid)) {
            outcomes.record(payment.order(), answer);
        }

        assertThat(now(payment).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(now(payment).atProvider().nextCheckAt()).isNull();
        assertThat(postings(account)).isEqualTo(1);
        assertThat(letters.of(payment.order().receiptEmail())).hasSize(1);
    }

    @Autowired
    Outcomes outcomes;

    @Test
    void fifty_equal_orders_at_once_are_one_payment() throws Exception {
        var account = indebted();
        var before = bank.payments();
        var intent = intent();
        try (var hands = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = java.util.stream.IntStream.range(0, 50)
                    .<java.util.concurrent.Callable<Start>>mapToObj(n -> () -> starting.start(order(account), intent))
                    .toList();
            var outcomesOfAll = hands.invokeAll(starts);
            var begun = 0;
            for (var outcome : outcomesOfAll) {
                begun += outcome.get() instanceof Start.Begun ? 1 : 0;
            }
            assertThat(begun).isEqualTo(1);
        }
        assertThat(payments.running(account.id())).hasSize(1);
        assertThat(bank.payments()).isEqualTo(before + 1);
    }

    @Test
    void fifty_different_forms_at_once_are_one_payment_and_forty_nine_warnings() throws Exception {
        var account = indebted();
        try (var hands = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = java.util.stream.IntStream.range(0, 50)
                    .<java.util.concurrent.Callable<Start>>mapToObj(n -> () -> starting.start(order(account), intent()))
                    .toList();
            var warned = 0;
            for (var outcome : hands.invokeAll(starts)) {
                warned += outcome.get() instanceof Start.AnotherRuns ? 1 : 0;
            }
            assertThat(warned).isEqualTo(49);
        }
        assertThat(payments.running(account.id())).hasSize(1);
    }

    @Test
    void the_same_form_with_another_order_is_not_taken() {
        var account = indebted();
        var intent = intent();
        starting.start(order(account), intent);
        var other = new Order(
                starting.newId(),
                account.id(),
                account.supplier(),
                account.number(),
                Money.ofKopecks(100_00),
                PaymentMethod.SBP,
                "vera@example.com",
                OCTOBER);
        assertThat(starting.start(other, intent)).isInstanceOf(Start.OtherOrder.class);
    }

    @Test
    void the_list_of_payments_holds_ours_and_those_made_elsewhere_newest_first() {
        var account = indebted().paid("BANK-1", 500_00, Instant.parse("2026-10-05T09:00:00Z"), null);
        var payment = begun(account);
        assertThat(payments.of(account.id())).extracting(PaymentLine::payment).containsExactly(payment.id(), null);
    }

    @Test
    void ids_grow_with_time_and_are_read_back() {
        var one = PaymentId.at(Instant.parse("2026-11-20T12:00:00Z"));
        var later = PaymentId.at(Instant.parse("2026-11-20T12:00:00.001Z"));
        assertThat(one).isLessThan(later);
        assertThat(PaymentId.from(one.toString())).isEqualTo(one);
        assertThat(one.value().version()).isEqualTo(7);
        assertThat(one.value().variant()).isEqualTo(2);
        assertThat(UUID.fromString(one.toString())).isEqualTo(one.value());
    }
}
