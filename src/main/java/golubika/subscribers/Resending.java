package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.CORRECTED_LOGIN;

import golubika.limits.Limits;
import golubika.limits.Taken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// «Выслать ссылку» and «Выслать код»: for who has a password and waits, to the same login or to another one when the
/// first was mistyped.
@Component
public class Resending {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Cabinets cabinets;
    private final Confirmations confirmations;
    private final Unconfirmed unconfirmed;
    private final Postage postage;
    private final Limits limits;
    private final Clock clock;

    Resending(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Cabinets cabinets,
            Confirmations confirmations,
            Unconfirmed unconfirmed,
            Postage postage,
            Limits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cabinets = cabinets;
        this.confirmations = confirmations;
        this.unconfirmed = unconfirmed;
        this.postage = postage;
        this.limits = limits;
        this.clock = clock;
    }

    /// An attempt to register that waits to be confirmed.
    ///
    /// @param lastDay of the cabinet, and of the links
    public record Waiting(SubscriberId subscriber, Login login, LocalDate lastDay) {}

    /// What became of the wish for another message.
    public sealed interface Outcome {
        record Sent() implements Outcome {}

        record NotSent(Postage.Refusal refusal) implements Outcome {}

        /// The person has been confirmed meanwhile, or the cabinet is gone.
        record NotWaiting() implements Outcome {}
    }

    /// What an attempt waits for, unless it is gone.
    public Optional<Waiting> waiting(SubscriberId attempt) {
        return jdbc.sql("select login, confirm_by from subscriber where subscriber_id = :attempt")
                .param("attempt", attempt.value())
                .query((row, number) -> new Waiting(
                        attempt, Login.of(row.getString("login")), row.getObject("confirm_by", LocalDate.class)))
                .optional();
    }

    /// Sends link or code once more. To another login than before, when the person has put a mistyped one right;
    /// what went to the old one no longer works then.
    ///
    /// @param address network address of who is asking
    public Outcome send(Waiting waiting, Login login, String address) {
        var taken = new Taken(limits);
        if (!login.equals(waiting.login) && !taken.take(CORRECTED_LOGIN, waiting.subscriber.toString())) {
            return new Outcome.NotSent(new Postage.Refusal.TooManyCorrections());
        }
        var refusal = postage.take(taken, login, address);
        if (refusal.isPresent()) {
            return new Outcome.NotSent(refusal.get());
        }
        return Objects.requireNonNull(transaction.execute(status -> send(waiting, login)));
    }

    private Outcome send(Waiting waiting, Login login) {
        if (!holdsClaim(waiting)) {
            return new Outcome.NotWaiting();
        }
        if (!login.equals(waiting.login)) {
            move(waiting, login);
        }
        confirmations.send(waiting.subscriber, login, waiting.lastDay);
        return new Outcome.Sent();
    }

    /// Locks the claim to the login first of all, as confirming and deleting do: then none waits for another in a
    /// circle.
    private boolean holdsClaim(Waiting waiting) {
        return jdbc.sql("""
                select subscriber_id from login
                where login = :login and subscriber_id = :subscriber and not confirmed
                for update
                """)
                .param("login", waiting.login.value())
                .param("subscriber", waiting.subscriber.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private void move(Waiting waiting, Login login) {
        unconfirmed.forgetSecrets(waiting.subscriber);
        jdbc.sql("delete from login where login = :login and subscriber_id = :subscriber and not confirmed")
                .param("login", waiting.login.value())
                .param("subscriber", waiting.subscriber.value())
                .update();
        cabinets.claim(login, waiting.subscriber, clock.instant(), false);
        jdbc.sql("update consent set login = :login where subscriber_id = :subscriber")
                .param("login", login.value())
                .param("subscriber", waiting.subscriber.value())
                .update();
        jdbc.sql("update subscriber set login = :login where subscriber_id = :subscriber and confirmed_at is null")
                .param("login", login.value())
                .param("subscriber", waiting.subscriber.value())
                .update();
    }
}
