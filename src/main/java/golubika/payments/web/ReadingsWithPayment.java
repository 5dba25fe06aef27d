package golubika.payments.web;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Forecast;
import golubika.charges.ReadingPrices;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Offer;
import golubika.metering.Readings;
import golubika.metering.Submission;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.SubscriberId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Readings that are given while paying (M15). They are stored first and stand on their own: a declined card does not
/// lose them.
@Component
class ReadingsWithPayment {

    private final Meters meters;
    private final Readings readings;
    private final ReadingPrices prices;
    private final Texts texts;
    private final Clock clock;

    ReadingsWithPayment(Meters meters, Readings readings, ReadingPrices prices, Texts texts, Clock clock) {
        this.meters = meters;
        this.readings = readings;
        this.prices = prices;
        this.texts = texts;
        this.clock = clock;
    }

    /// The meters whose readings may be given, each with what was typed; a reading of this period stands there already.
    List<ReadingLine> lines(Link link, Map<String, String> typed) {
        if (!link.allows(Deed.SEND_READING)) {
            return List.of();
        }
        return meters.of(link).stream()
                .filter(meter -> takes(link, meter))
                .map(meter -> ReadingLine.typed(
                        meter,
                        typed.getOrDefault("now" + meter.number(), preset(meter))
                                .strip(),
                        typed.containsKey("sure" + meter.number())))
                .toList();
    }

    /// The lines with the price of each filled one, or with what is wrong with it.
    List<ReadingLine> looked(Link link, List<ReadingLine> lines) {
        return lines.stream().map(line -> looked(link, line)).toList();
    }

    /// Stores the filled lines. Those that were refused after all come back with the reason.
    List<ReadingLine> refused(SubscriberId by, Link link, List<ReadingLine> lines, List<String> stored) {
        return lines.stream()
                .filter(line -> line.forecast() != null)
                .map(line -> {
                    var outcome = readings.submit(by, link, offer(line, Objects.requireNonNull(line.forecast())));
                    if (outcome instanceof Submission.Accepted(var reading, var month)) {
                        stored.add(Objects.requireNonNull(reading.id()));
                    }
                    return said(link, line, outcome, Objects.requireNonNull(line.forecast()));
                })
                .filter(line -> line.error() != null || line.question() != null)
                .toList();
    }

    private ReadingLine looked(Link link, ReadingLine line) {
        if (line.typed().isEmpty()) {
            return line;
        }
        var value = line.value();
        if (value.isEmpty()) {
            return line.refused(texts.of("payments.reading.not-a-number"));
        }
        var forecast = prices.forecast(link, line.meter(), value.getAsLong());
        return said(link, line, readings.refusal(link, line.meter(), offer(line, forecast)), forecast);
    }

    private static Offer offer(ReadingLine line, Forecast forecast) {
        return new Offer(line.meter().id(), forecast.to(), forecast.usual(), line.sure());
    }

    private ReadingLine said(Link link, ReadingLine line, @Nullable Submission outcome, Forecast forecast) {
        return switch (outcome) {
            case null -> line.priced(forecast);
            case Submission.Accepted _ -> line.priced(forecast);
            case Submission.TooManyDigits(var digits) ->
                line.refused(texts.of("payments.reading.too-many-digits", digits));
            case Submission.BelowPrevious(var previous) ->
                line.refused(texts.of(
                        "payments.reading.below",
                        Format.reading(previous.value(), line.meter().digits()),
                        link.supplier().supportPhone()));
            case Submission.NoUse _ -> line.refused(texts.of("payments.reading.no-use"));
            case Submission.MuchMore(var use, var usual) ->
                line.asked(texts.of("payments.reading.much-more", Format.number(use), Format.volume(usual)), forecast);
            case Submission.PassedZero zero ->
                line.asked(texts.of("payments.reading.passed-zero", Format.number(zero.use())), forecast);
            case Submission.VerificationExpired(var day) ->
                line.refused(texts.of("payments.reading.expired", Format.date(day)));
            case Submission.Busy _ -> line.refused(texts.of("charges.reading.busy"));
            case Submission.NoSuchMeter _ -> line.refused(texts.of("payments.reading.no-meter"));
        };
    }

    private boolean takes(Link link, Meter meter) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        return meter.status() == Meter.Status.ACTIVE
                && (!meter.verificationExpiredOn(today)
                        || link.supplier().switches().readingsAfterVerification());
    }

    private static String preset(Meter meter) {
        var last = meter.last();
        return last != null && meter.hasReadingOfPeriod() ? Long.toString(last.value()) : "";
    }
}
