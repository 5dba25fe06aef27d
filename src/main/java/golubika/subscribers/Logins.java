package golubika.subscribers;

import golubika.notifications.Message;
import golubika.notifications.Outbox;
import org.springframework.stereotype.Component;

/// Which logins this installation takes. Phones only where SMS leaves it; who has one already signs in with it anyway.
@Component
public class Logins {

    private final Outbox outbox;

    Logins(Outbox outbox) {
        this.outbox = outbox;
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
}
