package golubika.payments.web;

import golubika.payments.PaymentId;
import golubika.payments.PaymentMethod;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// «Оплатить онлайн» as it was filled in.
///
/// @param key   the one-time key of this form
/// @param sum   the own sum as typed
/// @param mail  where the receipt goes
/// @param total kopecks that the button named; empty where it named none
/// @param seen  the running payment that the page told of
/// @param typed all fields, those of the meters by their numbers: `now1`, `sure1`
public record PayForm(
        UUID key,
        What what,
        String sum,
        PaymentMethod method,
        String mail,
        String total,
        @Nullable PaymentId seen,
        Map<String, String> typed) {

    /// What is paid.
    public enum What {
        DEBT,
        OWN,
        READINGS;

        /// The value of the field.
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PayForm {
        typed = Map.copyOf(typed);
    }

    /// What was not filled in is taken from `preset`.
    static PayForm of(Map<String, String> typed, PayForm preset) {
        return new PayForm(
                read(typed, "key", UUID::fromString).orElse(preset.key),
                read(typed, "what", text -> What.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(preset.what),
                typed.getOrDefault("sum", preset.sum).strip(),
                read(typed, "method", text -> PaymentMethod.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(preset.method),
                typed.getOrDefault("mail", preset.mail).strip(),
                typed.getOrDefault("total", ""),
                read(typed, "seen", PaymentId::from).orElse(null),
                typed);
    }

    static PayForm preset(What what, PaymentMethod method, String mail) {
        return new PayForm(UUID.randomUUID(), what, "", method, mail, "", null, Map.of());
    }

    /// The same answers on a new form, which may bring a payment of its own.
    PayForm renewed() {
        return new PayForm(UUID.randomUUID(), what, sum, method, mail, total, seen, typed);
    }

    public boolean pays(String what) {
        return this.what.value().equals(what);
    }

    private static <T> Optional<T> read(Map<String, String> typed, String field, Function<String, T> reading) {
        try {
            return Optional.ofNullable(typed.get(field)).map(reading);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
