package golubika.metering;

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

/// The readings that a person has sent, and with the full version the meters and all readings of the account.
@Component
class ReadingData implements PersonalData {

    private final JdbcClient jdbc;
    private final Links links;
    private final Texts texts;

    ReadingData(JdbcClient jdbc, Links links, Texts texts) {
        this.jdbc = jdbc;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public String about() {
        return texts.of("metering.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        var told = new LinkedHashMap<String, Object>();
        told.put("sent_by_you", sentBy(subscriber));
        told.put(
                "accounts",
                links.of(subscriber).stream()
                        .filter(Link::isFull)
                        .map(this::told)
                        .toList());
        return told;
    }

    private List<Map<String, Object>> sentBy(SubscriberId subscriber) {
        return jdbc.sql("""
                select a.supplier, a.account_no as account, r.read_on, r.value, r.state, r.reason, r.received_at
                from reading r join account a on a.account_id = r.account_id
                where r.subscriber_id = :subscriber
                order by r.received_at desc
                """).param("subscriber", subscriber.value()).query().listOfRows();
    }

    private Map<String, Object> told(Link link) {
        var told = new LinkedHashMap<String, Object>();
        told.put("supplier", link.supplier().name());
        told.put("account", link.printedNumber());
        told.put("meters", rows(link, """
                select meter_id as meter, serial, model, digits, seal_no, installed, verified, valid_to, status, as_of
                from meter where account_id = :account order by meter_id
                """));
        told.put("readings", rows(link, """
                select meter_id as meter, read_on, value, source, state, reason, received_at
                from reading where account_id = :account order by read_on desc, received_at desc
                """));
        return told;
    }

    private List<Map<String, Object>> rows(Link link, String sql) {
        return jdbc.sql(sql).param("account", link.account().value()).query().listOfRows();
    }
}
