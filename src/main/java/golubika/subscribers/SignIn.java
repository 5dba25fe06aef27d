package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.PASSWORD_BY_LOGIN;
import static golubika.subscribers.EntranceLimits.PASSWORD_BY_NETWORK;

import golubika.limits.Limits;
import golubika.limits.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Coming in with login and password. Wrong login and wrong password are one answer, and take the same time.
@Component
public class SignIn {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Contacts contacts;
    private final Consents consents;
    private final Limits limits;

    SignIn(JdbcClient jdbc, Passwords passwords, Contacts contacts, Consents consents, Limits limits) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.contacts = contacts;
        this.consents = consents;
        this.limits = limits;
    }

    /// What became of an attempt to come in.
    public sealed interface Outcome {
        record Welcome(Subscriber subscriber, Standing standing) implements Outcome {}

        record Wrong() implements Outcome {}

        /// @param pause until the next attempt
        record TooOften(Duration pause) implements Outcome {}
    }

    private record Credential(UUID subscriberId, String passwordHash) {}

    /// @param typedLogin whatever stood in the field
    /// @param address    network address of who is asking
    public Outcome signIn(String typedLogin, String password, String address) {
        var network = Network.of(address).value();
        var login = Login.read(typedLogin) instanceof Login.Reading.Good(var good) ? good.value() : typedLogin.strip();
        var guesses = login + ' ' + network;
        if (!limits.take(PASSWORD_BY_LOGIN, guesses)) {
            return new Outcome.TooOften(limits.wait(PASSWORD_BY_LOGIN, guesses));
        }
        if (!limits.take(PASSWORD_BY_NETWORK, network)) {
            return new Outcome.TooOften(limits.wait(PASSWORD_BY_NETWORK, network));
        }
        var candidates = candidates(login);
        var match = passwords.matching(
                password, candidates.stream().map(Credential::passwordHash).toList());
        if (match.isEmpty()) {
            return new Outcome.Wrong();
        }
        limits.clear(PASSWORD_BY_LOGIN, guesses);
        limits.giveBack(PASSWORD_BY_NETWORK, network);
        var subscriber = new SubscriberId(candidates.get(match.getAsInt()).subscriberId);
        return contacts.find(subscriber)
                .<Outcome>map(held -> new Outcome.Welcome(
                        new Subscriber(subscriber, held.login().value()), consents.standing(subscriber)))
                .orElseGet(Outcome.Wrong::new);
    }

    /// Whose password it may be: the owner's, or else one of the latest attempts to register this login.
    private List<Credential> candidates(String login) {
        var subscribers = jdbc.sql("""
                select subscriber_id from login
                where login = :login
                order by confirmed desc, made_at desc, subscriber_id
                limit :most
                """)
                .param("login", login)
                .param("most", Passwords.CANDIDATES)
                .query(UUID.class)
                .list();
        var credentials = new ArrayList<Credential>();
        for (var subscriber : subscribers) {
            jdbc.sql("select subscriber_id, password_hash from credential where subscriber_id = :subscriber")
                    .param("subscriber", subscriber)
                    .query(Credential.class)
                    .optional()
                    .ifPresent(credentials::add);
        }
        return credentials;
    }
}
