package golubika.site;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The message catalogue. A key that is missing is a bug and fails loudly.
@Component
public class Texts {

    public static final Locale RUSSIAN = Locale.of("ru");

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /// The text of `key`, with `{0}`, `{1}` … filled in; numbers among the arguments should be formatted already.
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }
}
