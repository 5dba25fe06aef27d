package golubika.metering;

import golubika.accounts.AccessLevel;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Supplier;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is to be reminded of what, and has not been yet. Its queries run over all accounts of a supplier, in pages by
/// their key: they fan out to every node, and are for the job alone.
@Component
class DueReminders {

    static final int A_PAGE = 200;

    /// So many days before the window ends people are reminded, counting its last one.
    static final int DAYS_OF_WINDOW = 3;

    static final int DAYS_OF_VERIFICATION = 14;
    static final int DAYS_OF_VERIFICATION_SOON = 60;

    private static final Duration KEPT = Duration.ofDays(400);

    private static final String NOT_DEALT_WITH = """
              and not exists (
                select from reminder t
                where t.account_id = s.account_id and t.subscriber_id = s.subscriber_id and t.kind = :kind
                  and t.about = %s)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DueReminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The next page after a reminder; the first one after none.
    List<Reminder> after(@Nullable Reminder last, Reminder.Kind kind, Supplier supplier, LocalDate today) {
        return switch (kind) {
            case READING -> readings(last, supplier, today);
            case VERIFICATION -> verifications(last, kind, supplier, today, today.plusDays(DAYS_OF_VERIFICATION));
            case VERIFICATION_SOON ->
                verifications(
                        last,
                        kind,
                        supplier,
                        today.plusDays(DAYS_OF_VERIFICATION + 1),
                        today.plusDays(DAYS_OF_VERIFICATION_SOON));
        };
    }

    /// Notes that the matter has been dealt with; false where it had been already, then nothing is to be done.
    boolean dealWith(Reminder reminder, boolean told) {
        return jdbc.sql("""
                insert into reminder (account_id, subscriber_id, kind, about, told, dealt_at)
                values (:account, :subscriber, :kind, :about, :told, :now)
                on conflict (account_id, subscriber_id, kind, about) do nothing
                """)
                        .param("account", reminder.account().value())
                        .param("subscriber", reminder.subscriber().value())
                        .param("kind", reminder.kind().name())
                        .param("about", reminder.about())
                        .param("told", told)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Forgets what was dealt with long ago, and comes up no more; returns how much that was.
    int forgetOld() {
        return jdbc.sql("delete from reminder where dealt_at < :moment")
                .param("moment", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    // A reading that the billing states of the period is one, what the meter began with is not. Where the verification
    // has expired, nothing is charged by readings, even at suppliers that take them.
    private List<Reminder> readings(@Nullable Reminder last, Supplier supplier, LocalDate today) {
        var period = ReadingPeriod.on(today, supplier);
        var levels = Arrays.stream(AccessLevel.values())
                .filter(level -> Deed.SEND_READING.isAllowed(level, supplier.switches()))
                .map(AccessLevel::name)
                .toList();
        if (levels.isEmpty() || today.isBefore(period.until().minusDays(DAYS_OF_WINDOW - 1))) {
            return List.of();
        }
        return jdbc.sql("""
                select s.account_id, s.subscriber_id
                from account_subscriber s
                join account a on a.account_id = s.account_id
                where a.supplier = :supplier and a.status = 'ACTIVE' and s.level in (:levels) and s.may_send
                  and (s.account_id, s.subscriber_id) > (:account, :subscriber)
                  and exists (
                    select from meter m
                    where m.account_id = s.account_id and m.status = 'ACTIVE'
                      and (m.valid_to is null or m.valid_to >= :today)
                      and (m.last_value is null or m.last_date is null or m.last_date < :since
                           or m.last_date = m.installed)
                      and not exists (
                        select from reading r
                        where r.account_id = s.account_id and r.meter_id = m.meter_id
                          and r.read_on >= :since and r.state in ('SENT', 'ACCEPTED')))
                """ + NOT_DEALT_WITH.formatted(":about") + """
                order by s.account_id, s.subscriber_id
                limit :page
                """)
                .param("supplier", supplier.code().value())
                .param("levels", levels)
                .param("account", last == null ? Long.MIN_VALUE : last.account().value())
                .param(
                        "subscriber",
                        last == null ? new UUID(0, 0) : last.subscriber().value())
                .param("today", today)
                .param("since", period.since())
                .param("kind", Reminder.Kind.READING.name())
                .param("about", period.until())
                .param("page", A_PAGE)
                .query((row, number) -> new Reminder(
                        new AccountId(row.getLong("account_id")),
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                        Reminder.Kind.READING,
                        period.until()))
                .list();
    }

    // Begins with the meters whose day comes soon, of all suppliers: an index holds them by that day.
    private List<Reminder> verifications(
            @Nullable Reminder last, Reminder.Kind kind, Supplier supplier, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select distinct s.account_id, s.subscriber_id, m.valid_to
                from meter m
                join account a on a.account_id = m.account_id
                join account_subscriber s on s.account_id = m.account_id
                where m.status = 'ACTIVE' and m.valid_to between :from and :to
                  and a.supplier = :supplier and a.status = 'ACTIVE'
                  and (s.account_id, s.subscriber_id, m.valid_to) > (:account, :subscriber, :about)
                """ + NOT_DEALT_WITH.formatted("m.valid_to") + """
                order by s.account_id, s.subscriber_id, m.valid_to
                limit :page
                """)
                .param("supplier", supplier.code().value())
                .param("from", from)
                .param("to", to)
                .param("account", last == null ? Long.MIN_VALUE : last.account().value())
                .param(
                        "subscriber",
                        last == null ? new UUID(0, 0) : last.subscriber().value())
                .param("about", last == null ? from : last.about())
                .param("kind", kind.name())
                .param("page", A_PAGE)
                .query((row, number) -> new Reminder(
                        new AccountId(row.getLong("account_id")),
                        new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                        kind,
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
