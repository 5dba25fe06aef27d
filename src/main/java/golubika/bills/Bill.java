package golubika.bills;

import golubika.accounts.Account;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One month of one account as the document that asks for its money: what was charged, how the months before were
/// settled, what is to be paid and to whom. It holds what registers brought; nothing is reckoned anew.
///
/// @param number    the account's canonical number
/// @param newest    whether the billing has closed no later month
/// @param asOf      the day of the billing's data; null where it has sent lines without a balance
/// @param dueDate   the last day on which it is paid in time
/// @param toPay     as the month closed, for the newest month less what came in since; negative is overpaid
/// @param arrived   what came in since the newest month was closed, and its statement does not know
/// @param owedNow   what the account owes at this moment, whatever the month
/// @param readingsUntil the last day for the readings of the next month; null where none are awaited any more
/// @param lines     of the month, in the billing's order
/// @param settled   this month and the two before, the oldest first, as far as there are any
/// @param meters    those in use, and those that a line of the month speaks of
/// @param pin       where the supplier prints it and the reader may see it
public record Bill(
        Supplier supplier,
        Account account,
        String number,
        BillingMonth month,
        boolean newest,
        @Nullable LocalDate asOf,
        @Nullable LocalDate dueDate,
        Money toPay,
        Money arrived,
        Money owedNow,
        @Nullable LocalDate readingsUntil,
        List<Charge> lines,
        List<Settled> settled,
        List<MeterOnBill> meters,
        @Nullable String pin) {

    public Bill {
        lines = List.copyOf(lines);
        settled = List.copyOf(settled);
        meters = List.copyOf(meters);
    }

    /// How a month was settled: opening + charged + corrected − benefit − paid = closing.
    ///
    /// @param charged   before benefits
    /// @param corrected recalculations and penalties
    public record Settled(
            BillingMonth month,
            Money opening,
            Money charged,
            Money corrected,
            Money benefit,
            Money paid,
            Money closing) {

        static Settled of(Balance balance, Money benefit) {
            return new Settled(
                    balance.month(),
                    balance.opening(),
                    balance.accrued().plus(benefit),
                    balance.recalculated().plus(balance.penalty()),
                    benefit,
                    balance.paid(),
                    balance.closing());
        }

        /// What the month added to the debt.
        Money added() {
            return charged.plus(corrected).minus(benefit);
        }
    }

    /// A meter with the readings that the month was charged by.
    ///
    /// @param number   «Счётчик 1»; null for one that was taken off
    /// @param paid     null where the month was not charged by a reading
    /// @param previous null where the month was not charged by a reading
    public record MeterOnBill(
            String id,
            @Nullable Integer number,
            String serial,
            @Nullable String model,
            int digits,
            @Nullable LocalDate validTo,
            @Nullable Shown paid,
            @Nullable Shown previous) {}

    /// What a meter showed.
    ///
    /// @param day null where nobody has told it
    public record Shown(long value, @Nullable LocalDate day) {}

    /// What the month adds to the debt: its lines together, or what its balance says where the billing sends no lines.
    public Money charged() {
        return lines.isEmpty()
                ? own().map(Settled::added).orElse(Money.ZERO)
                : lines.stream().map(Charge::total).reduce(Money.ZERO, Money::plus);
    }

    /// Whether what the month adds is what it was charged, without benefits, corrections and penalties.
    public boolean isPlain() {
        var accrued = lines.isEmpty()
                ? own().map(Settled::charged).orElse(Money.ZERO)
                : lines.stream().map(Charge::accrued).reduce(Money.ZERO, Money::plus);
        return accrued.equals(charged());
    }

    /// Whether lines and balance say the same of the month.
    boolean addsUp() {
        return own().filter(month -> month.added().equals(charged())).isPresent();
    }

    private Optional<Settled> own() {
        return settled.stream().filter(one -> one.month.equals(month)).findFirst();
    }

    /// The gas that the month was charged for; empty without any.
    public Optional<BigDecimal> gas() {
        return lines.stream()
                .filter(Charge::isGas)
                .map(Charge::volume)
                .filter(volume -> volume != null)
                .reduce(BigDecimal::add);
    }

    /// What was owed before the month, by what it closed with, and is asked for once more, or is overpaid, negative.
    public Money before() {
        return toPay.plus(arrived).minus(charged());
    }

    /// What a payment by this bill should bring: of a month gone by, no more than is still owed; zero when there is
    /// nothing to pay.
    public Money payable() {
        var owed = newest || toPay.compareTo(owedNow) < 0 ? toPay : owedNow;
        return owed.isPositive() ? owed : Money.ZERO;
    }

    /// The account's number as the supplier prints it.
    public String printedNumber() {
        return supplier.accountNumber().print(number);
    }
}
