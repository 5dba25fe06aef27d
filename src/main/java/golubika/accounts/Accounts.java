package golubika.accounts;

import golubika.values.PlainText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                        plain(row.getString("holder")),
                        plain(row.getString("address")),
                        row.getBigDecimal("area"),
                        row.getObject("residents", Integer.class),
                        row.getString("direction"),
                        row.getString("status").equals("CLOSED"),
                        row.getObject("as_of", LocalDate.class)))
                .optional();
    }

    /// Registers are checked for their form; what people typed at the supplier may hold letters that nobody sees.
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : PlainText.of(text);
    }
}
