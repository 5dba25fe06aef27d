package golubika.demo.billing;

import golubika.values.BillingMonth;

/// How many m³ a household uses in a month.
@FunctionalInterface
interface Use {

    int in(BillingMonth month);

    /// As much as is usual in that season for this direction, `percent` of it, and a little by chance.
    static Use usual(Direction direction, int percent, Chance chance, String household) {
        return month -> {
            var usual = direction.usual(month.month().getMonthValue());
            return usual * percent * chance.between(90, 110, "use", household, month) / 10_000 + 1;
        };
    }
}
