package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Balance;
import golubika.charges.Debt;
import golubika.metering.Meter;
import golubika.metering.ReadingPeriod;
import golubika.payments.Payment;
import golubika.payments.PaymentLine;
import golubika.site.FieldErrors;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the page of one account shows. What the link's level must not see is not in it at all.
///
/// @param account   who and where; null in BASIC
/// @param month     the month chosen; null while the billing has sent none
/// @param balance   how that month closed
/// @param charges   the month's lines with their explanation; empty in BASIC
/// @param use       the consumption chart; null in BASIC and without a meter or gas charges
/// @param history   past months, newest first; empty where the supplier hides it
/// @param payments  recent payments; empty in BASIC
/// @param running   a payment whose outcome is still open, of this person or, in FULL, of anybody
/// @param connected the account has just been connected
/// @param opened    the full version has just been opened
public record AccountPage(
        Link link,
        LocalDate today,
        Debt debt,
        ReadingPeriod period,
        @Nullable Account account,
        @Nullable BillingMonth month,
        @Nullable BillingMonth previousMonth,
        @Nullable BillingMonth nextMonth,
        @Nullable Balance balance,
        List<ExplainedCharge> charges,
        List<Meter> meters,
        @Nullable UseChart use,
        List<PastMonth> history,
        boolean moreHistory,
        TariffView tariff,
        List<PaymentLine> payments,
        @Nullable Payment running,
        UnlockForm unlock,
        boolean connected,
        boolean opened) {

    /// The ways into the full version, with what was typed and what was wrong with it.
    ///
    /// @param kinds  `pin`, `serial`, as the supplier offers them
    /// @param chosen the way that is ticked
    public record UnlockForm(List<String> kinds, String chosen, FieldErrors errors) {}

    public boolean isFull() {
        return link.isFull();
    }

    public boolean mayPay() {
        return link.allows(Deed.PAY);
    }

    public boolean maySendReading() {
        return link.allows(Deed.SEND_READING)
                && meters.stream().anyMatch(meter -> meter.status() == Meter.Status.ACTIVE);
    }

    /// The sums of the newest month; the debt alone where the charge is a proof.
    public boolean maySeeCharged() {
        return link.allows(Deed.SEE_CHARGED);
    }

    public boolean mayShare() {
        return link.allows(Deed.SHARE);
    }

    public boolean maySeeHistory() {
        return link.allows(Deed.SEE_HISTORY);
    }

    /// Readings of the present period are all in.
    public boolean readingSent() {
        return !meters.isEmpty() && meters.stream().allMatch(Meter::hasReadingOfPeriod);
    }

    public long daysLeft() {
        return today.until(period.until(), ChronoUnit.DAYS);
    }

    /// The debt is past its last day.
    public boolean isOverdue() {
        return debt.amount().isPositive() && debt.dueDate() != null && today.isAfter(debt.dueDate());
    }

    /// Money that came in after the statement: it is the newest month that must mention it.
    public boolean showsUnknownPaid() {
        return nextMonth == null && !debt.unknownPaid().isZero();
    }

    public Money benefits() {
        return charges.stream().map(line -> line.charge().benefit()).reduce(Money.ZERO, Money::plus);
    }
}
