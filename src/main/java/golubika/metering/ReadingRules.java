package golubika.metering;

import golubika.suppliers.Switches;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a reading must be to be taken, by the supplier's switches. What is only unlikely is asked about, once.
final class ReadingRules {

    // From thrice the usual on, a slip of the fingers is likelier than a hard winter.
    private static final BigDecimal MUCH = BigDecimal.valueOf(3);
    // So little use never looks suspicious, however small the usual one is.
    private static final BigDecimal LITTLE = BigDecimal.valueOf(30);

    private ReadingRules() {}

    /// Why the offer is not taken as it is; null when it is.
    static @Nullable Submission refusal(Switches switches, Meter meter, Offer offer, LocalDate today) {
        if (!meter.isActive()) {
            return new Submission.NoSuchMeter();
        }
        if (meter.verificationExpiredOn(today) && !switches.readingsAfterVerification()) {
            return new Submission.VerificationExpired(Objects.requireNonNull(meter.validTo()));
        }
        if (offer.value() >= meter.turn()) {
            return new Submission.TooManyDigits(meter.digits());
        }
        var previous = meter.previous();
        if (previous == null) {
            return null;
        }
        if (offer.value() < previous.value()) {
            return below(switches, previous, meter, offer);
        }
        if (offer.value() == previous.value() && !switches.zeroUse()) {
            return new Submission.NoUse(previous);
        }
        return offer.sure() ? null : muchMore(offer, meter.useUntil(offer.value()), switches.largestUse());
    }

    // A counter that passed its last digit shows little after having shown almost everything.
    private static @Nullable Submission below(Switches switches, Reading previous, Meter meter, Offer offer) {
        var use = meter.useUntil(offer.value());
        if (!switches.rollOver() || use > switches.largestUse()) {
            return new Submission.BelowPrevious(previous);
        }
        return offer.sure() ? null : new Submission.PassedZero(previous, use);
    }

    private static @Nullable Submission muchMore(Offer offer, long use, int largestUse) {
        var used = BigDecimal.valueOf(use);
        var usual = offer.usual();
        if (usual != null && used.compareTo(LITTLE) > 0 && used.compareTo(usual.multiply(MUCH)) > 0) {
            return new Submission.MuchMore(use, usual);
        }
        return use > largestUse ? new Submission.Implausible(use) : null;
    }
}
