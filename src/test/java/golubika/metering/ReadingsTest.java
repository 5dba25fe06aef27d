package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.database.Trips;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Switches;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReadingsTest {

    private static final SubscriberId SOMEBODY = new SubscriberId(UUID.randomUUID());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    Readings readings;

    @Autowired
    Meters meters;

    @Autowired
    Trips trips;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
    }

    @Test
    void a_reading_in_the_window_counts_for_this_month() {
        var link = linkTo(account(27_927), UnaryOperator.identity());

        var outcome = readings.submit(SOMEBODY, link, offer(28_176));

        assertThat(outcome).isInstanceOfSatisfying(Submission.Accepted.class, accepted -> {
            assertThat(accepted.month()).isEqualTo(BillingMonth.of(2026, 11));
            assertThat(accepted.reading().value()).isEqualTo(28_176);
        });
        assertThat(only(link).last().value()).isEqualTo(28_176);
        assertThat(only(link).previous().value()).isEqualTo(27_927);
    }

    @Test
    void a_meter_that_a_register_is_changing_answers_busy_and_keeps_nothing() throws Exception {
        var account = account(27_927);
        var link = linkTo(account, UnaryOperator.identity());
        try (var register = database.getConnection()) {
            register.setAutoCommit(false);
            try (var change = register.prepareStatement("update meter set last_value = 1 where account_id = ?")) {
                change.setLong(1, account.id().value());
                change.executeUpdate();
                assertThat(readings.submit(SOMEBODY, link, offer(28_176))).isEqualTo(new Submission.Busy());
            } finally {
                register.rollback();
                register.setAutoCommit(true);
            }
        }
        assertThat(trips.ask(meters.askReadings(link, SOMEBODY))).isEmpty();
        assertThat(readings.submit(SOMEBODY, link, offer(28_176))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void a_register_that_only_refers_to_the_meter_is_not_waited_for() throws Exception {
        var account = account(27_927);
        var link = linkTo(account, UnaryOperator.identity());
        try (var register = database.getConnection()) {
            register.setAutoCommit(false);
            try (var refer = register.prepareStatement("select from meter where account_id = ? for key share")) {
                refer.setLong(1, account.id().value());
                refer.execute();
                assertThat(readings.submit(SOMEBODY, link, offer(28_176))).isInstanceOf(Submission.Accepted.class);
            } finally {
                register.rollback();
                register.setAutoCommit(true);
            }
        }
    }

    @Test
    void a_first_value_without_a_day_counts_until_something_else_is_known() {
        var account = account(0);
        jdbc.sql("""
                update meter set installed = null, last_date = null, last_value = null, first_value = 5000
                where account_id = :id
                """).param("id", account.id().value()).update();
        var link = linkTo(account, UnaryOperator.identity());
        assertThat(only(link).previousValue()).isEqualTo(5_000);
        assertThat(readings.submit(SOMEBODY, link, offer(4_999))).isInstanceOf(Submission.BelowPrevious.class);
        assertThat(readings.submit(SOMEBODY, link, offer(5_010))).isInstanceOf(Submission.Accepted.class);
        jdbc.sql("update meter set as_of = date '2026-11-30' where account_id = :id")
                .param("id", account.id().value())
                .update();
        assertThat(only(link).last().value()).isEqualTo(5_010);
    }

    @Test
    void a_reading_after_the_window_counts_for_the_next_month() {
        clock.set(Instant.parse("2026-11-26T00:30:00Z"));
        var link = linkTo(account(27_927), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, offer(28_000)))
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        accepted -> assertThat(accepted.month()).isEqualTo(BillingMonth.of(2026, 12)));
    }

    @Test
    void the_day_is_a_day_of_the_supplier() {
        // Half past nine in the evening in London is already the 26th in Moscow.
        clock.set(Instant.parse("2026-11-25T21:30:00Z"));
        var link = linkTo(account(27_927), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, offer(28_000)))
                .isInstanceOfSatisfying(
                        Submission.Accepted.class,
                        accepted -> assertThat(accepted.reading().day()).isEqualTo(LocalDate.of(2026, 11, 26)));
    }

    @Test
    void a_second_reading_of_the_period_takes_the_place_of_the_first() {
        var link = linkTo(account(27_927), UnaryOperator.identity());
        readings.submit(SOMEBODY, link, offer(28_176));
        clock.pass(Duration.ofDays(1));

        readings.submit(SOMEBODY, link, offer(28_100));

        assertThat(only(link).last().value()).isEqualTo(28_100);
        assertThat(only(link).previous().value()).isEqualTo(27_927);
        assertThat(count(link, "SENT")).isEqualTo(1);
        assertThat(count(link, "REPLACED")).isEqualTo(1);
    }

    @Test
    void the_same_reading_twice_is_one_reading_even_when_both_come_at_once() throws Exception {
        var link = linkTo(account(27_927), UnaryOperator.identity());
        Callable<Submission> send = () -> readings.submit(SOMEBODY, link, offer(28_176));

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, send))) {
                assertThat(answer.get()).isInstanceOf(Submission.Accepted.class);
            }
        }

        assertThat(count(link, "SENT")).isEqualTo(1);
        assertThat(count(link, "REPLACED")).isZero();
    }

    @Test
    void a_reading_below_the_previous_one_is_refused() {
        var link = linkTo(account(27_927), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, offer(26_176)))
                .isInstanceOfSatisfying(
                        Submission.BelowPrevious.class,
                        refusal -> assertThat(refusal.previous().value()).isEqualTo(27_927));
        assertThat(count(link, "SENT")).isZero();
    }

    @Test
    void a_counter_that_passed_its_last_digit_is_asked_about_and_then_taken() {
        var link = linkTo(account(99_998), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, offer(3)))
                .isInstanceOfSatisfying(
                        Submission.PassedZero.class,
                        question -> assertThat(question.use()).isEqualTo(5));
        assertThat(readings.submit(SOMEBODY, link, new Offer("M1", 3, null, true)))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void where_the_supplier_takes_no_roll_over_it_is_below_the_previous() {
        var link = linkTo(account(99_998), _ -> ASupplier.flipped("rollOver"));

        assertThat(readings.submit(SOMEBODY, link, offer(3))).isInstanceOf(Submission.BelowPrevious.class);
    }

    @Test
    void no_use_is_taken_or_not_by_the_supplier_s_switch() {
        var taking = linkTo(account(500), UnaryOperator.identity());
        var refusing = linkTo(account(500), _ -> ASupplier.flipped("zeroUse"));

        assertThat(readings.submit(SOMEBODY, taking, offer(500))).isInstanceOf(Submission.Accepted.class);
        assertThat(readings.submit(SOMEBODY, refusing, offer(500))).isInstanceOf(Submission.NoUse.class);
    }

    @Test
    void thrice_the_usual_is_asked_about_and_then_taken() {
        var link = linkTo(account(27_927), UnaryOperator.identity());
        var usual = new BigDecimal("248");

        assertThat(readings.submit(SOMEBODY, link, new Offer("M1", 28_716, usual, false)))
                .isInstanceOfSatisfying(
                        Submission.MuchMore.class,
                        question -> assertThat(question.use()).isEqualTo(789));
        assertThat(count(link, "SENT")).isZero();
        assertThat(readings.submit(SOMEBODY, link, new Offer("M1", 28_716, usual, true)))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void more_digits_than_the_counter_has_are_refused() {
        var link = linkTo(account(27_927), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, offer(281_761))).isEqualTo(new Submission.TooManyDigits(5));
    }

    @Test
    void an_expired_verification_is_refused_or_taken_by_the_supplier_s_switch() {
        var refusing = linkTo(account(100).verifiedUntil(LocalDate.of(2026, 11, 19)), UnaryOperator.identity());
        var onItsLastDay = linkTo(account(100).verifiedUntil(LocalDate.of(2026, 11, 20)), UnaryOperator.identity());
        var taking = linkTo(
                account(100).verifiedUntil(LocalDate.of(2026, 11, 19)),
                _ -> ASupplier.flipped("readingsAfterVerification"));

        assertThat(readings.submit(SOMEBODY, refusing, offer(120)))
                .isEqualTo(new Submission.VerificationExpired(LocalDate.of(2026, 11, 19)));
        assertThat(readings.submit(SOMEBODY, onItsLastDay, offer(120))).isInstanceOf(Submission.Accepted.class);
        assertThat(readings.submit(SOMEBODY, taking, offer(120))).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void a_meter_of_another_account_is_no_meter_of_this_one() {
        var link = linkTo(account(100), UnaryOperator.identity());

        assertThat(readings.submit(SOMEBODY, link, new Offer("M9", 120, null, false)))
                .isInstanceOf(Submission.NoSuchMeter.class);
    }

    private AnAccount account(long lastValue) {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, lastValue);
    }

    private Link linkTo(AnAccount account, UnaryOperator<Switches> changed) {
        var code = new SupplierCode("readings-test");
        var supplier = ASupplier.with(code, changed.apply(ASupplier.usual()));
        return new Link(account.id(), supplier, account.number(), AccessLevel.FULL, null);
    }

    private Meter only(Link link) {
        return meters.of(link).getFirst();
    }

    private static Offer offer(long value) {
        return new Offer("M1", value, null, false);
    }

    private int count(Link link, String state) {
        return jdbc.sql("select count(*) from reading where account_id = :account and state = :state")
                .param("account", link.account().value())
                .param("state", state)
                .query(Integer.class)
                .single();
    }
}
