package golubika.subscribers;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the rows of a cabinet: the person, the password's hash, the claim to the login.
@Component
class Cabinets {

    private final JdbcClient jdbc;

    Cabinets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param browser     secret of the browser that registered; null when there is none
    /// @param lastDay     on which it can still be confirmed
    /// @param confirmedAt null while the mailed link has not been followed
    record Cabinet(
            SubscriberId subscriber,
            Login login,
            String passwordHash,
            @Nullable Token browser,
            Instant madeAt,
            LocalDate lastDay,
            @Nullable Instant confirmedAt) {}

    void add(Cabinet cabinet) {
        jdbc.sql("""
                insert into subscriber (subscriber_id, login, registered_at, confirm_by, confirmed_at)
                values (:subscriber, :login, :now, :lastDay, :confirmedAt)
                """)
                .param("subscriber", cabinet.subscriber.value())
                .param("login", cabinet.login.value())
                .param("now", Timestamp.from(cabinet.madeAt))
                .param("lastDay", cabinet.lastDay)
                .param("confirmedAt", cabinet.confirmedAt == null ? null : Timestamp.from(cabinet.confirmedAt))
                .update();
        jdbc.sql("""
                insert into credential (subscriber_id, password_hash, browser_hash, changed_at)
                values (:subscriber, :hash, :browser, :now)
                """)
                .param("subscriber", cabinet.subscriber.value())
                .param("hash", cabinet.passwordHash)
                .param("browser", cabinet.browser == null ? null : cabinet.browser.hash(), Types.BINARY)
                .param("now", Timestamp.from(cabinet.madeAt))
                .update();
        claim(cabinet.login, cabinet.subscriber, cabinet.madeAt, cabinet.confirmedAt != null);
    }

    void claim(Login login, SubscriberId subscriber, Instant madeAt, boolean confirmed) {
        jdbc.sql("""
                insert into login (login, subscriber_id, confirmed, made_at)
                values (:login, :subscriber, :confirmed, :now)
                """)
                .param("login", login.value())
                .param("subscriber", subscriber.value())
                .param("confirmed", confirmed)
                .param("now", Timestamp.from(madeAt))
                .update();
    }
}
