package golubika.charges;

import golubika.values.BillingMonth;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The gas that a month was charged for, all lines together.
///
/// @param metered all of it was reckoned by readings
/// @param volume  m³; a correction may make it negative
/// @param reading what the meter showed at the end, where one meter tells it
public record MonthUse(
        BillingMonth month,
        boolean metered,
        BigDecimal volume,
        @Nullable Long reading) {}
