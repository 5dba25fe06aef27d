package golubika.subscribers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How a person can be reached: the login, and possibly a contact of the other kind. Both are confirmed, let in with
/// the password, and recover it; «Логин» names the first. A person has at most one e-mail and one phone.
@Component
public class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param other of the other kind than the login
    public record Held(Login login, Optional<Login> other) {

        public Optional<Login> mail() {
            return of(Login.Kind.MAIL);
        }

        public Optional<Login> phone() {
            return of(Login.Kind.PHONE);
        }

        public Optional<Login> of(Login.Kind kind) {
            return login.kind() == kind ? Optional.of(login) : other;
        }

        /// Each of them, the login first.
        public List<Login> all() {
            return Stream.concat(Stream.of(login), other.stream()).toList();
        }

        boolean has(Login contact) {
            return of(contact.kind()).filter(contact::equals).isPresent();
        }

        /// These, with a new one in place of the former of its kind.
        Held with(Login fresh) {
            return login.kind() == fresh.kind() ? new Held(fresh, other) : new Held(login, Optional.of(fresh));
        }
    }

    /// The contacts of a person who has a cabinet; of one who has only begun to register, the login to be confirmed.
    public Held of(SubscriberId subscriber) {
        return find(subscriber).orElseThrow(() -> new IllegalStateException("no cabinet of " + subscriber));
    }

    Optional<Held> find(SubscriberId subscriber) {
        return read("select login, other_login from subscriber where subscriber_id = :subscriber", subscriber);
    }

    /// The same, and nobody changes them until the transaction ends.
    Held lock(SubscriberId subscriber) {
        return read(
                        "select login, other_login from subscriber where subscriber_id = :subscriber for update",
                        subscriber)
                .orElseThrow(() -> new IllegalStateException("no cabinet of " + subscriber));
    }

    void keep(SubscriberId subscriber, Held held) {
        jdbc.sql("update subscriber set login = :login, other_login = :other where subscriber_id = :subscriber")
                .param("login", held.login.value())
                .param("other", held.other.map(Login::value).orElse(null))
                .param("subscriber", subscriber.value())
                .update();
    }

    /// Lets the person in with this contact no longer.
    void release(SubscriberId subscriber, Login contact) {
        jdbc.sql("delete from login where login = :login and subscriber_id = :subscriber")
                .param("login", contact.value())
                .param("subscriber", subscriber.value())
                .update();
    }

    /// Who else claims a login, locked for the rest of the transaction; in the order in which all lock them.
    List<Claim> claims(Login login) {
        return jdbc.sql("""
                select subscriber_id, confirmed from login where login = :login order by subscriber_id for update
                """)
                .param("login", login.value())
                .query((row, number) -> new Claim(
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)), row.getBoolean("confirmed")))
                .list();
    }

    record Claim(SubscriberId subscriber, boolean confirmed) {}

    private Optional<Held> read(String query, SubscriberId subscriber) {
        return jdbc.sql(query)
                .param("subscriber", subscriber.value())
                .query((row, number) -> held(row.getString("login"), row.getString("other_login")))
                .optional();
    }

    private static Held held(@Nullable String login, @Nullable String other) {
        return new Held(
                Login.of(Objects.requireNonNull(login)),
                Optional.ofNullable(other).map(Login::of));
    }
}
