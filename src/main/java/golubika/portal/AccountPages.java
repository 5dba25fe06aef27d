package golubika.portal;

import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Proof;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Debts;
import golubika.charges.Statements;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.payments.PaymentLine;
import golubika.payments.Payments;
import golubika.site.FieldErrors;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Tariff;
import golubika.suppliers.Tariffs;
import golubika.values.BillingMonth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of an account together.
@Component
class AccountPages {

    private static final int RECENT_MONTHS = 6;
    private static final int RECENT_PAYMENTS = 6;

    private final Accounts accounts;
    private final Debts debts;
    private final Statements statements;
    private final Meters meters;
    private final Tariffs tariffs;
    private final Payments payments;
    private final List<Proof> proofs;
    private final Clock clock;

    AccountPages(
            Accounts accounts,
            Debts debts,
            Statements statements,
            Meters meters,
            Tariffs tariffs,
            Payments payments,
            List<Proof> proofs,
            Clock clock) {
        this.accounts = accounts;
        this.debts = debts;
        this.statements = statements;
        this.meters = meters;
        this.tariffs = tariffs;
        this.payments = payments;
        this.proofs = proofs;
        this.clock = clock;
    }

    /// What the person asked to see.
    ///
    /// @param month      a month of the past; null for the newest
    /// @param allHistory the whole history instead of the last months
    record Request(@Nullable BillingMonth month, boolean allHistory, boolean connected, boolean opened) {}

    AccountPage page(SubscriberId subscriber, Link link, Request request, String proof, FieldErrors errors) {
        var account = accounts.find(link.account()).orElseThrow();
        var supplier = link.supplier();
        var today = LocalDate.ofInstant(clock.instant(), supplier.timeZone());
        var debt = debts.of(link);
        var newest = debt.month();
        var oldest = newest == null ? null : newest.plus(1 - months(link));
        var month = within(request.month(), oldest, newest);
        var charges = List.<Charge>of();
        var balances = List.<Balance>of();
        if (newest != null) {
            var first = firstShown(link, month, newest, request.allHistory());
            charges = statements.charges(link.account(), first, newest);
            // One month more tells whether there is anything before.
            balances = statements.balances(link.account(), first.previous(), newest);
        }
        var prices = tariffs.of(supplier.code(), account.direction());
        return new AccountPage(
                link,
                today,
                debt,
                ReadingPeriod.on(today, supplier),
                link.isFull() ? account : null,
                month,
                month == null || month.equals(oldest) || isFirst(month, balances) ? null : month.previous(),
                month == null || month.equals(newest) ? null : month.next(),
                whole(balances, month),
                explained(link, charges, month, prices),
                meters(link),
                chart(link, newest),
                history(link, balances, charges, newest, request.allHistory()),
                newest != null && !request.allHistory() && supplier.historyMonths() > RECENT_MONTHS,
                TariffView.of(supplier.directionName(account.direction()), prices, today),
                payments(link),
                payments.running(link.account(), subscriber, link.isFull()).orElse(null),
                unlock(link, proof, errors),
                request.connected(),
                request.opened());
    }

    /// How many months the link may look at: the newest alone where the supplier hides its history from BASIC.
    private static int months(Link link) {
        return link.allows(Deed.SEE_HISTORY) ? link.supplier().historyMonths() : 1;
    }

    // As many months as the history shows, and the chosen one.
    private BillingMonth firstShown(Link link, @Nullable BillingMonth month, BillingMonth newest, boolean all) {
        var first = newest.plus(1 - Math.min(months(link), all ? months(link) : RECENT_MONTHS));
        return month != null && month.compareTo(first) < 0 ? month : first;
    }

    private static @Nullable BillingMonth within(
            @Nullable BillingMonth asked, @Nullable BillingMonth oldest, @Nullable BillingMonth newest) {
        if (asked == null || oldest == null || newest == null) {
            return newest;
        }
        return asked.compareTo(oldest) < 0 ? oldest : asked.compareTo(newest) > 0 ? newest : asked;
    }

    private static boolean isFirst(BillingMonth month, List<Balance> balances) {
        return balances.stream().noneMatch(balance -> balance.month().equals(month.previous()));
    }

    private static @Nullable Balance whole(List<Balance> balances, @Nullable BillingMonth month) {
        return balances.stream()
                .filter(balance -> balance.isWhole() && balance.month().equals(month))
                .findFirst()
                .orElse(null);
    }

    private static List<ExplainedCharge> explained(
            Link link, List<Charge> charges, @Nullable BillingMonth month, List<Tariff> prices) {
        if (!link.allows(Deed.SEE_PERSON)) {
            return List.of();
        }
        return charges.stream()
                .filter(charge -> charge.month().equals(month))
                .map(charge -> ExplainedCharge.of(charge, link.supplier().serviceName(charge.service()), prices))
                .toList();
    }

    private @Nullable UseChart chart(Link link, @Nullable BillingMonth newest) {
        return newest == null || !link.allows(Deed.SEE_PERSON)
                ? null
                : UseChart.of(statements.use(link.account(), UseChart.firstMonth(newest), newest), newest)
                        .orElse(null);
    }

    private static List<PastMonth> history(
            Link link, List<Balance> balances, List<Charge> charges, @Nullable BillingMonth newest, boolean all) {
        if (newest == null || !link.allows(Deed.SEE_HISTORY)) {
            return List.of();
        }
        var first = newest.plus(1 - (all ? months(link) : RECENT_MONTHS));
        var shown = balances.stream()
                .filter(balance -> balance.month().compareTo(first) >= 0)
                .toList();
        return PastMonth.of(shown, charges, link.supplier());
    }

    private List<Meter> meters(Link link) {
        var all = meters.of(link);
        return link.allows(Deed.SEE_PERSON)
                ? all
                : all.stream().map(Meter::unnamed).toList();
    }

    private List<PaymentLine> payments(Link link) {
        return link.allows(Deed.SEE_PERSON)
                ? payments.of(link.account()).stream().limit(RECENT_PAYMENTS).toList()
                : List.of();
    }

    private AccountPage.UnlockForm unlock(Link link, String proof, FieldErrors errors) {
        var kinds = link.isFull()
                ? List.<String>of()
                : proofs.stream()
                        .filter(way -> way.isOffered(link))
                        .map(Proof::kind)
                        .toList();
        var chosen = kinds.contains(proof) || kinds.isEmpty() ? proof : kinds.getFirst();
        return new AccountPage.UnlockForm(kinds, chosen, errors);
    }
}
