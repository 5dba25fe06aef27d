package golubika.demo;

import golubika.accounts.AccountId;
import golubika.charges.Receipt;
import golubika.demo.billing.Taken;
import golubika.metering.Reading;
import golubika.site.PortalTime;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payments and readings that the portal has taken for accounts of the demo, as a billing would be handed them.
@Component
@Conditional(OnDemo.class)
class TakenByPortal {

    private final JdbcClient jdbc;

    TakenByPortal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Taken of(Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(Long[]::new);
        return new Taken(payments(ids), readings(ids));
    }

    private Map<AccountId, List<Taken.Payment>> payments(Long[] accounts) {
        var payments = new HashMap<AccountId, List<Taken.Payment>>();
        jdbc.sql("""
                select account_id, entry_id, paid_at, amount, channel, provider, provider_id, entered_at
                from ledger_entry
                where account_id = any (:accounts) and channel = 'PORTAL'
                order by paid_at, entry_id
                """).param("accounts", accounts).query(row -> {
            var receipt = new Receipt(
                    row.getString("entry_id"),
                    row.getTimestamp("paid_at").toInstant(),
                    Money.ofKopecks(row.getLong("amount")),
                    row.getString("channel"),
                    row.getString("provider"),
                    row.getString("provider_id"));
            payments.computeIfAbsent(new AccountId(row.getLong("account_id")), account -> new ArrayList<>())
                    .add(new Taken.Payment(
                            receipt, month(row.getTimestamp("entered_at").toInstant())));
        });
        return payments;
    }

    private Map<AccountId, List<Reading>> readings(Long[] accounts) {
        var readings = new HashMap<AccountId, List<Reading>>();
        jdbc.sql("""
                select account_id, reading_id, meter_id, read_on, value
                from reading
                where account_id = any (:accounts) and source = 'WEB' and state <> 'REPLACED'
                order by read_on, received_at
                """).param("accounts", accounts).query(row -> {
            readings.computeIfAbsent(new AccountId(row.getLong("account_id")), account -> new ArrayList<>())
                    .add(new Reading(
                            row.getString("reading_id"),
                            row.getString("meter_id"),
                            row.getObject("read_on", LocalDate.class),
                            row.getLong("value"),
                            Reading.Source.WEB,
                            Reading.State.SENT,
                            null));
        });
        return readings;
    }

    private static BillingMonth month(Instant moment) {
        return BillingMonth.of(LocalDate.ofInstant(moment, PortalTime.ZONE));
    }
}
