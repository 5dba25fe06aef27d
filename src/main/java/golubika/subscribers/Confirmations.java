package golubika.subscribers;

import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The links that were sent. They show that somebody reads the mail of an address, or the SMS of a phone; that it is
/// who registered, [FollowedLinks]
/// makes sure.
@Component
public class Confirmations {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Letters letters;
    private final Unconfirmed unconfirmed;
    private final Codes codes;
    private final Clock clock;

    Confirmations(JdbcClient jdbc, Outbox outbox, Letters letters, Unconfirmed unconfirmed, Codes codes, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.letters = letters;
        this.unconfirmed = unconfirmed;
        this.codes = codes;
        this.clock = clock;
    }

    /// What a mailed link leads to.
    public sealed interface Link {
        record Open(SubscriberId subscriber, String login) implements Link {}

        record Confirmed(SubscriberId subscriber, String login) implements Link {}

        /// Unknown, outdated, or somebody else has confirmed this login before. Which of these is nobody's business.
        record Unusable() implements Link {}
    }

    private record Row(UUID subscriberId, String login, Instant validUntil) {}

    private record Claim(UUID subscriberId, boolean confirmed) {}

    /// Looks where a link leads and changes nothing, since mail programs open links by themselves.
    @Transactional(readOnly = true)
    public Link look(String token) {
        return jdbc.sql("""
                select subscriber_id, login, valid_until from confirmation where token_hash = :hash
                """)
                .param("hash", new Token(token).hash())
                .query(Row.class)
                .optional()
                .map(row -> look(row, claims(row.login)))
                .orElseGet(Link.Unusable::new);
    }

    /// Makes the login the person's own and discards all other attempts to register it, with their sessions.
    /// May be repeated. Whoever calls has made sure that who follows the link is who registered.
    @Transactional
    Link confirm(String token) {
        return jdbc.sql("""
                select subscriber_id, login, valid_until from confirmation where token_hash = :hash
                """)
                .param("hash", new Token(token).hash())
                .query(Row.class)
                .optional()
                .map(this::confirm)
                .orElseGet(Link.Unusable::new);
    }

    /// Makes the login of an attempt the person's own, as a link does. Whoever calls has made sure that the person
    /// has typed the code that went to this very login, in a session of this attempt; a login that the person has
    /// corrected meanwhile is not confirmed by it.
    @Transactional
    Link confirm(Resending.Waiting waiting) {
        return confirm(new Row(waiting.subscriber().value(), waiting.login().value(), endOf(waiting.lastDay())));
    }

    /// Sends a link for a login that is being registered, and a code with it to a phone; its owner, if it has one,
    /// learns of the attempt instead. Either way the same rows are written and one message goes out, so that nobody
    /// can tell the difference.
    @Transactional(propagation = Propagation.MANDATORY)
    void send(SubscriberId subscriber, Login login, LocalDate lastDay) {
        var token = Token.fit(login);
        jdbc.sql("""
                insert into confirmation (token_hash, subscriber_id, login, valid_until)
                values (:hash, :subscriber, :login, :until)
                """)
                .param("hash", token.hash())
                .param("subscriber", subscriber.value())
                .param("login", login.value())
                .param("until", Timestamp.from(endOf(lastDay)))
                .update();
        var taken = claims(login.value()).stream().anyMatch(Claim::confirmed);
        var message = login.isPhone()
                ? letters.confirm(login, token, codes.issue(subscriber.value()))
                : letters.confirm(login, token, lastDay);
        outbox.put(taken ? letters.alreadyRegistered(login) : message);
    }

    /// The end of a day at the earliest of Russia's clocks is past everywhere by UTC midnight, so nobody is cut short.
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Link confirm(Row row) {
        // Of two confirmations at once, the later must see the earlier.
        var claims = jdbc.sql("""
                select subscriber_id, confirmed from login where login = :login order by subscriber_id for update
                """).param("login", row.login).query(Claim.class).list();
        var before = look(row, claims);
        if (!(before instanceof Link.Open)) {
            return before;
        }
        jdbc.sql("update login set confirmed = true where login = :login and subscriber_id = :subscriber")
                .param("login", row.login)
                .param("subscriber", row.subscriberId)
                .update();
        jdbc.sql("update subscriber set confirmed_at = :now where subscriber_id = :subscriber")
                .param("subscriber", row.subscriberId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        codes.forget(row.subscriberId);
        claims.stream()
                .filter(claim -> !claim.subscriberId.equals(row.subscriberId))
                .forEach(other -> unconfirmed.discard(new SubscriberId(other.subscriberId), row.login));
        return new Link.Confirmed(new SubscriberId(row.subscriberId), row.login);
    }

    private Link look(Row row, List<Claim> claims) {
        var own = claims.stream()
                .filter(claim -> claim.subscriberId.equals(row.subscriberId))
                .findFirst();
        if (own.isPresent() && own.get().confirmed) {
            return new Link.Confirmed(new SubscriberId(row.subscriberId), row.login);
        }
        var taken = claims.stream().anyMatch(Claim::confirmed);
        return own.isEmpty() || taken || !clock.instant().isBefore(row.validUntil)
                ? new Link.Unusable()
                : new Link.Open(new SubscriberId(row.subscriberId), row.login);
    }

    private List<Claim> claims(String login) {
        return jdbc.sql("select subscriber_id, confirmed from login where login = :login")
                .param("login", login)
                .query(Claim.class)
                .list();
    }
}
