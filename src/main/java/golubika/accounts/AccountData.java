package golubika.accounts;

import golubika.site.Texts;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts that a person has connected; with the full version, what the billing knows of the home, and whom they
/// have invited.
@Component
class AccountData implements PersonalData {

    private final JdbcClient jdbc;
    private final Links links;
    private final Texts texts;

    AccountData(JdbcClient jdbc, Links links, Texts texts) {
        this.jdbc = jdbc;
        this.links = links;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public String about() {
        return texts.of("accounts.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        return links.of(subscriber).stream().map(link -> told(subscriber, link)).toList();
    }

    private Map<String, Object> told(SubscriberId subscriber, Link link) {
        var told = new LinkedHashMap<String, Object>();
        told.put("supplier", link.supplier().name());
        told.put("account", link.printedNumber());
        told.put("access", link.level());
        if (link.rights().invited()) {
            told.put("invited", true);
            told.put("may_send_readings", link.rights().readings());
            told.put("may_pay", link.rights().payment());
        }
        if (link.ownName() != null) {
            told.put("own_name", link.ownName());
        }
        if (link.isFull()) {
            told.putAll(jdbc.sql("""
                    select els, holder, address, area, residents, direction, contract_no, contract_date, status, as_of
                    from account where account_id = :account
                    """)
                    .param("account", link.account().value())
                    .query()
                    .singleRow());
        }
        var applications = applications(subscriber, link);
        if (!applications.isEmpty()) {
            told.put("pin_applications", applications);
        }
        if (link.allows(Deed.SHARE)) {
            told.put("invitations_by_you", invitations(subscriber, link));
        }
        return told;
    }

    private List<Map<String, Object>> applications(SubscriberId subscriber, Link link) {
        return jdbc.sql("""
                select number, full_name, address, serial, comment, sent_at, state, closed_at, reason, said, sent_to,
                       pin_until
                from pin_application
                where account_id = :account and subscriber_id = :subscriber
                order by sent_at
                """)
                .param("account", link.account().value())
                .param("subscriber", subscriber.value())
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> invitations(SubscriberId subscriber, Link link) {
        return jdbc.sql("""
                select contact, may_send as may_send_readings, may_pay, sent_at, valid_until
                from invitation
                where account_id = :account and invited_by = :subscriber
                order by sent_at
                """)
                .param("account", link.account().value())
                .param("subscriber", subscriber.value())
                .query()
                .listOfRows();
    }
}
