package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Link;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Photo;
import golubika.metering.Photos;
import golubika.metering.Reading;
import golubika.metering.ReadingPeriod;
import golubika.metering.RemovedMeter;
import golubika.portal.ReadingsPage.Line;
import golubika.portal.ReadingsPage.PastReading;
import golubika.site.Texts;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts «Передать показания» together, for who is signed in and for who follows the link of a reminder.
@Component
class ReadingsPages {

    private static final int SHOWN = 24;

    private final Trips trips;
    private final Meters meters;
    private final Photos photos;
    private final Texts texts;
    private final Clock clock;

    ReadingsPages(Trips trips, Meters meters, Photos photos, Texts texts, Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.photos = photos;
        this.texts = texts;
        this.clock = clock;
    }

    /// The page of an account.
    ///
    /// @param attempts what became of the fields that were filled in just now, by the meters' numbers
    ReadingsPage ofAccount(SubscriberId subscriber, Link link, Map<Integer, SentReading> attempts, boolean sent) {
        var trip = trips.begin();
        var inUse = trip.ask(meters.ask(link));
        var readings = trip.ask(meters.askReadings(link, subscriber));
        var taken = trip.ask(Meters.askRemoved(link));
        var pictures = trip.ask(photos.ask(link, subscriber));
        var account = trip.ask(Accounts.ask(link.account()));
        trip.go();
        var closed = account.get().map(Account::closed).orElse(true);
        var today = today(link);
        var period = ReadingPeriod.on(today, link.supplier());
        var lines = inUse.get().stream()
                .map(meter -> new Line(
                        meter,
                        attempts.get(meter.number()),
                        refused(meter, readings.get(), period),
                        isExpired(link, meter, today),
                        closed))
                .toList();
        return new ReadingsPage(
                link,
                "/accounts/" + link.account() + "/readings",
                true,
                today,
                period,
                lines,
                sent,
                readings.get().stream()
                        .limit(SHOWN)
                        .map(reading -> past(subscriber, reading, link, inUse.get(), taken.get(), pictures.get()))
                        .toList(),
                link.isFull() ? recent(taken.get(), today) : List.of(),
                closed);
    }

    /// The page of a reminder's link: it tells what the form needs and no more, and takes one reading of each meter.
    ReadingsPage ofReminder(Link link, String action, Map<Integer, SentReading> attempts) {
        var today = today(link);
        var period = ReadingPeriod.on(today, link.supplier());
        var lines = meters.of(link).stream()
                .map(Meter::unnamed)
                .map(meter -> new Line(
                        meter,
                        attempts.get(meter.number()),
                        null,
                        isExpired(link, meter, today),
                        meter.hasReadingOfPeriod()))
                .toList();
        return new ReadingsPage(link, action, false, today, period, lines, false, List.of(), List.of(), false);
    }

    private PastReading past(
            SubscriberId subscriber,
            Reading reading,
            Link link,
            List<Meter> inUse,
            List<RemovedMeter> removed,
            List<Photo> pictures) {
        var month = ReadingPeriod.on(reading.day(), link.supplier()).month();
        var meter =
                inUse.stream().filter(one -> one.id().equals(reading.meterId())).findFirst();
        var name = meter.isEmpty()
                ? texts.of("portal.readings.meter-removed")
                : inUse.size() + removed.size() > 1
                        ? texts.of("portal.meter", meter.get().number())
                        : null;
        return new PastReading(
                reading,
                origin(reading, subscriber),
                meter.map(Meter::digits).orElse(1),
                name,
                pictures.stream()
                        .filter(photo -> photo.meterId().equals(reading.meterId())
                                && photo.month().equals(month))
                        .map(Photo::id)
                        .toList());
    }

    private static String origin(Reading reading, SubscriberId subscriber) {
        var sender = reading.sender();
        if (sender == null) {
            return reading.source().name();
        }
        return subscriber.equals(sender.id()) ? "OWN" : sender.level().name();
    }

    // Only while nothing has come in its place.
    private static @Nullable Reading refused(Meter meter, List<Reading> readings, ReadingPeriod period) {
        return readings.stream()
                .filter(reading -> reading.meterId().equals(meter.id()))
                .findFirst()
                .filter(newest -> newest.state() == Reading.State.REFUSED
                        && !newest.day().isBefore(period.since().minusMonths(1))
                        && !meter.hasReadingOfPeriod())
                .orElse(null);
    }

    private static List<RemovedMeter> recent(List<RemovedMeter> removed, LocalDate today) {
        return removed.stream()
                .filter(meter -> meter.day() != null && meter.day().isAfter(today.minusYears(1)))
                .toList();
    }

    private static boolean isExpired(Link link, Meter meter, LocalDate today) {
        return meter.verificationExpiredOn(today) && !link.supplier().switches().readingsAfterVerification();
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }
}
