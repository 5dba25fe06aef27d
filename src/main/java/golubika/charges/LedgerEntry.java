package golubika.charges;

import golubika.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money that came in, as the ledger holds it.
///
/// @param entryId   the PAY_ID of registers
/// @param amount    positive lowers the debt
/// @param channel   `PORTAL`, or the billing's word for a bank or post
/// @param knownAsOf the day of the register in which the billing has named it; null while it has not
public record LedgerEntry(
        String entryId,
        Instant paidAt,
        Money amount,
        String channel,
        @Nullable LocalDate knownAsOf) {

    static LedgerEntry read(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                row.getString("entry_id"),
                row.getTimestamp("paid_at").toInstant(),
                Money.ofKopecks(row.getLong("amount")),
                row.getString("channel"),
                row.getObject("known_as_of", LocalDate.class));
    }
}
