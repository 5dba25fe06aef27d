package golubika.payments;

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

/// The payments that a person has made here, and with the full version those of others, without who they were.
@Component
class PaymentData implements PersonalData {

    private final JdbcClient jdbc;
    private final Links links;
    private final Texts texts;

    PaymentData(JdbcClient jdbc, Links links, Texts texts) {
        this.jdbc = jdbc;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public String about() {
        return texts.of("payments.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "made_by_you",
                jdbc.sql("""
                select supplier, account_no as account, payment_id as payment, amount / 100.0 as amount, method, month,
                       receipt_email, state, started_at, changed_at
                from payment where subscriber_id = :subscriber order by started_at desc
                """).param("subscriber", subscriber.value()).query().listOfRows());
        told.put(
                "made_by_others",
                links.of(subscriber).stream()
                        .filter(Link::isFull)
                        .flatMap(link -> byOthers(link, subscriber).stream())
                        .toList());
        return told;
    }

    private List<Map<String, Object>> byOthers(Link link, SubscriberId subscriber) {
        return jdbc.sql("""
                select supplier, account_no as account, payment_id as payment, amount / 100.0 as amount, method, month,
                       state, started_at, changed_at
                from payment
                where account_id = :account and subscriber_id <> :subscriber
                order by started_at desc
                """)
                .param("account", link.account().value())
                .param("subscriber", subscriber.value())
                .query()
                .listOfRows();
    }
}
