package golubika.office;

import golubika.suppliers.SupplierCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who works in the office. Accounts are made, given new passwords and blocked on the command line alone.
@Component
public class StaffBook {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private static final String ROWS = "select login, name, supplier, password_at, once_until, blocked_at from staff ";

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// One line of the list.
    ///
    /// @param onceUntil how long a one-time password waits for them; null once they have their own
    public record Entry(
            Staff staff,
            @Nullable Instant onceUntil,
            @Nullable Instant blockedAt) {}

    /// What somebody is let in with.
    record Key(Staff staff, String passwordHash, @Nullable Instant onceUntil) {}

    /// Three to forty Latin letters, digits, dots and dashes.
    public static boolean isLogin(String typed) {
        return LOGIN.matcher(typed).matches();
    }

    /// All of them, by login.
    public List<Entry> all() {
        return jdbc.sql(ROWS + "order by login").query(StaffBook::entry).list();
    }

    /// Whoever may work now; empty for who is blocked.
    public Optional<Staff> find(String login) {
        return jdbc.sql(ROWS + "where login = :login and blocked_at is null")
                .param("login", login)
                .query(StaffBook::entry)
                .optional()
                .map(Entry::staff);
    }

    /// Whoever has this login, blocked or not.
    public Optional<Entry> known(String login) {
        return jdbc.sql(ROWS + "where login = :login")
                .param("login", login)
                .query(StaffBook::entry)
                .optional();
    }

    Optional<Key> key(String login) {
        return jdbc.sql("""
                select login, name, supplier, password_at, once_until, blocked_at, password_hash
                from staff where login = :login and blocked_at is null
                """)
                .param("login", login)
                .query((row, n) -> {
                    var entry = entry(row, n);
                    return new Key(entry.staff, row.getString("password_hash"), entry.onceUntil);
                })
                .optional();
    }

    /// Adds somebody; false when the login is taken, and then nothing changes.
    ///
    /// @param supplier  null for the portal's own desk
    /// @param onceUntil until when a one-time password is good; null for one that stays
    @Transactional
    public boolean add(
            String login,
            String name,
            @Nullable SupplierCode supplier,
            String passwordHash,
            @Nullable Instant onceUntil) {
        if (!isLogin(login)) {
            throw new IllegalArgumentException("not a login of staff: " + login);
        }
        return jdbc.sql("""
                insert into staff (login, name, supplier, password_hash, password_at, once_until, made_at)
                values (:login, :name, :supplier, :hash, :now, :once, :now)
                on conflict (login) do nothing
                """)
                        .param("login", login)
                        .param("name", name)
                        .param("supplier", supplier == null ? null : supplier.value())
                        .param("hash", passwordHash)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("once", onceUntil == null ? null : Timestamp.from(onceUntil))
                        .update()
                == 1;
    }

    /// Sets a one-time password, which ends all sessions, and lets in again who was blocked.
    ///
    /// @param onceUntil until when it is good
    /// @return empty when there is nobody of that login
    @Transactional
    public Optional<Staff> setPassword(String login, String passwordHash, Instant onceUntil) {
        return changed(
                login,
                jdbc.sql("""
                update staff
                set password_hash = :hash, password_at = :now, once_until = :once, blocked_at = null
                where login = :login
                """)
                        .param("login", login)
                        .param("hash", passwordHash)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("once", Timestamp.from(onceUntil))
                        .update());
    }

    /// Sets somebody's own password, which ends all sessions.
    ///
    /// @param known as they were let in: a password that was set since is not overwritten
    /// @return empty when they are blocked, or have another password, since
    @Transactional
    public Optional<Staff> changePassword(Staff known, String passwordHash) {
        return changed(
                known.login(),
                jdbc.sql("""
                update staff set password_hash = :hash, password_at = :now, once_until = null
                where login = :login and password_at = :known and blocked_at is null
                  and (once_until is null or once_until > :now)
                """)
                        .param("login", known.login())
                        .param("hash", passwordHash)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("known", Timestamp.from(known.passwordAt()))
                        .update());
    }

    private Optional<Staff> changed(String login, int count) {
        if (count == 0) {
            return Optional.empty();
        }
        endSessions(login);
        return find(login);
    }

    /// Keeps somebody out from this moment on.
    ///
    /// @return empty when there is nobody of that login
    @Transactional
    public Optional<Staff> block(String login) {
        var who = jdbc.sql(ROWS + "where login = :login for update")
                .param("login", login)
                .query(StaffBook::entry)
                .optional()
                .map(Entry::staff);
        jdbc.sql("update staff set blocked_at = coalesce(blocked_at, :now) where login = :login")
                .param("login", login)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        endSessions(login);
        return who;
    }

    private void endSessions(String login) {
        jdbc.sql("delete from spring_session where principal_name = :name")
                .param("name", Staff.sessionName(login))
                .update();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        var onceUntil = instant(row.getTimestamp("once_until"));
        return new Entry(
                new Staff(
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("supplier"),
                        row.getTimestamp("password_at").toInstant(),
                        onceUntil != null),
                onceUntil,
                instant(row.getTimestamp("blocked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
