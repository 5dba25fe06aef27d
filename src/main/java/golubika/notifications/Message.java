package golubika.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A letter or an SMS to one person, in plain text with one optional address to follow.
///
/// @param to      an e-mail address, or a phone as `+79001234567`
/// @param subject empty for an SMS
/// @param link    the one thing to do, as a whole address of ours; shown as a button in the HTML form of a letter
/// @param code    a code to type in, where the message carries one
/// @param goodUntil when it would come too late to be of use; null for never
/// @param replyTo where an answer to a letter goes; null for nowhere in particular
public record Message(
        Kind kind,
        String to,
        String subject,
        String text,
        @Nullable String link,
        @Nullable String code,
        @Nullable Instant goodUntil,
        @Nullable String replyTo) {

    /// How a message travels.
    public enum Kind {
        MAIL,
        SMS
    }

    public static Message mail(String to, String subject, String text) {
        return new Message(Kind.MAIL, to, subject, text, null, null, null, null);
    }

    /// @param text all of it, with link and code where there are any; 70 characters fit one part, 134 two
    public static Message sms(String to, String text) {
        return new Message(Kind.SMS, to, "", text, null, null, null, null);
    }

    public Message withLink(String address) {
        return new Message(kind, to, subject, text, address, code, goodUntil, replyTo);
    }

    public Message withCode(String digits) {
        return new Message(kind, to, subject, text, link, digits, goodUntil, replyTo);
    }

    /// It is sent before this moment or not at all.
    public Message onlyUntil(Instant moment) {
        return new Message(kind, to, subject, text, link, code, moment, replyTo);
    }

    /// An answer to it goes there, where there is such an address.
    public Message withReplyTo(@Nullable String address) {
        return new Message(kind, to, subject, text, link, code, goodUntil, address);
    }
}
