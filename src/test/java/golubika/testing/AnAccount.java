package golubika.testing;

import golubika.accounts.AccountId;
import golubika.accounts.Pins;
import golubika.metering.Serials;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An account as registers would have brought it, of a number of its own: `anAccount(jdbc).withMeter(5).readAt(120)`.
/// It says only what a test is about; everything else is ordinary.
public final class AnAccount {

    private static final AtomicInteger COUNT = new AtomicInteger(10_000);

    private final JdbcClient jdbc;
    private final SupplierCode supplier;
    private final String number;
    private final AccountId id;

    private AnAccount(JdbcClient jdbc, SupplierCode supplier, String number) {
        this.jdbc = jdbc;
        this.supplier = supplier;
        this.number = number;
        this.id = AccountId.of(supplier, number);
        jdbc.sql("""
                insert into account (account_id, supplier, account_no, holder, address, direction, status, as_of)
                values (:id, :supplier, :number, 'Клюквина Анна Петровна', 'г. Ягодный, ул. Лесная, д. 5', 'ALL', 'ACTIVE',
                        date '2026-11-05')
                """)
                .param("id", id.value())
                .param("supplier", supplier.value())
                .param("number", number)
                .update();
    }

    /// An account of the supplier that `ASupplier` describes.
    public static AnAccount anAccount(JdbcClient jdbc) {
        return of(jdbc, ASupplier.CODE, Integer.toString(COUNT.incrementAndGet()));
    }

    public static AnAccount of(JdbcClient jdbc, SupplierCode supplier, String number) {
        return new AnAccount(jdbc, supplier, number);
    }

    public AccountId id() {
        return id;
    }

    public String number() {
        return number;
    }

    public SupplierCode supplier() {
        return supplier;
    }

    public AnAccount closed() {
        jdbc.sql("update account set status = 'CLOSED' where account_id = :id")
                .param("id", id.value())
                .update();
        return this;
    }

    public AnAccount withPin(Pins pins, String pin) {
        jdbc.sql("update account set pin_hash = :hash where account_id = :id")
                .param("hash", pins.hash(id, pin))
                .param("id", id.value())
                .update();
        return this;
    }

    /// A meter `M1`, `M2` … in use, last read on 23 October 2026.
    public AnAccount withMeter(String meter, String serial, int digits, long lastValue) {
        jdbc.sql("""
                insert into meter (account_id, meter_id, serial, serial_key, model, digits, installed, verified, valid_to,
                                   temperature_corrected, status, first_value, last_date, last_value, as_of)
                values (:id, :meter, :serial, :key, 'ВК-G4', :digits, date '2021-05-14', date '2021-05-14',
                        date '2031-05-14', true, 'ACTIVE', 0, date '2026-10-23', :value, date '2026-11-05')
                """)
                .param("id", id.value())
                .param("meter", meter)
                .param("serial", serial)
                .param("key", Serials.key(serial))
                .param("digits", digits)
                .param("value", lastValue)
                .update();
        return this;
    }

    public AnAccount verifiedUntil(LocalDate day) {
        jdbc.sql("update meter set valid_to = :day where account_id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
        return this;
    }

    /// A charge for gas by the meter `M1`.
    public AnAccount charged(BillingMonth month, long volume, String price, long kopecks) {
        jdbc.sql("""
                insert into charge (account_id, month, line_id, service, method, meter_id, volume, coef, price,
                                    accrued, recalc, benefit, penalty, as_of)
                values (:id, :month, '1', 'GAS', 'METER', 'M1', :volume, 1, :price, :accrued, 0, 0, 0,
                        date '2026-11-05')
                """)
                .param("id", id.value())
                .param("month", month.firstDay())
                .param("volume", volume)
                .param("price", new BigDecimal(price))
                .param("accrued", kopecks)
                .update();
        return this;
    }

    /// The month closed at this balance, in kopecks, by data of that day.
    public AnAccount closedAt(BillingMonth month, long closing, LocalDate asOf) {
        jdbc.sql("""
                insert into balance (account_id, month, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date)
                values (:id, :month, :asOf, 0, :closing, 0, 0, 0, :closing, :due)
                """)
                .param("id", id.value())
                .param("month", month.firstDay())
                .param("asOf", asOf)
                .param("closing", closing)
                .param("due", month.next().firstDay().plusDays(14))
                .update();
        return this;
    }

    /// Money in the ledger; `knownAsOf` is the day of the register that named it, null while none has.
    public AnAccount paid(String entry, long kopecks, Instant at, LocalDate knownAsOf) {
        jdbc.sql("""
                insert into ledger_entry (account_id, entry_id, paid_at, amount, channel, entered_at)
                values (:id, :entry, :at::timestamptz, :amount, 'BANK', :at::timestamptz)
                """)
                .param("id", id.value())
                .param("entry", entry)
                .param("at", at.toString())
                .param("amount", kopecks)
                .update();
        if (knownAsOf != null) {
            jdbc.sql("insert into ledger_known (account_id, entry_id, known_as_of) values (:id, :entry, :day)")
                    .param("id", id.value())
                    .param("entry", entry)
                    .param("day", knownAsOf)
                    .update();
        }
        return this;
    }

    /// A home of so many square metres and residents: what a norm is multiplied by.
    public AnAccount home(String area, int residents) {
        jdbc.sql("update account set area = :area, residents = :residents where account_id = :id")
                .param("area", new BigDecimal(area))
                .param("residents", residents)
                .param("id", id.value())
                .update();
        return this;
    }

    public AnAccount meterIs(String meter, String status) {
        jdbc.sql("update meter set status = :status where account_id = :id and meter_id = :meter")
                .param("status", status)
                .param("id", id.value())
                .param("meter", meter)
                .update();
        return this;
    }

    /// A line of a month that a test speaks of.
    public AnAccount charged(ALine line) {
        jdbc.sql("""
                insert into charge (account_id, month, line_id, service, method, avg_month, meter_id, prev, curr, volume,
                                    coef, price, accrued, recalc, benefit, penalty, cause, recalc_for, as_of)
                values (:id, :month, :line, :service, :method, :averageMonth, :meter, :previous, :current, :volume,
                        :coefficient, :price, :accrued, :recalculated, :benefit, :penalty, :cause, :recalculatedFor,
                        date '2026-11-05')
                """).params(line.columns()).param("id", id.value()).update();
        return this;
    }

    /// How the month closed, all sums in kopecks; service '' is the whole account.
    public AnAccount balance(BillingMonth month, String service, long opening, long accrued, long paid, long closing) {
        jdbc.sql("""
                insert into balance (account_id, month, service, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out,
                                     due_date)
                values (:id, :month, :service, :asOf, :opening, :accrued, :paid, 0, 0, :closing, :due)
                """)
                .param("id", id.value())
                .param("month", month.firstDay())
                .param("service", service)
                .param("asOf", month.next().firstDay().plusDays(4))
                .param("opening", opening)
                .param("accrued", accrued)
                .param("paid", paid)
                .param("closing", closing)
                .param("due", month.next().firstDay().plusDays(14))
                .update();
        return this;
    }
}
