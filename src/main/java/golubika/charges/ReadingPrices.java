package golubika.charges;

import golubika.accounts.Link;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Reading;
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

    private final Trips trips;
    private final Clock clock;

    ReadingPrices(Trips trips, Clock clock) {
        this.trips = trips;
        this.clock = clock;
    }

    /// What the readings of an account are priced by.
    ///
    /// @param past    charges of the last thirteen months, newest first
    /// @param tariffs of gas by volume, for the account's direction of use, newest first
    public record Basis(List<Charge> past, List<Tariff> tariffs) {}

    public Ask<Basis> askBasis(Link link) {
        var period = ReadingPeriod.on(today(link), link.supplier()).month();
        return Statements.askCharges(link.account(), period.plus(-13), period.previous())
                .and(askTariffs(link), Basis::new);
    }

    /// @param value whole m³; below the previous reading it is taken for a counter that passed its last digit
    public Forecast forecast(Link link, Meter meter, long value) {
        return forecast(link, meter, value, trips.ask(askBasis(link)));
    }

    /// The same, for who has asked already what it is priced by.
    public Forecast forecast(Link link, Meter meter, long value, Basis basis) {
        var today = today(link);
        var period = ReadingPeriod.on(today, link.supplier()).month();
        var volume = BigDecimal.valueOf(meter.useUntil(value));
        var coefficient = coefficient(meter, basis.past());
        var tariff = basis.tariffs().stream()
                .filter(one -> one.appliesOn(today))
                .findFirst()
                .orElse(null);
        return new Forecast(
                meter.previousValue(),
                value,
                volume,
                coefficient,
                tariff == null ? null : tariff.price(),
                tariff == null
                        ? null
                        : Money.roundedFrom(volume.multiply(coefficient).multiply(tariff.price())),
                tariff == null ? null : changed(tariff, meter.previous(), basis.tariffs()),
                usual(basis.past(), period, meter));
    }

    private static Ask<List<Tariff>> askTariffs(Link link) {
        return Ask.rows("""
                select t.service, t.price, t.unit, t.valid_from, t.valid_to, t.order_no
                from account a
                join tariff t on t.supplier = a.supplier and t.direction = a.direction and t.locality = ''
                where a.account_id = ?
                order by t.valid_from desc, t.service
                """, Tariffs::tariff, link.account().value())
                .map(tariffs -> tariffs.stream().filter(Tariff::isForGas).toList());
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }

    private static @Nullable LocalDate changed(Tariff tariff, @Nullable Reading previous, List<Tariff> tariffs) {
        return previous != null
                        && tariff.validFrom().isAfter(previous.day())
                        && tariffs.stream().anyMatch(one -> one.appliesOn(previous.day()))
                ? tariff.validFrom()
                : null;
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
