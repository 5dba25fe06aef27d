package golubika.charges;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Offer;
import golubika.metering.Readings;
import golubika.metering.Submission;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.SubscriberId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A field of a reading on a form: from what a person typed to what became of it, with its price and in words.
@Component
public class ReadingEntry {

    private static final String SPACES = "[\\s\\u00a0\\u202f]";

    private final Readings readings;
    private final ReadingPrices prices;
    private final Trips trips;
    private final Texts texts;

    ReadingEntry(Readings readings, ReadingPrices prices, Trips trips, Texts texts) {
        this.readings = readings;
        this.prices = prices;
        this.trips = trips;
        this.texts = texts;
    }

    /// What became of one field.
    ///
    /// @param error    why the reading cannot be taken
    /// @param question what the person is asked before it is taken
    /// @param forecast what it would cost, where it can be taken
    public record Result(
            @Nullable String error,
            @Nullable String question,
            @Nullable Forecast forecast) {

        public boolean isTaken() {
            return error == null && question == null;
        }
    }

    /// Sends the reading that was typed, unless something is wrong with it or must be asked first.
    ///
    /// @param sure the person has been asked and insists
    public Result send(SubscriberId by, Link link, Meter meter, String typed, boolean sure) {
        return send(by, link, meter, typed, sure, trips.ask(prices.askBasis(link)));
    }

    /// The same, for who has asked already what readings are priced by.
    public Result send(SubscriberId by, Link link, Meter meter, String typed, boolean sure, ReadingPrices.Basis basis) {
        var value = value(typed);
        if (value.isEmpty()) {
            return notANumber(typed);
        }
        var forecast = forecast(link, meter, value.getAsLong(), basis);
        var offer = new Offer(meter.id(), value.getAsLong(), forecast.usual(), sure);
        return said(link, meter, readings.submit(by, link, offer), forecast);
    }

    /// What would become of it, without sending it.
    public Result look(Link link, Meter meter, String typed) {
        return look(link, meter, typed, trips.ask(prices.askBasis(link)));
    }

    /// The same, for who has asked already what readings are priced by.
    public Result look(Link link, Meter meter, String typed, ReadingPrices.Basis basis) {
        var value = value(typed);
        if (value.isEmpty()) {
            return notANumber(typed);
        }
        var forecast = forecast(link, meter, value.getAsLong(), basis);
        var offer = new Offer(meter.id(), value.getAsLong(), forecast.usual(), false);
        return said(link, meter, readings.refusal(link, meter, offer), forecast);
    }

    // How much a home usually uses and how it is charged is not for those who know no more than its number.
    private Forecast forecast(Link link, Meter meter, long value, ReadingPrices.Basis basis) {
        var forecast = prices.forecast(link, meter, value, basis);
        return link.allows(Deed.SEE_PERSON) ? forecast : forecast.unexplained();
    }

    private Result notANumber(String typed) {
        return refused(typed.isBlank() ? "charges.reading.empty" : "charges.reading.not-a-number");
    }

    private Result said(Link link, Meter meter, @Nullable Submission outcome, Forecast forecast) {
        return switch (outcome) {
            case null -> new Result(null, null, forecast);
            case Submission.Accepted _ -> new Result(null, null, forecast);
            case Submission.TooManyDigits(var digits) -> refused("charges.reading.too-many-digits", digits);
            case Submission.BelowPrevious(var previous) ->
                refused(
                        "charges.reading.below",
                        Format.reading(previous.value(), meter.digits()),
                        link.supplier().supportPhone());
            case Submission.NoUse _ -> refused("charges.reading.no-use");
            case Submission.MuchMore(var use, var usual) ->
                asked(forecast, "charges.reading.much-more", Format.number(use), Format.volume(usual));
            case Submission.Implausible(var use) -> asked(forecast, "charges.reading.implausible", Format.number(use));
            case Submission.PassedZero(var previous, var use) ->
                asked(
                        forecast,
                        "charges.reading.passed-zero",
                        Format.reading(previous.value(), meter.digits()),
                        Format.number(use));
            case Submission.VerificationExpired(var day) -> refused("charges.reading.expired", Format.date(day));
            case Submission.SentInFull(var month) -> refused("charges.reading.sent-in-full", Format.monthName(month));
            case Submission.Busy _ -> refused("charges.reading.busy");
            case Submission.AccountClosed _ -> refused("charges.reading.account-closed");
            case Submission.NoSuchMeter _ -> refused("charges.reading.no-meter");
        };
    }

    private Result refused(String key, Object... arguments) {
        return new Result(texts.of(key, arguments), null, null);
    }

    private Result asked(Forecast forecast, String key, Object... arguments) {
        return new Result(null, texts.of(key, arguments), forecast);
    }

    /// The number that was typed, with spaces and leading zeros or without; empty for anything else.
    public static OptionalLong value(String typed) {
        var digits = typed.replaceAll(SPACES, "");
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
