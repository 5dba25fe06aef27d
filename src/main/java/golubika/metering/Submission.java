package golubika.metering;

import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What became of a reading that a subscriber sent in.
public sealed interface Submission {

    /// It is kept and goes to the billing; it counts for `month`.
    record Accepted(Reading reading, BillingMonth month) implements Submission {}

    /// More digits than the counter has.
    record TooManyDigits(int digits) implements Submission {}

    record BelowPrevious(Reading previous) implements Submission {}

    /// The counter shows the same as before, and this supplier wants readings only with use.
    record NoUse(Reading previous) implements Submission {}

    /// Much more than usual: the person is asked to look again, and may insist.
    record MuchMore(long use, BigDecimal usual) implements Submission {}

    /// More than this supplier finds plausible for one reading, usual or not: the person is asked, and may insist.
    record Implausible(long use) implements Submission {}

    /// The counter seems to have passed its last digit: the person is asked, and may insist.
    record PassedZero(Reading previous, long use) implements Submission {}

    /// The verification is over and this supplier no longer takes the meter's readings.
    record VerificationExpired(LocalDate validTo) implements Submission {}

    /// Somebody with the full version has sent another value for `month`, which the basic version cannot replace.
    record SentInFull(BillingMonth month) implements Submission {}

    /// A register holds the meter just now: nothing is kept, and the same in a minute will do.
    record Busy() implements Submission {}

    /// The supplier has closed the account.
    record AccountClosed() implements Submission {}

    /// The meter is taken off, broken, or not of this account.
    record NoSuchMeter() implements Submission {}
}
