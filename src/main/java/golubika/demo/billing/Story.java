package golubika.demo.billing;

import golubika.values.BillingMonth;
import java.time.temporal.ChronoUnit;

/// What is special about a household: each story shows something of the portal.
enum Story {
    ORDINARY(Paying.ON_TIME),
    NO_DEBT(Paying.TO_ZERO),
    OVERPAID(Paying.AHEAD),
    OLD_DEBT(Paying.RARELY),
    NO_METER(Paying.ON_TIME),
    TWO_METERS(Paying.ON_TIME),
    AVERAGE_ONE(Paying.ON_TIME, 1, 0),
    AVERAGE_TWO(Paying.ON_TIME, 2, 0),
    AVERAGE_THREE(Paying.ON_TIME, 3, 0),
    NORM_AFTER_AVERAGE(Paying.ON_TIME, 5, 0),
    RECALCULATION(Paying.ON_TIME, 2, 1),
    VERIFICATION_EXPIRED(Paying.ON_TIME),
    VERIFICATION_SOON(Paying.ON_TIME),
    ON_VERIFICATION(Paying.ON_TIME),
    TEMPERATURE(Paying.ON_TIME),
    BENEFIT(Paying.ON_TIME),
    REPLACED_METER(Paying.ON_TIME),
    SMALL_READING(Paying.TO_ZERO),
    BIG_READING(Paying.ON_TIME),
    SEAL_BROKEN(Paying.ON_TIME),
    CLOSED(Paying.TO_ZERO);

    // A forgetful household falls into its habit again and again, so that the demo always has each case.
    private static final int CYCLE = 8;

    private final Paying paying;
    private final int forgotten;
    private final int rememberedFor;

    Story(Paying paying) {
        this(paying, 0, 0);
    }

    Story(Paying paying, int forgotten, int rememberedFor) {
        this.paying = paying;
        this.forgotten = forgotten;
        this.rememberedFor = rememberedFor;
    }

    /// Months from the one in which the demo began; 0 is that month, before it is negative.
    static int offset(BillingMonth anchor, BillingMonth month) {
        return (int) ChronoUnit.MONTHS.between(anchor.month(), month.month());
    }

    Paying paying() {
        return paying;
    }

    /// Whether no reading is sent in that month, counted from the one in which the demo began.
    boolean forgets(int offset) {
        return Math.floorMod(-offset - rememberedFor, CYCLE) < forgotten;
    }

    int benefitPercent() {
        return this == BENEFIT ? 30 : 0;
    }

    boolean hasMeter() {
        return this != NO_METER;
    }
}
