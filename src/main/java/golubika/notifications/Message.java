package golubika.notifications;

import org.jspecify.annotations.Nullable;

/// A letter to one person, in plain text with one optional address to follow.
///
/// @param link the one thing to do, as a whole address of ours; shown as a button in the HTML form of the letter
/// @param code a code to type in, where the letter carries one
public record Message(
        String to,
        String subject,
        String text,
        @Nullable String link,
        @Nullable String code) {

    public static Message mail(String to, String subject, String text) {
        return new Message(to, subject, text, null, null);
    }

    public Message withLink(String address) {
        return new Message(to, subject, text, address, code);
    }
}
