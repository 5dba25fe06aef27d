package golubika.accounts;

import golubika.site.Texts;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts that a person has connected; with the full version, what the billing knows of the home.
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
        return links.of(subscriber).stream().map(this::told).toList();
    }

    private Map<String, Object> told(Link link) {
        var told = new LinkedHashMap<String, Object>();
        told.put("supplier", link.supplier().name());
        told.put("account", link.printedNumber());
        told.put("access", link.level());
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
        return told;
    }
}
