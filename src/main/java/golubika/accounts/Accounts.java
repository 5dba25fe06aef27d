package golubika.accounts;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts that suppliers' registers have brought.
@Component
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(AccountId account) {
        return jdbc.sql("""
                select holder, address, area, residents, direction, status, as_of
                from account
                where account_id = :account
                """)
                .param("account", account.value())
                .query((row, n) -> new Account(
                        account,
                        row.getString("holder"),
                        row.getString("address"),
                        row.getBigDecimal("area"),
                        row.getObject("residents", Integer.class),
                        row.getString("direction"),
                        row.getString("status").equals("CLOSED"),
                        row.getObject("as_of", LocalDate.class)))
                .optional();
    }
}
