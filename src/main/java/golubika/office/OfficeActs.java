package golubika.office;

import golubika.audit.Caller;
import golubika.limits.Network;
import golubika.suppliers.SupplierCode;
import golubika.values.OrderedId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The record of what staff did, and whose data they saw. It only grows; what is older than [#KEPT] goes. It names
/// requests and accounts by their numbers, never people.
@Component
public class OfficeActs {

    /// As long as somebody may go to court over it (ГК РФ ст. 196).
    static final Duration KEPT = Duration.ofDays(3 * 366);

    private final JdbcClient jdbc;
    private final Clock clock;

    OfficeActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What can be done; each has its sentence, `office.act.GRANTED`.
    public enum Kind {
        ADDED,
        BLOCKED,
        RENEWED,
        SIGNED_IN,
        /// Somebody has tried a wrong password, or one that is over.
        FAILED,
        SIGNED_OUT,
        PASSWORD,
        /// Has seen what a person wrote, beside what the account says.
        SEEN,
        GRANTED,
        REFUSED,
        /// An issued PIN has been taken back.
        REVOKED,
        REQUEST_SEEN,
        FILE_SEEN,
        REQUEST_ANSWERED,
        REQUEST_CLOSED
    }

    /// @param login   who did it; of what was done on the server, and of failed sign-ins, whom it was done to
    /// @param subject what it was done to: `№ 552, ЛС 23185952`
    /// @param detail  a reason, possibly empty
    public record Act(Instant at, String login, String name, Kind kind, String subject, String detail, Caller caller) {}

    /// Notes it in the caller's transaction, if there is one: what was done and its record stay or go together.
    public void note(Staff staff, Kind kind, String subject, String detail, Caller caller) {
        var now = clock.instant();
        jdbc.sql("""
                insert into office_act
                    (act_id, happened_at, supplier, login, name, kind, subject, detail, address, device)
                values (:id, :now, :supplier, :login, :name, :kind, :subject, :detail, :address, :device)
                """)
                .param("id", OrderedId.at(now))
                .param("now", Timestamp.from(now))
                .param("supplier", staff.supplier())
                .param("login", staff.login())
                .param("name", staff.name())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("detail", detail)
                .param("address", caller.address())
                .param("device", caller.device())
                .update();
    }

    /// Those of one supplier's staff, the newest first.
    ///
    /// @param supplier null for the portal's own desk
    public List<Act> of(@Nullable SupplierCode supplier, int skipped, int most) {
        return jdbc.sql("select * from office_act where "
                        + (supplier == null ? "supplier is null" : "supplier = :supplier")
                        + " order by act_id desc offset :skipped limit :most")
                .param("supplier", supplier == null ? null : supplier.value())
                .param("skipped", skipped)
                .param("most", most)
                .query((row, n) -> new Act(
                        row.getTimestamp("happened_at").toInstant(),
                        row.getString("login"),
                        row.getString("name"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("detail"),
                        caller(row.getString("address"), row.getString("device"))))
                .list();
    }

    /// Whether somebody has come in from this network lately, and so is no stranger there.
    boolean knows(String login, Network network, Duration lately) {
        return jdbc
                .sql("""
                        select distinct address from office_act
                        where login = :login and kind = 'SIGNED_IN' and address is not null and happened_at > :since
                        """)
                .param("login", login)
                .param("since", Timestamp.from(clock.instant().minus(lately)))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(address -> Network.of(address).equals(network));
    }

    int forgetOld() {
        return jdbc.sql("delete from office_act where happened_at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private static Caller caller(@Nullable String address, @Nullable String device) {
        return new Caller(address, device);
    }
}
