package golubika.payments.web;

import golubika.charges.Forecast;
import golubika.charges.ReadingEntry;
import golubika.metering.Meter;
import org.jspecify.annotations.Nullable;

/// One meter on the form: what was typed, and what would become of it.
///
/// @param sure   the person has been asked about this very value and insists
/// @param result null while nobody has looked
public record ReadingLine(Meter meter, String typed, boolean sure, ReadingEntry.@Nullable Result result) {

    ReadingLine with(ReadingEntry.Result result) {
        return new ReadingLine(meter, typed, sure, result);
    }

    /// The field's name and id.
    public String field() {
        return "now" + meter.number();
    }

    /// Why it cannot be taken.
    public @Nullable String error() {
        return result == null ? null : result.error();
    }

    /// What the person is asked before it is taken; nothing once they have answered.
    public @Nullable String question() {
        return result == null || sure ? null : result.question();
    }

    /// What it would cost.
    public @Nullable Forecast forecast() {
        return result == null ? null : result.forecast();
    }

    boolean isTaken() {
        return error() == null && question() == null;
    }
}
