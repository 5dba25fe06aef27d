package golubika.portal;

import golubika.metering.Meter;
import golubika.suppliers.Tariff;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What happened in a month that explains why the next ones differ.
public sealed interface HistoryEvent {

    LocalDate day();

    record NewPrice(LocalDate day, BigDecimal before, BigDecimal after) implements HistoryEvent {}

    record Verified(LocalDate day, Meter meter) implements HistoryEvent {}

    /// Those of a month, newest first.
    static List<HistoryEvent> in(BillingMonth month, List<Tariff> prices, List<Meter> meters) {
        var events = new ArrayList<HistoryEvent>();
        var gas = prices.stream()
                .filter(Tariff::isForGas)
                .sorted(Comparator.comparing(Tariff::validFrom))
                .toList();
        for (var i = 1; i < gas.size(); i++) {
            var price = gas.get(i);
            var before = gas.get(i - 1);
            if (isIn(month, price.validFrom()) && before.service().equals(price.service())) {
                events.add(new NewPrice(price.validFrom(), before.price(), price.price()));
            }
        }
        meters.stream()
                .filter(meter -> meter.verified() != null && isIn(month, meter.verified()))
                .forEach(meter -> events.add(new Verified(Objects.requireNonNull(meter.verified()), meter)));
        events.sort(Comparator.comparing(HistoryEvent::day).reversed());
        return events;
    }

    private static boolean isIn(BillingMonth month, LocalDate day) {
        return BillingMonth.of(day).equals(month);
    }
}
