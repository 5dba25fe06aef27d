package golubika.charges;

import golubika.accounts.Accounts;
import golubika.accounts.Link;
import golubika.metering.Meter;
import golubika.metering.ReadingPeriod;
import golubika.suppliers.Tariff;
import golubika.suppliers.Tariffs;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The price of a reading before it is sent, and what would be usual.
@Component
public class ReadingPrices {

    private final Accounts accounts;
    private final Tariffs tariffs;
    private final Statements statements;
    private final Clock clock;

    ReadingPrices(Accounts accounts, Tariffs tariffs, Statements statements, Clock clock) {
        this.accounts = accounts;
        this.tariffs = tariffs;
        this.statements = statements;
        this.clock = clock;
    }

    /// @param value whole m³; below the previous reading it is taken for a counter that passed its last digit
    public Forecast forecast(Link link, Meter meter, long value) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        var period = ReadingPeriod.on(today, link.supplier()).month();
        var past = statements.charges(link.account(), period.plus(-13), period.previous());
        var volume = BigDecimal.valueOf(use(meter, value));
        var coefficient = coefficient(meter, past);
        var price = price(link, today).map(Tariff::price).orElse(null);
        return new Forecast(
                meter.previousValue(),
                value,
                volume,
                coefficient,
                price,
                price == null
                        ? null
                        : Money.roundedFrom(volume.multiply(coefficient).multiply(price)),
                usual(past, period, meter));
    }

    /// The price of gas on that day for the account's direction of use.
    public Optional<Tariff> price(Link link, LocalDate day) {
        return accounts.find(link.account())
                .flatMap(account -> tariffs.of(link.supplier().code(), account.direction()).stream()
                        .filter(Tariff::isForGas)
                        .filter(tariff -> tariff.appliesOn(day))
                        .findFirst());
    }

    private static long use(Meter meter, long value) {
        var use = value - meter.previousValue();
        return use >= 0 ? use : use + Math.round(Math.pow(10, meter.digits()));
    }

    // The coefficient of a month comes from the billing; until then the last known one is the best guess.
    private static BigDecimal coefficient(Meter meter, List<Charge> past) {
        return meter.temperatureCorrected()
                ? BigDecimal.ONE
                : past.stream()
                        .filter(charge -> meter.id().equals(charge.meterId()))
                        .flatMap(charge -> Optional.ofNullable(charge.coefficient()).stream())
                        .findFirst()
                        .orElse(BigDecimal.ONE);
    }

    private static @Nullable BigDecimal usual(List<Charge> past, BillingMonth period, Meter meter) {
        var metered = past.stream()
                .filter(charge ->
                        charge.method() == Charge.Method.METER && meter.id().equals(charge.meterId()))
                .toList();
        return volume(metered.stream()
                        .filter(charge -> charge.month().equals(period.plus(-12)))
                        .toList())
                .or(() -> average(metered))
                .orElse(null);
    }

    private static Optional<BigDecimal> volume(List<Charge> charges) {
        return charges.stream()
                .flatMap(charge -> Optional.ofNullable(charge.volume()).stream())
                .reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> average(List<Charge> charges) {
        var months = charges.stream().map(Charge::month).distinct().count();
        return volume(charges).map(volume -> volume.divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP));
    }
}
