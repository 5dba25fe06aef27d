package golubika.charges;

import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a reading would cost by today's price. The supplier's billing reckons the real charge.
///
/// @param from  the reading it starts from, in whole m³
/// @param coefficient brings the volume to 20 °C; null for those who may not see how a charge is reckoned
/// @param changed the day from which the price applies, if gas since the last reading was also used at another one:
///                the billing divides such a volume in its own way
/// @param usual what this home used in the same month a year ago, or on average where that is not known
public record Forecast(
        long from,
        long to,
        BigDecimal volume,
        @Nullable BigDecimal coefficient,
        @Nullable BigDecimal price,
        @Nullable Money sum,
        @Nullable LocalDate changed,
        @Nullable BigDecimal usual) {

    /// For those who know no more than the number of the account.
    Forecast unexplained() {
        return new Forecast(from, to, volume, null, price, sum, changed, null);
    }
}
