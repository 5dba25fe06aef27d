package golubika.accounts;

import static golubika.accounts.AnswerApplication.Outcome;
import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.PinApplication.Refusal;
import golubika.accounts.PinApplication.State;
import golubika.accounts.PinApplication.Written;
import golubika.audit.Caller;
import golubika.subscribers.Login;
import golubika.subscribers.Subscribers;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PinApplicationTest {

    private static final Written WRITTEN = new Written("Клюквина Анна Петровна", "Лесная, 5", "00417385", "");
    private static final String OPERATOR = "operator07";

    private static int networks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    EndLink ending;

    @Autowired
    OpenFull openFull;

    @Autowired
    PinApplications applications;

    @Autowired
    PinApplicationRows rows;

    @Autowired
    UnansweredApplications unanswered;

    @Autowired
    PinQueue queue;

    @Autowired
    AnswerApplication answers;

    @Autowired
    Pins pins;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private AnAccount account;
    private Household vera;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
        vera = connected();
    }

    @Test
    void an_application_waits_for_the_supplier_until_a_working_day_that_is_told() {
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);

        var sent = latest(vera);
        assertThat(sent.state()).isEqualTo(State.SENT);
        // Friday 20 November 2026, and two working days.
        assertThat(sent.dueOn()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(queue.find(ASupplier.CODE, account.id(), sent.id())
                        .orElseThrow()
                        .written())
                .isEqualTo(WRITTEN);
    }

    @Test
    void many_at_once_are_one() throws Exception {
        var outcomes = atOnce(3, () -> send(vera));

        assertThat(outcomes).filteredOn(PinApplications.Sending.SENT::equals).hasSize(1);
        assertThat(outcomes).doesNotContain(PinApplications.Sending.TOO_MANY);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void another_person_asks_for_the_same_account_by_themselves() {
        var other = connected();
        send(vera);

        assertThat(send(other)).isEqualTo(PinApplications.Sending.SENT);
        assertThat(latest(other).number()).isEqualTo(latest(vera).number() + 1);
    }

    @Test
    void after_a_refusal_and_what_was_taken_back_another_may_be_sent_but_after_three_the_next_waits() {
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);
        refuse(vera);
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);
        applications.withdraw(vera.id(), link(vera), Caller.PORTAL);
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);
        refuse(vera);

        assertThat(send(vera)).isEqualTo(PinApplications.Sending.TOO_MANY);
        clock.pass(Duration.ofHours(8));
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);
    }

    @Test
    void what_is_taken_back_is_forgotten_and_cannot_be_answered() {
        send(vera);
        applications.withdraw(vera.id(), link(vera), Caller.PORTAL);

        assertThat(grant(vera)).isInstanceOf(Outcome.Closed.class);
        assertThat(entry(vera).written()).isNull();
        assertThat(mailbox.of(vera.login())).isEmpty();
    }

    @Test
    void the_issued_pin_comes_by_mail_and_opens_the_full_version_once() {
        send(vera);
        assertThat(grant(vera)).isEqualTo(new Outcome.Done(latest(vera).number()));

        var letter = mailbox.of(vera.login()).getFirst();
        assertThat(letter.body())
                .contains("…" + account.number().substring(account.number().length() - 4));
        assertThat(letter.body()).doesNotContain(account.number());
        assertThat(latest(vera).sentTo()).startsWith("b…@");
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.RIGHT);
        assertThat(link(vera).isOwner()).isTrue();
        assertThat(latest(vera).state()).isEqualTo(State.USED);

        ending.leave(vera.id(), link(vera), Caller.PORTAL);
        linkAccount.link(vera.id(), suppliers.get(ASupplier.CODE), account.number());
        assertThat(open(vera, letter.code())).isEqualTo(Verdict.WRONG);
    }

    @Test
    void who_has_no_mail_gets_it_by_sms_and_an_own_name_stands_for_the_number() {
        var phone = "+7900%07d".formatted(System.nanoTime() % 10_000_000);
        var anna = new Household(subscribers.open(Login.of(phone), Visitors.PASSWORD), phone);
        linkAccount.link(anna.id(), suppliers.get(ASupplier.CODE), account.number());
        jdbc.sql("update account_link set own_name = 'Дача' where account_id = :id")
                .param("id", account.id().value())
                .update();
        send(anna);
        send(vera);
        grant(anna);
        grant(vera);

        var sms = mailbox.of(phone).getFirst();
        assertThat(sms.body()).contains("PIN-код " + sms.code(), "/accounts/" + account.id());
        assertThat(sms.body().length()).isLessThanOrEqualTo(2 * 67);
        assertThat(latest(anna).sentTo()).startsWith("+7 900").doesNotContain(phone);
        assertThat(open(anna, pinOf(anna))).isEqualTo(Verdict.RIGHT);
        assertThat(mailbox.of(vera.login()).getLast().body()).contains("«Дача»");
    }

    @Test
    void the_issued_pin_is_nobody_elses_and_of_no_other_account() {
        var other = connected();
        var elsewhere = AnAccount.anAccount(jdbc);
        linkAccount.link(vera.id(), suppliers.get(ASupplier.CODE), elsewhere.number());
        send(vera);
        grant(vera);

        assertThat(open(other, pinOf(vera))).isEqualTo(Verdict.WRONG);
        assertThat(openFull.open(
                        vera.id(), links.find(vera.id(), elsewhere.id()).orElseThrow(), "pin", pinOf(vera), here()))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void the_pin_of_the_bill_stays_what_it_is_and_a_register_changes_nothing_of_the_issued_one() {
        send(vera);
        grant(vera);
        var other = connected();

        assertThat(open(other, "482915")).isEqualTo(Verdict.RIGHT);
        account.withPin(pins, "000111");
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.RIGHT);
        assertThat(mailbox.of(other.login()).getFirst().subject()).contains("открыл ещё один человек");
    }

    @Test
    void the_issued_pin_ends_after_thirty_days_and_with_the_next_one() {
        send(vera);
        grant(vera);
        var first = pinOf(vera);
        clock.pass(Duration.ofDays(29));
        send(vera);
        assertThat(rows.isIssued(vera.id(), account.id(), first)).isTrue();
        grant(vera);
        var second = pinOf(vera);
        assertThat(rows.isIssued(vera.id(), account.id(), first)).isEqualTo(first.equals(second));

        clock.pass(Duration.ofDays(30));
        assertThat(rows.isIssued(vera.id(), account.id(), second)).isFalse();
        rows.forgetOld();
        assertThat(jdbc.sql("select count(*) from pin_application where account_id = :id and pin_hash is not null")
                        .param("id", account.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_has_used_up_the_guesses_at_the_bills_pin_may_type_in_the_issued_one() {
        for (var i = 0; i < 5; i++) {
            assertThat(open(vera, "wrong" + i)).isEqualTo(Verdict.WRONG);
        }
        send(vera);
        grant(vera);

        assertThat(open(vera, "482915")).isEqualTo(Verdict.TOO_MANY);
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void the_tries_of_the_issued_pin_are_few() {
        send(vera);
        grant(vera);
        for (var i = 0; i < 5; i++) {
            assertThat(open(vera, "wrong" + i)).isEqualTo(Verdict.WRONG);
        }
        for (var i = 0; i < 5; i++) {
            assertThat(open(vera, "wrong" + i)).isEqualTo(Verdict.TOO_MANY);
        }

        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.TOO_MANY);
        clock.pass(Duration.ofDays(1));
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_crowd_that_guesses_at_the_bills_pin_keeps_nobody_from_the_issued_one() {
        send(vera);
        grant(vera);
        for (var i = 0; i < 50; i++) {
            assertThat(open(connected(), "%04d".formatted(i))).isEqualTo(Verdict.WRONG);
        }

        assertThat(open(connected(), "482915")).isEqualTo(Verdict.CROWDED);
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_pin_that_is_taken_back_opens_nothing_and_one_that_is_used_cannot_be() {
        send(vera);
        grant(vera);
        var id = latest(vera).id();

        assertThat(answers.revoke(ASupplier.CODE, account.id(), id, OPERATOR)).isInstanceOf(Outcome.Done.class);
        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.WRONG);
        assertThat(latest(vera).state()).isEqualTo(State.REFUSED);
        assertThat(answers.revoke(ASupplier.CODE, account.id(), id, OPERATOR)).isInstanceOf(Outcome.Closed.class);

        var other = connected();
        send(other);
        grant(other);
        open(other, pinOf(other));
        assertThat(answers.revoke(ASupplier.CODE, account.id(), latest(other).id(), OPERATOR))
                .isInstanceOf(Outcome.Closed.class);
        assertThat(link(other).isOwner()).isTrue();
    }

    @Test
    void a_refusal_ends_the_pin_of_an_earlier_application() {
        send(vera);
        grant(vera);
        send(vera);
        refuse(vera);

        assertThat(open(vera, pinOf(vera))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void what_nobody_answers_ends_after_sixty_days_and_the_person_is_told() {
        send(vera);
        clock.pass(UnansweredApplications.LONGEST.minusSeconds(1));
        unanswered.end();
        assertThat(latest(vera).state()).isEqualTo(State.SENT);

        clock.pass(Duration.ofSeconds(1));
        unanswered.end();
        unanswered.end();
        assertThat(latest(vera).state()).isEqualTo(State.ENDED);
        assertThat(mailbox.of(vera.login()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains("два месяца не отвечал", "8 800 000-00-00"));
    }

    @Test
    void a_refusal_is_told_with_what_to_do() {
        send(vera);
        answers.refuse(ASupplier.CODE, account.id(), latest(vera).id(), Refusal.INCOMPLETE, "Нет отчества", OPERATOR);

        assertThat(latest(vera).refusal()).isEqualTo(Refusal.INCOMPLETE);
        assertThat(mailbox.of(vera.login()).getFirst().body())
                .contains("не хватает данных", "Нет отчества", "отправьте заявку снова");
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.SENT);
    }

    @Test
    void of_two_answers_at_once_one_is_given_and_the_other_sees_whose() throws Exception {
        send(vera);
        var id = latest(vera).id();

        var operators = new AtomicInteger();
        var first = new AtomicReference<String>();
        var outcomes = atOnce(6, () -> {
            var operator = "operator" + operators.incrementAndGet();
            var outcome = answers.grant(ASupplier.CODE, account.id(), id, operator);
            if (outcome instanceof Outcome.Done) {
                first.set(operator);
            }
            return outcome;
        });

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Closed.class::isInstance)
                .hasSize(5)
                .allSatisfy(
                        outcome -> assertThat(((Outcome.Closed) outcome).entry().closedBy())
                                .isEqualTo(first.get()));
        assertThat(mailbox.of(vera.login())).hasSize(1);
    }

    @Test
    void another_supplier_neither_sees_nor_answers_it() {
        send(vera);
        var foreign = new SupplierCode("foreign-office");
        ASupplier.in(suppliers, jdbc, foreign, usual -> usual);

        assertThat(queue.waiting(foreign, null, 0, 100)).isEmpty();
        assertThat(queue.find(foreign, account.id(), latest(vera).id())).isEmpty();
        assertThat(answers.grant(foreign, account.id(), latest(vera).id(), OPERATOR))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(answers.grant(ASupplier.CODE, account.id(), UUID.randomUUID(), OPERATOR))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void it_ends_when_the_full_version_is_opened_otherwise() {
        send(vera);
        open(vera, "482915");

        assertThat(latest(vera).state()).isEqualTo(State.ENDED);
        assertThat(grant(vera)).isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void it_ends_with_the_link_and_forgets_the_person() {
        send(vera);
        var id = latest(vera).id();
        ending.leave(vera.id(), link(vera), Caller.PORTAL);

        assertThat(applications.latest(vera.id(), account.id())).isEmpty();
        var kept = queue.find(ASupplier.CODE, account.id(), id).orElseThrow();
        assertThat(kept.application().state()).isEqualTo(State.ENDED);
        assertThat(kept.written()).isNull();
        assertThat(answers.grant(ASupplier.CODE, account.id(), id, OPERATOR)).isInstanceOf(Outcome.Closed.class);
    }

    @Test
    void it_ends_when_the_supplier_closes_the_account() {
        send(vera);
        var id = latest(vera).id();
        account.closed();

        assertThat(queue.waiting(ASupplier.CODE, null, 0, 1000))
                .noneMatch(entry -> entry.application().id().equals(id));
        rows.endOfClosedAccounts();
        assertThat(latest(vera).state()).isEqualTo(State.ENDED);
        assertThat(send(vera)).isEqualTo(PinApplications.Sending.ALREADY);
    }

    @Test
    void the_queue_knows_what_waits_what_is_late_and_how_long_answers_take() {
        var supplier = new SupplierCode("figures");
        ASupplier.in(suppliers, jdbc, supplier, usual -> usual);
        account = AnAccount.of(jdbc, supplier, "500001");
        var one = connected();
        var two = connected();
        send(one);
        clock.pass(Duration.ofHours(2));
        send(two);
        answers.grant(supplier, account.id(), latest(one).id(), OPERATOR);

        var friday = LocalDate.of(2026, 11, 20);
        var month = clock.instant().minus(Duration.ofDays(30));
        assertThat(queue.figures(supplier, friday, month)).isEqualTo(new PinQueue.Figures(1, 0, Duration.ofHours(2)));
        assertThat(queue.figures(supplier, LocalDate.of(2026, 11, 25), month).overdue())
                .isEqualTo(1);
        assertThat(queue.waiting(supplier, LocalDate.of(2026, 11, 24), 0, 10)).isEmpty();
        assertThat(queue.waiting(supplier, LocalDate.of(2026, 11, 25), 0, 10)).hasSize(1);
        assertThat(queue.closed(supplier, month, 0, 10)).hasSize(1);
    }

    private Household connected() {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return household;
    }

    private PinApplications.Sending send(Household household) {
        return applications.send(household.id(), link(household), WRITTEN, here());
    }

    private Outcome grant(Household household) {
        return answers.grant(ASupplier.CODE, account.id(), latest(household).id(), OPERATOR);
    }

    private void refuse(Household household) {
        answers.refuse(ASupplier.CODE, account.id(), latest(household).id(), Refusal.UNPROVEN, "", OPERATOR);
    }

    private Verdict open(Household household, String pin) {
        return openFull.open(household.id(), link(household), "pin", pin, here());
    }

    private String pinOf(Household household) {
        return Objects.requireNonNull(mailbox.of(household.login()).stream()
                .filter(letter -> letter.code() != null)
                .findFirst()
                .orElseThrow()
                .code());
    }

    private Link link(Household household) {
        return links.find(household.id(), account.id()).orElseThrow();
    }

    private PinApplication latest(Household household) {
        return applications.latest(household.id(), account.id()).orElseThrow();
    }

    private PinQueue.Entry entry(Household household) {
        return queue.find(ASupplier.CODE, account.id(), latest(household).id()).orElseThrow();
    }

    private int count() {
        return jdbc.sql("select count(*) from pin_application where account_id = :id")
                .param("id", account.id().value())
                .query(Integer.class)
                .single();
    }

    private static synchronized Caller here() {
        return new Caller("2001:db8:aa:" + Integer.toHexString(networks++ & 0xffff) + "::1", null);
    }

    private static <T> List<T> atOnce(int times, Callable<T> deed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> deed).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }
}
