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

/// The readings and photos that a person has sent, what they were reminded of, and with the full version the meters and
/// all readings of the account.
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
        told.put("photos_by_you", photosBy(subscriber));
        told.put("reminders", reminders(subscriber));
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

    private List<Map<String, Object>> photosBy(SubscriberId subscriber) {
        return jdbc.sql("""
                select a.supplier, a.account_no as account, p.month, p.received_at,
                       translate(encode(p.image, 'base64'), chr(10), '') as jpeg_base64
                from meter_photo p join account a on a.account_id = p.account_id
                where p.subscriber_id = :subscriber
                order by p.received_at desc
                limit 20
                """).param("subscriber", subscriber.value()).query().listOfRows();
    }

    private List<Map<String, Object>> reminders(SubscriberId subscriber) {
        return jdbc.sql("""
                select a.supplier, a.account_no as account, t.kind, t.about, t.told, t.dealt_at
                from reminder t join account a on a.account_id = t.account_id
                where t.subscriber_id = :subscriber
                order by t.dealt_at desc
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
