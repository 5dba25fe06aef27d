package golubika.support.web;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.support.Words;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What is wrong with what a person has written, as sentences at the fields.
@Component
class Complaints {

    private final Texts texts;
    private final Logins logins;

    Complaints(Texts texts, Logins logins) {
        this.texts = texts;
        this.logins = logins;
    }

    String of(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /// Nothing, or that the text is too long.
    FieldErrors length(FieldErrors errors, String field, String words) {
        return words.length() <= Words.LONGEST
                ? errors
                : errors.and(
                        field,
                        texts.of("support.text.too-long", characters(words.length()), characters(Words.LONGEST)));
    }

    /// What is wrong with an address to which the answer should go; a phone is none.
    String ofMail(String typed) {
        return switch (Login.read(typed)) {
            case Login.Reading.Bad(var fault) when typed.indexOf('@') >= 0 -> logins.sentence(fault, typed);
            case Login.Reading _ -> texts.of("support.mail.phone");
        };
    }

    /// @param key of a sentence that says how long to wait
    String tooOften(String key, Duration wait) {
        var minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return texts.of(key, minutes + "\u00a0" + texts.plural("support.minutes", minutes));
    }

    private String characters(int count) {
        return Format.number(count) + "\u00a0" + texts.plural("support.characters", count);
    }
}
