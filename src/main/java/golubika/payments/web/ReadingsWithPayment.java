package golubika.payments.web;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.ReadingEntry;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Reading;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Readings that are given while paying (M15). They are stored first and stand on their own: a declined card does not
/// lose them.
@Component
class ReadingsWithPayment {

    private final Trips trips;
    private final Meters meters;
    private final ReadingEntry entry;
    private final Clock clock;

    ReadingsWithPayment(Trips trips, Meters meters, ReadingEntry entry, Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.entry = entry;
        this.clock = clock;
    }

    /// What became of the filled lines.
    ///
    /// @param all    each was taken
    /// @param stored ids of the readings that were taken
    record Sent(boolean all, List<String> stored) {}

    /// The meters whose readings may be given, none of a closed account, each with what was typed; a reading of this
    /// period stands there already.
    List<ReadingLine> lines(Link link, Map<String, String> typed) {
        if (!link.allows(Deed.SEND_READING)) {
            return List.of();
        }
        var trip = trips.begin();
        var account = trip.ask(Accounts.ask(link.account()));
        var all = trip.ask(meters.ask(link));
        trip.go();
        if (account.get().map(Account::closed).orElse(true)) {
            return List.of();
        }
        return all.get().stream()
                .filter(meter -> takes(link, meter))
                .map(meter -> line(meter, typed))
                .toList();
    }

    // The answer is to the value that was asked about; another one is asked about anew.
    private static ReadingLine line(Meter meter, Map<String, String> typed) {
        var value = typed.getOrDefault("now" + meter.number(), preset(meter)).strip();
        return new ReadingLine(meter, value, value.equals(typed.get("sure" + meter.number())), null);
    }

    /// The lines with the price of each filled one, or with what is wrong with it.
    List<ReadingLine> looked(Link link, List<ReadingLine> lines) {
        return lines.stream()
                .map(line -> line.typed().isEmpty() ? line : look(link, line))
                .toList();
    }

    /// The line with what becomes of it, even if nothing is typed there.
    ReadingLine look(Link link, ReadingLine line) {
        return line.with(entry.look(link, line.meter(), line.typed()));
    }

    /// Sends the lines that have a price; each is taken or refused by itself.
    Sent send(SubscriberId by, Link link, List<ReadingLine> lines) {
        var sent = lines.stream()
                .filter(line -> line.forecast() != null)
                .map(line -> line.with(entry.send(by, link, line.meter(), line.typed(), line.sure())))
                .toList();
        var taken = sent.stream()
                .filter(ReadingLine::isTaken)
                .map(line -> line.meter().id())
                .toList();
        return new Sent(taken.size() == sent.size(), taken.isEmpty() ? List.of() : latest(link, taken));
    }

    private List<String> latest(Link link, List<String> ofMeters) {
        return meters.of(link).stream()
                .filter(meter -> ofMeters.contains(meter.id()))
                .flatMap(meter -> Optional.ofNullable(meter.last()).map(Reading::id).stream())
                .toList();
    }

    private boolean takes(Link link, Meter meter) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        return meter.status() == Meter.Status.ACTIVE
                && (!meter.verificationExpiredOn(today)
                        || link.supplier().switches().readingsAfterVerification());
    }

    private static String preset(Meter meter) {
        return meter.replaceable()
                .map(reading -> Long.toString(reading.value()))
                .orElse("");
    }
}
