package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// «Смена пароля»: who is signed in elsewhere must come in anew, and the owner learns of it.
@Component
public class PasswordChange {

    private final TransactionOperations transaction;
    private final OwnPassword password;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final KeyRing keys;
    private final Notices notices;
    private final Letters letters;
    private final AuditTrail trail;

    PasswordChange(
            TransactionOperations transaction,
            OwnPassword password,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            KeyRing keys,
            Notices notices,
            Letters letters,
            AuditTrail trail) {
        this.transaction = transaction;
        this.password = password;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.keys = keys;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
    }

    /// What became of the wish to change the password.
    public enum Outcome {
        CHANGED,
        WRONG_PASSWORD,
        TOO_OFTEN
    }

    /// @param fresh   one that the policy takes
    /// @param session id of the session that goes on
    public Outcome change(Subscriber subscriber, String current, String fresh, String session, Caller caller) {
        return switch (password.check(subscriber.id(), current)) {
            case RIGHT -> replace(subscriber, fresh, session, caller);
            case WRONG -> Outcome.WRONG_PASSWORD;
            case TOO_OFTEN -> Outcome.TOO_OFTEN;
        };
    }

    private Outcome replace(Subscriber subscriber, String fresh, String session, Caller caller) {
        var hash = passwords.hash(fresh);
        transaction.executeWithoutResult(status -> {
            credentials.replace(subscriber.id(), hash);
            sessions.endOthers(subscriber.id(), session);
            var kept = keys.names(subscriber.id());
            notices.tell(subscriber.id(), contact -> letters.passwordChanged(contact, kept));
            trail.note(subscriber.id().value(), "subscribers.audit.password-changed", caller);
        });
        return Outcome.CHANGED;
    }
}
