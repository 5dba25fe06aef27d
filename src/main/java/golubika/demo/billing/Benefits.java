package golubika.demo.billing;

import golubika.values.Money;
import java.math.BigDecimal;

/// The discount of households that have one: a share of what is charged for gas, rounded once for each line.
final class Benefits {

    private Benefits() {}

    static Money of(Household household, Money accrued) {
        var share = BigDecimal.valueOf(household.story().benefitPercent(), 2);
        return Money.roundedFrom(accrued.roubles().multiply(share));
    }
}
