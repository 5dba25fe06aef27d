package golubika.charges;

import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.site.Texts;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the billing has charged on the accounts that a person holds in full, and what came in.
@Component
class ChargeData implements PersonalData {

    private final JdbcClient jdbc;
    private final Links links;
    private final Texts texts;

    ChargeData(JdbcClient jdbc, Links links, Texts texts) {
        this.jdbc = jdbc;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "charges";
    }

    @Override
    public String about() {
        return texts.of("charges.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        return links.of(subscriber).stream()
                .filter(Link::isFull)
                .map(this::told)
                .toList();
    }

    private Map<String, Object> told(Link link) {
        var told = new LinkedHashMap<String, Object>();
        told.put("supplier", link.supplier().name());
        told.put("account", link.printedNumber());
        told.put("charges", rows(link, """
                select month, service, method, meter_id as meter, prev, curr, volume, coef, price,
                       accrued / 100.0 as accrued, recalc / 100.0 as recalculated, benefit / 100.0 as benefit,
                       penalty / 100.0 as penalty, cause,
                       recalc_for as recalculated_for
                from charge where account_id = :account order by month desc, line_id
                """));
        told.put("balances", rows(link, """
                select month, service, saldo_in / 100.0 as opening, accrued / 100.0 as accrued, paid / 100.0 as paid,
                       recalc / 100.0 as recalculated, penalty / 100.0 as penalty, saldo_out / 100.0 as closing, due_date
                from balance where account_id = :account order by month desc, service
                """));
        told.put("received", rows(link, """
                select paid_at, amount / 100.0 as amount, fee / 100.0 as fee, channel, receipt_no
                from ledger_entry where account_id = :account order by paid_at desc
                """));
        return told;
    }

    private List<Map<String, Object>> rows(Link link, String sql) {
        return jdbc.sql(sql).param("account", link.account().value()).query().listOfRows();
    }
}
