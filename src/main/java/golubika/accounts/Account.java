package golubika.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A supply account at an address, as the billing describes it. Who, where and how many are for FULL eyes only.
///
/// @param direction what the gas is used for: exactly one at a time, it decides the price
/// @param area      m² of the home
public record Account(
        AccountId id,
        @Nullable String holder,
        @Nullable String address,
        @Nullable BigDecimal area,
        @Nullable Integer residents,
        String direction,
        boolean closed,
        LocalDate asOf) {}
