package golubika.bills;

import golubika.bills.Bill.MeterOnBill;
import golubika.bills.Bill.Shown;
import golubika.charges.Charge;
import golubika.metering.Meter;
import golubika.metering.Reading;
import golubika.metering.RemovedMeter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The account's meters, and what is known of their readings.
///
/// @param until the last day of a reading that the month may have been charged by
record ReadMeters(List<Meter> inUse, List<RemovedMeter> removed, List<Reading> readings, LocalDate until) {

    List<MeterOnBill> of(List<Charge> lines) {
        var shown = new ArrayList<MeterOnBill>();
        for (var meter : inUse) {
            var own = of(lines, meter.id());
            var paid = paid(meter.id(), own);
            shown.add(new MeterOnBill(
                    meter.id(),
                    meter.number(),
                    meter.serial(),
                    meter.model(),
                    meter.digits(),
                    meter.validTo(),
                    paid,
                    previous(meter.id(), own, paid)));
        }
        for (var meter : removed) {
            var own = of(lines, meter.id());
            if (!own.isEmpty()) {
                var paid = paid(meter.id(), own);
                shown.add(new MeterOnBill(
                        meter.id(),
                        null,
                        meter.serial(),
                        null,
                        meter.digits(),
                        null,
                        paid,
                        previous(meter.id(), own, paid)));
            }
        }
        return shown;
    }

    private static List<Charge> of(List<Charge> lines, String meter) {
        return lines.stream().filter(line -> meter.equals(line.meterId())).toList();
    }

    private @Nullable Shown paid(String meter, List<Charge> lines) {
        return end(lines, Charge::currentValue, Charge::previousValue)
                .reduce((first, last) -> last)
                .map(value -> shown(meter, value, until.plusDays(1)))
                .orElse(null);
    }

    private @Nullable Shown previous(String meter, List<Charge> lines, @Nullable Shown paid) {
        return end(lines, Charge::previousValue, Charge::currentValue)
                .findFirst()
                .map(value -> shown(meter, value, paid == null || paid.day() == null ? until.plusDays(1) : paid.day()))
                .orElse(null);
    }

    // A month of two prices has two lines of one meter, in any order: one goes on where the other ends. Its own
    // ends are those that touch no other line; where all do, nothing was used.
    private static Stream<Long> end(
            List<Charge> lines, Function<Charge, @Nullable Long> end, Function<Charge, @Nullable Long> joint) {
        var loose = lines.stream()
                .filter(line -> lines.stream()
                        .noneMatch(other -> other != line && Objects.equals(end.apply(line), joint.apply(other))))
                .flatMap(line -> Stream.ofNullable(end.apply(line)))
                .toList();
        return loose.isEmpty() ? lines.stream().flatMap(line -> Stream.ofNullable(end.apply(line))) : loose.stream();
    }

    // A line tells the values alone; the day is that of the newest reading which may have brought it.
    private Shown shown(String meter, long value, LocalDate before) {
        var own = readings.stream().filter(reading -> reading.meterId().equals(meter));
        var stated = inUse.stream().filter(one -> one.id().equals(meter)).flatMap(one -> Stream.ofNullable(one.last()));
        @Nullable
        LocalDate day = Stream.concat(own, stated)
                .filter(reading -> reading.value() == value && reading.day().isBefore(before))
                .map(Reading::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Shown(value, day);
    }
}
