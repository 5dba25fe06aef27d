package golubika.support.web;

import org.jspecify.annotations.Nullable;

/// Where else one may ask.
///
/// @param who  empty where there is but one
/// @param dial the phone as a `tel:` address takes it
public record Help(
        String who,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String dial) {

    static Help of(String who, @Nullable String mail, @Nullable String phone) {
        return new Help(who, mail, phone, phone == null ? null : phone.replaceAll("[^+\\d]", ""));
    }
}
