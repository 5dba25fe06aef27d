package golubika.portal;

import golubika.charges.ReadingEntry;
import golubika.metering.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.web.multipart.MultipartFile;

/// «Передать показания» as it was filled in: the fields go by the meters' numbers, `now1`, `sure1` (the
/// value that was asked about), `photo1`.
///
/// @param photos empty where none can be sent
record ReadingForm(Map<String, String> typed, Map<String, MultipartFile> photos) {

    ReadingForm {
        typed = Map.copyOf(typed);
        photos = Map.copyOf(photos);
    }

    String value(Meter meter) {
        return typed.getOrDefault("now" + meter.number(), "").strip();
    }

    /// Whether the person was asked about the very value that stands in the field, and insists.
    boolean isSure(Meter meter) {
        return value(meter).equals(typed.get("sure" + meter.number()));
    }

    /// Whether it names another value than the one that is there for the present period.
    boolean corrects(Meter meter) {
        var there = meter.ofPeriod();
        return there != null
                && !value(meter).isEmpty()
                && !ReadingEntry.value(value(meter)).equals(OptionalLong.of(there.value()));
    }

    Optional<MultipartFile> photo(Meter meter) {
        return Optional.ofNullable(photos.get("photo" + meter.number())).filter(file -> !file.isEmpty());
    }

    /// Whether anything is filled in for the meter.
    boolean names(Meter meter) {
        return !value(meter).isEmpty() || photo(meter).isPresent();
    }

    /// The meters that something is filled in for; all of them where nothing is.
    List<Meter> named(List<Meter> meters) {
        return meters.stream().noneMatch(this::names)
                ? meters
                : meters.stream().filter(this::names).toList();
    }
}
