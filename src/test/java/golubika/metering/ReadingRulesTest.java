package golubika.metering;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Switches;
import golubika.testing.ASupplier;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The rules of `domain` 1.2, for all meters, switches and values at once.
class ReadingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /// What is offered to which meter under which switches.
    record Case(Switches switches, Meter meter, Offer offer) {
        Submission refusal() {
            return ReadingRules.refusal(switches, meter, offer, TODAY);
        }

        boolean isTaken() {
            return refusal() == null;
        }

        Case insisting() {
            return new Case(switches, meter, new Offer(offer.meterId(), offer.value(), offer.usual(), true));
        }
    }

    @Property
    void what_is_taken_is_not_below_the_previous_unless_the_counter_may_pass_zero(@ForAll("cases") Case one) {
        if (one.isTaken() && !one.switches.rollOver()) {
            assertThat(one.offer.value()).isGreaterThanOrEqualTo(one.meter.previousValue());
        }
    }

    @Property
    void what_is_taken_fits_the_counter(@ForAll("cases") Case one) {
        if (one.isTaken()) {
            assertThat(Long.toString(one.offer.value()).length()).isLessThanOrEqualTo(one.meter.digits());
        }
    }

    @Property
    void use_is_never_negative_and_less_than_the_counter_holds(@ForAll("cases") Case one) {
        if (one.offer.value() < one.meter.turn()) {
            assertThat(one.meter.useUntil(one.offer.value())).isBetween(0L, one.meter.turn() - 1);
        }
    }

    @Property
    void previous_and_use_lead_to_the_reading_again(@ForAll("cases") Case one) {
        if (one.offer.value() < one.meter.turn()) {
            assertThat((one.meter.previousValue() + one.meter.useUntil(one.offer.value())) % one.meter.turn())
                    .isEqualTo(one.offer.value());
        }
    }

    @Property
    void without_insisting_nothing_is_taken_that_the_supplier_finds_implausible(@ForAll("cases") Case one) {
        if (one.isTaken() && !one.offer.sure() && one.meter.previous() != null) {
            assertThat(one.meter.useUntil(one.offer.value())).isLessThanOrEqualTo(one.switches.largestUse());
        }
    }

    @Property
    void insisting_answers_every_question_and_lifts_no_refusal(@ForAll("cases") Case one) {
        var question = one.refusal() instanceof Submission.MuchMore
                || one.refusal() instanceof Submission.Implausible
                || one.refusal() instanceof Submission.PassedZero;
        assertThat(one.insisting().isTaken()).isEqualTo(one.isTaken() || question);
    }

    @Property
    void a_meter_out_of_use_takes_nothing(@ForAll("cases") Case one) {
        if (!one.meter.isActive()) {
            assertThat(one.insisting().refusal()).isEqualTo(new Submission.NoSuchMeter());
        }
    }

    @Property
    void after_the_verification_the_switch_decides_alone(@ForAll("cases") Case one) {
        assertThat(one.refusal() instanceof Submission.VerificationExpired)
                .isEqualTo(one.meter.isActive()
                        && one.meter.verificationExpiredOn(TODAY)
                        && !one.switches.readingsAfterVerification());
    }

    @Test
    void more_than_the_supplier_s_largest_use_is_asked_about_even_where_nothing_is_usual() {
        var meter = meter(5, 100L, null, Meter.Status.ACTIVE);
        var offer = new Offer("M1", 5_101, null, false);

        assertThat(ReadingRules.refusal(switches(true, true, false, 5_000), meter, offer, TODAY))
                .isEqualTo(new Submission.Implausible(5_001));
        assertThat(ReadingRules.refusal(switches(true, true, false, 5_001), meter, offer, TODAY))
                .isNull();
    }

    @Test
    void a_new_meter_begins_with_what_it_showed_when_it_was_put_in() {
        var installed =
                new Reading(null, "M2", TODAY.minusDays(8), 3, Reading.Source.OPERATOR, Reading.State.ACCEPTED, null);
        var meter = new Meter(
                "M2",
                1,
                "7",
                null,
                5,
                null,
                null,
                true,
                Meter.Status.ACTIVE,
                installed,
                installed,
                null,
                installed.day());

        assertThat(meter.isNew()).isTrue();
        assertThat(ReadingRules.refusal(
                        ASupplier.usual(), meter, new Offer("M2", 40, new BigDecimal("250"), false), TODAY))
                .isNull();
        assertThat(meter.useUntil(40)).isEqualTo(37);
    }

    @Provide
    Arbitrary<Case> cases() {
        var switches = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 20_000))
                .as(ReadingRulesTest::switches);
        var meters = Arbitraries.integers()
                .between(3, 9)
                .flatMap(digits -> Combinators.combine(
                                value(digits).injectNull(0.1),
                                Arbitraries.of(TODAY.minusDays(1), TODAY, TODAY.plusYears(3))
                                        .injectNull(0.2),
                                Arbitraries.of(Meter.Status.values()))
                        .as((previous, validTo, status) -> meter(digits, previous, validTo, status)));
        return Combinators.combine(switches, meters)
                .flatAs((chosen, meter) -> Combinators.combine(
                                value(Math.min(9, meter.digits() + 1)),
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.ONE, new BigDecimal("3000"))
                                        .ofScale(0)
                                        .injectNull(0.3),
                                Arbitraries.of(true, false))
                        .as((value, usual, sure) -> new Case(chosen, meter, new Offer("M1", value, usual, sure))));
    }

    // Near the ends of the counter as often as anywhere.
    private static Arbitrary<Long> value(int digits) {
        var turn = Math.round(Math.pow(10, digits));
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, turn - 1),
                Arbitraries.longs().between(0, 200),
                Arbitraries.longs().between(turn - 200, turn - 1));
    }

    private static Meter meter(int digits, Long previous, LocalDate validTo, Meter.Status status) {
        var reading = previous == null
                ? null
                : new Reading(
                        null,
                        "M1",
                        TODAY.minusMonths(1),
                        previous,
                        Reading.Source.OPERATOR,
                        Reading.State.ACCEPTED,
                        null);
        return new Meter("M1", 1, "00417385", null, digits, null, validTo, true, status, reading, reading, null, null);
    }

    private static Switches switches(boolean zeroUse, boolean rollOver, boolean expired, int largestUse) {
        return new Switches(
                true,
                true,
                false,
                false,
                true,
                true,
                true,
                true,
                true,
                true,
                zeroUse,
                rollOver,
                expired,
                false,
                false,
                largestUse);
    }
}
