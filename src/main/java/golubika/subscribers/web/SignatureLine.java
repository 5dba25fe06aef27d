package golubika.subscribers.web;

import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.subscribers.Signature;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// A signature in the list of «Согласия».
///
/// @param signed    `20 ноября 2026, 15:00`
/// @param withdrawn the same; null while it stands
public record SignatureLine(
        String id,
        String title,
        String edition,
        String signed,
        @Nullable String withdrawn) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static SignatureLine of(Signature signature) {
        var withdrawnAt = signature.withdrawnAt();
        return new SignatureLine(
                signature.id().toString(),
                signature.text().title(),
                signature.text().edition(),
                moment(signature.signedAt()),
                withdrawnAt == null ? null : moment(withdrawnAt));
    }

    private static String moment(java.time.Instant moment) {
        var there = moment.atZone(PortalTime.ZONE);
        return Format.date(there.toLocalDate()) + ", " + TIME.format(there);
    }
}
