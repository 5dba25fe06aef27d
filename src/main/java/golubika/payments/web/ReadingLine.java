package golubika.payments.web;

import golubika.charges.Forecast;
import golubika.metering.Meter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One meter on the form: what was typed, and what would become of it.
///
/// @param error    why it cannot be taken
/// @param question what the person is asked before it is taken
/// @param forecast what it would cost
public record ReadingLine(
        Meter meter,
        String typed,
        boolean sure,
        @Nullable String error,
        @Nullable String question,
        @Nullable Forecast forecast) {

    private static final String SPACES = "[\\s\\u00a0\\u202f]";

    static ReadingLine typed(Meter meter, String typed, boolean sure) {
        return new ReadingLine(meter, typed, sure, null, null, null);
    }

    /// The field's name and id.
    public String field() {
        return "now" + meter.number();
    }

    OptionalLong value() {
        var digits = typed.replaceAll(SPACES, "");
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    ReadingLine refused(String sentence) {
        return new ReadingLine(meter, typed, sure, sentence, null, null);
    }

    ReadingLine asked(String sentence, Forecast price) {
        return new ReadingLine(meter, typed, sure, null, sentence, price);
    }

    ReadingLine priced(Forecast price) {
        return new ReadingLine(meter, typed, sure, null, null, price);
    }
}
