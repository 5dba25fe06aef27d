package golubika.payments;

import golubika.accounts.AccountId;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the table `payment` as a `Payment`.
final class PaymentRow {

    static final String COLUMNS = """
            account_id, payment_id, subscriber_id, supplier, account_no, amount, method, receipt_email, month, readings,
            state, provider, idempotence_key, reference, bank_page, failure, started_at, changed_at, asked_at, next_check_at
            """;

    private PaymentRow() {}

    static Payment read(ResultSet row) throws SQLException {
        return new Payment(
                new Order(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        new AccountId(row.getLong("account_id")),
                        new SupplierCode(row.getString("supplier")),
                        row.getString("account_no"),
                        Money.ofKopecks(row.getLong("amount")),
                        PaymentMethod.valueOf(row.getString("method")),
                        row.getString("receipt_email"),
                        BillingMonth.of(row.getObject("month", LocalDate.class))),
                new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                List.of((String[]) row.getArray("readings").getArray()),
                PaymentState.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                new Payment.AtProvider(
                        row.getString("provider"),
                        row.getObject("idempotence_key", UUID.class),
                        row.getString("reference"),
                        row.getString("bank_page"),
                        row.getString("failure"),
                        instant(row.getTimestamp("asked_at")),
                        instant(row.getTimestamp("next_check_at"))));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
