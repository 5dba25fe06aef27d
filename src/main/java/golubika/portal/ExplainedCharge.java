package golubika.portal;

import golubika.charges.Charge;
import golubika.charges.Charge.Cause;
import golubika.charges.Charge.Method;
import golubika.metering.Meter;
import golubika.suppliers.Norm;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A charge with what «Почему столько?» needs.
///
/// @param place       which meter it is of, where the account has several or had another
/// @param cause       why it is not by a reading, as the billing says or the account's meters show
/// @param citation    the law that it follows; null for fees, which follow a contract
/// @param orderNo     the order that set its price
/// @param norm        what the norm gives, for NORM
/// @param inParts     one of several lines of its month for the same meter, under different prices
/// @param discrepancy what the portal reckons instead; null where the charge follows from its figures
public record ExplainedCharge(
        Charge charge,
        String serviceName,
        @Nullable Place place,
        @Nullable Cause cause,
        @Nullable String citation,
        @Nullable String orderNo,
        @Nullable NormBase norm,
        boolean inParts,
        @Nullable Money discrepancy) {

    private static final Integer AVERAGES_IN_A_ROW = 3;

    /// @param meter null for a meter that is no longer in use
    public record Place(@Nullable Meter meter) {}

    /// The norm and what it is multiplied by: square metres or residents.
    ///
    /// @param fits whether their product is the volume that was charged; residents may have changed since
    public record NormBase(Norm norm, @Nullable BigDecimal base, boolean fits) {}

    /// How many of the months in a row that may be charged by average are used up; null where nobody knows.
    public @Nullable Integer averageUsed() {
        return switch (charge.method()) {
            case METER, FIXED -> 0;
            case AVERAGE -> charge.averageMonth();
            case NORM -> cause == Cause.NO_READING || cause == Cause.ON_VERIFICATION ? AVERAGES_IN_A_ROW : null;
        };
    }

    /// `214 × 1,000 × 8,94000` can be shown only when the billing has sent all three.
    public boolean hasFormula() {
        return charge.volume() != null && charge.price() != null;
    }

    /// Charged by norm without average months before.
    public boolean isAtOnce() {
        return charge.method() == Method.NORM
                && (cause == Cause.NO_METER || cause == Cause.VERIFICATION_EXPIRED || cause == Cause.SEAL_BROKEN);
    }

    /// What else is in the sum beside volume and price, as words name it: `coefficient`, `penalty`.
    public List<String> additions() {
        var additions = new ArrayList<String>();
        if (charge.isGas() && isCorrected()) {
            additions.add("coefficient");
        }
        if (!charge.recalculated().isZero()) {
            additions.add("recalculated");
        }
        if (!charge.benefit().isZero()) {
            additions.add("benefit");
        }
        if (!charge.penalty().isZero()) {
            additions.add("penalty");
        }
        return additions;
    }

    public BigDecimal coefficient() {
        return Objects.requireNonNullElse(charge.coefficient(), BigDecimal.ONE);
    }

    /// As many decimals as it takes to reckon with it, three at least.
    public int coefficientDecimals() {
        return Math.max(3, coefficient().stripTrailingZeros().scale());
    }

    public boolean isCorrected() {
        return coefficient().compareTo(BigDecimal.ONE) != 0;
    }

    /// The key of the words for how it was reckoned: `NORM.SEAL_BROKEN`.
    public String how() {
        return cause == null ? charge.method().name() : charge.method() + "." + cause;
    }
}
