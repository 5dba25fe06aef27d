package golubika.notifications.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A text as the parts in which it travels: UCS-2, 70 characters in one part; of several, 67 in each behind a header
/// by which the phone puts them together (3GPP TS 23.040, 9.2.3.24.1).
final class SmsParts {

    static final int SINGLE = 70;
    static final int OF_SEVERAL = 67;

    private static final int MOST = 255;

    private SmsParts() {}

    /// @param letter gives the number that all its parts share: a repeat bears the same
    static List<byte[]> of(String text, UUID letter) {
        if (text.length() <= SINGLE) {
            return List.of(text.getBytes(StandardCharsets.UTF_16BE));
        }
        var pieces = pieces(text);
        if (pieces.size() > MOST) {
            throw new IllegalArgumentException("too long for an SMS: " + text.length());
        }
        var parts = new ArrayList<byte[]>();
        for (var piece : pieces) {
            var header =
                    new byte[] {5, 0, 3, (byte) reference(letter), (byte) pieces.size(), (byte) (parts.size() + 1)};
            parts.add(joined(header, piece.getBytes(StandardCharsets.UTF_16BE)));
        }
        return parts;
    }

    /// A number of 16 bits that a letter bears at each try.
    static short reference(UUID letter) {
        return (short) letter.hashCode();
    }

    // A sign beyond the basic plane is never cut in two.
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var to = Math.min(from + OF_SEVERAL, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static byte[] joined(byte[] header, byte[] text) {
        var part = new byte[header.length + text.length];
        System.arraycopy(header, 0, part, 0, header.length);
        System.arraycopy(text, 0, part, header.length, text.length);
        return part;
    }
}
