package golubika.notifications.sms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/// What a message centre says of a part it has taken: `id:… stat:DELIVRD err:000 …` (SMPP 3.4, appendix B), or the
/// same as parameters. Centres differ in all but these two words.
record Receipt(String part, String state) {

    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*(\\S+)");
    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*([a-z]+)");

    /// @param hexIds see [SmppSettings]
    static Optional<Receipt> of(DeliverSm delivered, boolean hexIds) {
        var text = new String(delivered.getShortMessage(), StandardCharsets.ISO_8859_1);
        var named = Optional.ofNullable(delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class));
        var part = named.map(id -> partId(id.getValueAsString(), hexIds)).or(() -> found(ID, text));
        var state =
                found(STATE, text).map(word -> word.toUpperCase(Locale.ROOT)).or(() -> state(delivered));
        return part.flatMap(id -> state.map(word -> new Receipt(id, word)));
    }

    /// The name of a part as receipts write it.
    ///
    /// @param answered as the centre wrote it when it took the part
    static String partId(String answered, boolean hexIds) {
        if (!hexIds) {
            return answered;
        }
        try {
            return Long.toUnsignedString(Long.parseUnsignedLong(answered, 16));
        } catch (NumberFormatException e) {
            return answered;
        }
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> state(DeliverSm delivered) {
        var state = delivered.getOptionalParameter(OptionalParameter.Message_state.class);
        return state == null
                ? Optional.empty()
                : switch (state.getMessageState()) {
                    case DELIVERED -> Optional.of("DELIVRD");
                    case EXPIRED -> Optional.of("EXPIRED");
                    case DELETED -> Optional.of("DELETED");
                    case UNDELIVERABLE -> Optional.of("UNDELIV");
                    case REJECTED -> Optional.of("REJECTD");
                    case ACCEPTED -> Optional.of("ACCEPTD");
                    default -> Optional.of("UNKNOWN");
                };
    }
}
