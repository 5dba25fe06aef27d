package golubika.subscribers;

import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.site.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Which logins this installation takes. Phones only where SMS leaves it; who has one already signs in with it anyway.
@Component
public class Logins {

    private final Outbox outbox;
    private final Texts texts;

    Logins(Outbox outbox, Texts texts) {
        this.outbox = outbox;
        this.texts = texts;
    }

    public boolean takesPhones() {
        return outbox.carries(Message.Kind.SMS);
    }

    /// Reads what a person typed as a login to begin with.
    public Login.Reading read(String typed) {
        var reading = Login.read(typed);
        return reading instanceof Login.Reading.Good(var login) && login.isPhone() && !takesPhones()
                ? new Login.Reading.Bad(Login.Fault.PHONE_NOT_TAKEN)
                : reading;
    }

    /// The sentence that helps with what was typed.
    public String sentence(Login.Fault fault, String typed) {
        var key = "subscribers.login." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (fault) {
            case PHONE_SHORT, PHONE_LONG -> texts.of(key, Login.phoneDigits(typed));
            case EMPTY, NO_AT -> texts.of(takesPhones() ? key + ".phone" : key);
            default -> texts.of(key);
        };
    }
}
