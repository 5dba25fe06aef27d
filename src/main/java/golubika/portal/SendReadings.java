package golubika.portal;

import golubika.accounts.Link;
import golubika.charges.ReadingEntry;
import golubika.charges.ReadingPrices;
import golubika.database.Trips;
import golubika.files.Picture;
import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Photos;
import golubika.metering.ReadingPeriod;
import golubika.site.Texts;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes the readings of a form, each by itself: one that is refused loses no other, and no photo loses its reading.
@Component
class SendReadings {

    /// Photos of one person: enough for a house with many meters, too few to keep the others from their turn.
    static final Limit PHOTOS = new Limit("photo", 20, Duration.ofMinutes(5));

    private final Trips trips;
    private final Meters meters;
    private final ReadingEntry entry;
    private final ReadingPrices prices;
    private final Photos photos;
    private final Limits limits;
    private final Texts texts;
    private final Clock clock;

    SendReadings(
            Trips trips,
            Meters meters,
            ReadingEntry entry,
            ReadingPrices prices,
            Photos photos,
            Limits limits,
            Texts texts,
            Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.entry = entry;
        this.prices = prices;
        this.photos = photos;
        this.limits = limits;
        this.texts = texts;
        this.clock = clock;
    }

    /// As [#send], for a form that takes one reading of each meter: a correction is told where to go.
    Map<Integer, SentReading> sendOnce(SubscriberId by, Link link, ReadingForm form) {
        var sent = new TreeMap<>(send(by, link, form, meter -> meter.isActive() && !meter.hasReadingOfPeriod()));
        for (var meter : meters.of(link)) {
            if (!sent.containsKey(meter.number()) && form.corrects(meter)) {
                var told = new ReadingEntry.Result(texts.of("portal.reading-link.used"), null, null);
                sent.put(meter.number(), new SentReading(form.value(meter), told, null));
            }
        }
        return sent;
    }

    /// What became of each filled field, by the meters' numbers. A form that is empty is told so at each of its fields.
    ///
    /// @param takes which meters the form has a field for
    Map<Integer, SentReading> send(SubscriberId by, Link link, ReadingForm form, Predicate<Meter> takes) {
        var trip = trips.begin();
        var found = trip.ask(meters.ask(link));
        var basis = trip.ask(prices.askBasis(link));
        trip.go();
        var sent = new TreeMap<Integer, SentReading>();
        for (var meter : form.named(found.get().stream().filter(takes).toList())) {
            sent.put(meter.number(), send(by, link, meter, form, basis.get()));
        }
        return sent;
    }

    /// What would become of one field; nothing while it is empty.
    Optional<SentReading> look(Link link, int number, ReadingForm form) {
        var trip = trips.begin();
        var found = trip.ask(meters.ask(link));
        var basis = trip.ask(prices.askBasis(link));
        trip.go();
        return found.get().stream()
                .filter(meter -> meter.number() == number && !form.value(meter).isEmpty())
                .findFirst()
                .map(meter -> new SentReading(
                        form.value(meter), entry.look(link, meter, form.value(meter), basis.get()), null));
    }

    private SentReading send(SubscriberId by, Link link, Meter meter, ReadingForm form, ReadingPrices.Basis basis) {
        var typed = form.value(meter);
        var photo = form.photo(meter);
        // A photo alone goes with the reading that is there.
        var result = typed.isEmpty() && photo.isPresent() && meter.hasReadingOfPeriod()
                ? new ReadingEntry.Result(null, null, null)
                : entry.send(by, link, meter, typed, form.isSure(meter), basis);
        return new SentReading(
                typed,
                result,
                photo.map(file -> result.isTaken() ? keep(by, link, meter, file) : notKept(typed))
                        .orElse(null));
    }

    private String notKept(String typed) {
        return texts.of(typed.isEmpty() ? "portal.photo.alone" : "portal.photo.again");
    }

    private @Nullable String keep(SubscriberId by, Link link, Meter meter, MultipartFile file) {
        if (!limits.take(PHOTOS, by.value().toString())) {
            return texts.of("portal.photo.too-many");
        }
        return switch (Picture.of(file.getSize(), file::getBytes)) {
            case Picture.Outcome.Good(var jpeg) -> {
                var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
                photos.keep(
                        by,
                        link,
                        meter.id(),
                        ReadingPeriod.on(today, link.supplier()).month(),
                        jpeg);
                yield null;
            }
            case Picture.Outcome.Bad(var flaw) -> texts.of("portal.photo.flaw." + flaw);
        };
    }
}
