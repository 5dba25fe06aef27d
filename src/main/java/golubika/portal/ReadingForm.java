package golubika.portal;

import golubika.metering.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/// «Передать показания» as it was filled in: the fields go by the meters' numbers, `now1`, `sure1`, `photo1`.
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

    boolean isSure(Meter meter) {
        return typed.containsKey("sure" + meter.number());
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
