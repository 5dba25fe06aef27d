package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Balance;
import golubika.charges.Debt;
import golubika.charges.Discrepancy;
import golubika.metering.Meter;
import golubika.metering.ReadingPeriod;
import golubika.payments.Payment;
import golubika.payments.PaymentLine;
import golubika.site.FieldErrors;
import golubika.suppliers.Display.Section;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the page of one account shows. What the link's level must not see is not in it at all.
///
/// @param account   who and where; null in BASIC
/// @param closed    the supplier has closed the account
/// @param countdowns what runs out unless the person acts
/// @param month     the month chosen; null while the billing has sent none
/// @param balance   how that month closed
/// @param parts     what of it falls to each service, where the billing tells; empty for a single service
/// @param charges   the month's lines with their explanation; empty in BASIC
/// @param discrepancies where the month's sums do not follow from one another
/// @param penaltyGround the law that penalties follow
/// @param use       the consumption chart; null in BASIC and without a meter or gas charges
/// @param history   past months, newest first; empty where the supplier hides it
/// @param payments  recent payments; empty in BASIC
/// @param bills     the newest months that have a bill, newest first; empty in BASIC
/// @param running   a payment whose outcome is still open, of this person or, in FULL, of anybody
/// @param connected the account has just been connected
/// @param opened    the full version has just been opened
public record AccountPage(
        Link link,
        LocalDate today,
        Debt debt,
        ReadingPeriod period,
        @Nullable Account account,
        boolean closed,
        List<Countdown> countdowns,
        @Nullable BillingMonth month,
        @Nullable BillingMonth previousMonth,
        @Nullable BillingMonth nextMonth,
        @Nullable Balance balance,
        List<Part> parts,
        List<ExplainedCharge> charges,
        List<Discrepancy> discrepancies,
        @Nullable String penaltyGround,
        List<Meter> meters,
        @Nullable UseChart use,
        List<PastMonth> history,
        boolean moreHistory,
        TariffView tariff,
        List<PaymentLine> payments,
        List<BillingMonth> bills,
        @Nullable Payment running,
        UnlockForm unlock,
        boolean connected,
        boolean opened) {

    /// The ways into the full version, with what was typed and what was wrong with it.
    ///
    /// @param kinds   `pin`, `serial`, as the supplier offers them
    /// @param chosen  the way that is ticked
    /// @param asks    whether who has no PIN may ask for one
    /// @param application the person's latest for a PIN; null when there is none to speak of
    public record UnlockForm(
            List<String> kinds,
            String chosen,
            FieldErrors errors,
            boolean asks,
            @Nullable ApplicationState application) {

        /// Where there is no way in any more, an application is still told of.
        public boolean isShown() {
            return !kinds.isEmpty() || application != null;
        }

        /// While a PIN is waited for in its own window, the form offers the other ways.
        public List<String> otherKinds() {
            return application != null && application.isWindow()
                    ? kinds.stream().filter(kind -> !kind.equals("pin")).toList()
                    : kinds;
        }
    }

    /// What is owed for one service.
    public record Part(String service, Money closing) {}

    /// Why there is no way to pay here.
    public enum NoPayment {
        /// The supplier takes no payments here.
        SUPPLIER,
        /// The full version may pay.
        LEVEL,
        /// The person was invited without the right.
        RIGHT
    }

    // Data of more than a month and a half is worth a word: a billing sends some each month.
    private static final int OLD_DAYS = 45;

    public boolean shows(Section section) {
        return link.supplier().shows(section);
    }

    /// Whether the supplier has sent nothing for long.
    public boolean hasOldData() {
        return debt.asOf() != null && debt.asOf().plusDays(OLD_DAYS).isBefore(today);
    }

    public boolean isFull() {
        return link.isFull();
    }

    public boolean mayPay() {
        return link.allows(Deed.PAY);
    }

    /// Null while there is a way to pay.
    public @Nullable NoPayment noPayment() {
        if (mayPay()) {
            return null;
        }
        if (!link.supplier().switches().paymentInFull()) {
            return NoPayment.SUPPLIER;
        }
        return link.isFull() ? NoPayment.RIGHT : NoPayment.LEVEL;
    }

    /// Whether the person is told what keeps them from paying: where there is something to pay, and a way to be opened.
    public boolean saysWhyNotPaid() {
        var reason = noPayment();
        return (!closed || debt.amount().isPositive())
                && (reason == NoPayment.RIGHT
                        || reason == NoPayment.LEVEL && !unlock.kinds().isEmpty());
    }

    /// Whether a reading of any meter would be charged by.
    public boolean readingsCount() {
        return meters.stream().anyMatch(meter -> meter.isActive() && !meter.verificationExpiredOn(today));
    }

    public boolean maySendReading() {
        return !closed
                && link.allows(Deed.SEND_READING)
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
