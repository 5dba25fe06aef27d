package golubika.metering;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.accounts.Proof;
import golubika.subscribers.SubscriberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The serial number on a meter of the account, however its letters, spaces and dashes are typed.
@Component
class SerialProof implements Proof {

    private final JdbcClient jdbc;

    SerialProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "serial";
    }

    @Override
    public boolean isOffered(Link link) {
        return link.supplier().switches().fullBySerial();
    }

    @Override
    public boolean proves(SubscriberId subscriber, AccountId account, String typed) {
        return jdbc.sql("""
                select exists (
                    select 1 from meter
                    where account_id = :account and serial_key = :serial and serial_key <> '' and status <> 'REMOVED')
                """)
                .param("account", account.value())
                .param("serial", Serials.key(typed))
                .query(Boolean.class)
                .single();
    }
}
