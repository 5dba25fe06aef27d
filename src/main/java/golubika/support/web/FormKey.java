package golubika.support.web;

import golubika.support.Intake;
import golubika.values.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a form is known by, so that one sent twice counts once.
final class FormKey {

    private FormKey() {}

    static UUID read(@Nullable String sent) {
        try {
            return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /// Of a form together with what it says: who goes back, changes it and sends it again says something new.
    static UUID of(UUID form, List<Intake.Offered> files, String... said) {
        var all = new StringBuilder(form.toString());
        for (var one : said) {
            all.append(' ').append(one.length()).append(' ').append(one);
        }
        for (var file : files) {
            all.append(' ').append(file.size()).append(' ').append(file.name());
        }
        var bytes = ByteBuffer.wrap(Sha256.of(all.toString()));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
