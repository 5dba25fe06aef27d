package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.MonthUse;
import golubika.charges.Statements;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.suppliers.Tariff;
import golubika.suppliers.Tariffs;
import golubika.values.BillingMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the billing has sent of the months that the page shows, and the prices then and now.
///
/// @param newest of all months; null while the billing has sent none
/// @param month  the shown one
record BilledMonths(
        @Nullable BillingMonth newest,
        @Nullable BillingMonth oldest,
        @Nullable BillingMonth month,
        List<Charge> charges,
        List<Balance> balances,
        List<MonthUse> use,
        List<Tariff> prices) {

    /// So many months of history stand on the page at first.
    static final int RECENT = 6;

    @Nullable
    Balance balance() {
        return balances.stream()
                .filter(balance -> balance.isWhole() && balance.month().equals(month))
                .findFirst()
                .orElse(null);
    }

    List<Charge> chargesOf(@Nullable BillingMonth one) {
        return charges.stream().filter(charge -> charge.month().equals(one)).toList();
    }

    /// The months that the billing has closed, newest first, as far as they were asked for.
    Stream<BillingMonth> closed() {
        return balances.stream().filter(Balance::isWhole).map(Balance::month);
    }

    boolean isByNorm() {
        return chargesOf(month).stream().anyMatch(charge -> charge.method() == Charge.Method.NORM);
    }

    @Nullable
    BillingMonth previous() {
        return month == null || month.equals(oldest) || isFirst(month) ? null : month.previous();
    }

    @Nullable
    BillingMonth next() {
        return month == null || month.equals(newest) ? null : month.next();
    }

    private boolean isFirst(BillingMonth month) {
        return balances.stream().noneMatch(balance -> balance.month().equals(month.previous()));
    }

    /// @param newest as the debt knows it
    static BilledMonths read(
            Trips trips, Link link, Account account, @Nullable BillingMonth newest, AccountPages.Request request) {
        var trip = trips.begin();
        var prices = trip.ask(Tariffs.ask(link.supplier().code(), account.direction()));
        if (newest == null) {
            trip.go();
            return new BilledMonths(null, null, null, List.of(), List.of(), List.of(), prices.get());
        }
        var oldest = newest.plus(1 - months(link));
        var month = within(request.month(), oldest, newest);
        var first = firstShown(link, month, newest, request.allHistory());
        var charges = trip.ask(Statements.askCharges(link.account(), first, newest));
        // One month more tells whether there is anything before.
        var balances = trip.ask(Statements.askBalances(link.account(), first.previous(), newest));
        var use = trip.ask(
                link.allows(Deed.SEE_PERSON)
                        ? Statements.askUse(link.account(), UseChart.firstMonth(newest), newest)
                        : Ask.known(List.of()));
        trip.go();
        return new BilledMonths(newest, oldest, month, charges.get(), balances.get(), use.get(), prices.get());
    }

    /// How many months the link may look at: the newest alone where the supplier hides its history from BASIC.
    private static int months(Link link) {
        return link.allows(Deed.SEE_HISTORY) ? link.supplier().historyMonths() : 1;
    }

    // As many months as the history shows, and the chosen one.
    private static BillingMonth firstShown(Link link, BillingMonth month, BillingMonth newest, boolean all) {
        var first = firstOfHistory(link, newest, all);
        return month.compareTo(first) < 0 ? month : first;
    }

    /// The first month that the history shows.
    static BillingMonth firstOfHistory(Link link, BillingMonth newest, boolean all) {
        return newest.plus(1 - (all ? months(link) : Math.min(months(link), RECENT)));
    }

    private static BillingMonth within(@Nullable BillingMonth asked, BillingMonth oldest, BillingMonth newest) {
        if (asked == null) {
            return newest;
        }
        return asked.compareTo(oldest) < 0 ? oldest : asked.compareTo(newest) > 0 ? newest : asked;
    }
}
