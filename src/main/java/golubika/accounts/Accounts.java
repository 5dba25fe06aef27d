package golubika.accounts;

import golubika.database.Ask;
import golubika.database.Trips;
import golubika.values.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The accounts that suppliers' registers have brought.
@Component
public class Accounts {

    private final Trips trips;

    Accounts(Trips trips) {
        this.trips = trips;
    }

    public Optional<Account> find(AccountId account) {
        return trips.ask(ask(account));
    }

    /// As [#find], to be asked together with others.
    public static Ask<Optional<Account>> ask(AccountId account) {
        return Ask.rows("""
                select holder, address, area, residents, direction, status, as_of
                from account
                where account_id = ?
                """, row -> account(account, row), account.value())
                .map(found -> found.stream().findFirst());
    }

    private static Account account(AccountId account, ResultSet row) throws SQLException {
        return new Account(
                account,
                plain(row.getString("holder")),
                plain(row.getString("address")),
                row.getBigDecimal("area"),
                row.getObject("residents", Integer.class),
                row.getString("direction"),
                row.getString("status").equals("CLOSED"),
                row.getObject("as_of", LocalDate.class));
    }

    /// Registers are checked for their form; what people typed at the supplier may hold letters that nobody sees.
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : PlainText.of(text);
    }
}
