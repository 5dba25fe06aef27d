package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Proof;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.charges.Law;
import golubika.charges.MonthUse;
import golubika.charges.Statements;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.payments.Payments;
import golubika.site.FieldErrors;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Display.Section;
import golubika.suppliers.Norm;
import golubika.suppliers.Norms;
import golubika.suppliers.Tariff;
import golubika.suppliers.Tariffs;
import golubika.values.BillingMonth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of an account together.
@Component
class AccountPages {

    private static final int RECENT_MONTHS = 6;
    private static final int RECENT_PAYMENTS = 6;

    private final Trips trips;
    private final Meters meters;
    private final Payments payments;
    private final List<Proof> proofs;
    private final Law law;
    private final Doubts doubts;
    private final Clock clock;

    AccountPages(
            Trips trips, Meters meters, Payments payments, List<Proof> proofs, Law law, Doubts doubts, Clock clock) {
        this.trips = trips;
        this.meters = meters;
        this.payments = payments;
        this.proofs = proofs;
        this.law = law;
        this.doubts = doubts;
        this.clock = clock;
    }

    /// What the person asked to see.
    ///
    /// @param month      a month of the past; null for the newest
    /// @param allHistory the whole history instead of the last months
    record Request(@Nullable BillingMonth month, boolean allHistory, boolean connected, boolean opened) {}

    AccountPage page(SubscriberId subscriber, Link link, Request request, String proof, FieldErrors errors) {
        var supplier = link.supplier();
        var today = LocalDate.ofInstant(clock.instant(), supplier.timeZone());
        var now = trips.begin();
        var asked = now.ask(Accounts.ask(link.account()));
        var owed = now.ask(Debts.ask(link));
        var inUse = now.ask(meters.ask(link));
        var paid = now.ask(seesPerson(link, payments.ask(link.account())));
        var open = now.ask(Payments.askRunning(link.account(), subscriber, link.isFull()));
        now.go();
        var account = asked.get().orElseThrow();
        var debt = owed.get();
        var past = past(link, account, debt.month(), request);
        var month = past.month();
        var named = link.allows(Deed.SEE_PERSON);
        var countdowns = new Countdowns(today, inUse.get(), past.chargesOf(past.newest()));
        var norms = named && (countdowns.needNorms() || past.isByNorm())
                ? trips.ask(Norms.ask(supplier.code(), account.direction()))
                : List.<Norm>of();
        var running = open.get().orElse(null);
        return new AccountPage(
                link,
                today,
                debt,
                ReadingPeriod.on(today, supplier),
                link.isFull() ? account : null,
                account.closed(),
                Stream.concat(
                                late(link, debt, past, today),
                                named && !account.closed()
                                        ? countdowns.of(account, norms, past.prices(), past.use()).stream()
                                        : Stream.<Countdown>empty())
                        .toList(),
                month,
                past.previous(),
                past.next(),
                past.balance(),
                parts(link, past),
                named
                        ? new Explanations(
                                        supplier,
                                        account,
                                        inUse.get(),
                                        past.prices(),
                                        norms,
                                        law,
                                        month != null && month.equals(past.newest()))
                                .of(past.chargesOf(month))
                        : List.of(),
                doubts.of(link, month, past.chargesOf(month), past.balances()),
                law.citation("PENALTY", today).orElse(null),
                seen(link, inUse.get()),
                past.newest() == null || !supplier.shows(Section.USE)
                        ? null
                        : UseChart.of(past.use(), past.newest()).orElse(null),
                history(link, past, inUse.get(), request.allHistory()),
                past.newest() != null && !request.allHistory() && supplier.historyMonths() > RECENT_MONTHS,
                TariffView.of(supplier.directionName(account.direction()), past.prices(), today),
                paid.get().stream().limit(RECENT_PAYMENTS).toList(),
                running,
                unlock(link, proof, errors),
                request.connected(),
                request.opened());
    }

    /// What the billing has sent of the months that the page shows, and the prices then and now.
    ///
    /// @param newest of all months; null while the billing has sent none
    /// @param month  the shown one
    private record Past(
            @Nullable BillingMonth newest,
            @Nullable BillingMonth oldest,
            @Nullable BillingMonth month,
            List<Charge> charges,
            List<Balance> balances,
            List<MonthUse> use,
            List<Tariff> prices) {

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
    }

    private Past past(Link link, Account account, @Nullable BillingMonth newest, Request request) {
        var trip = trips.begin();
        var prices = trip.ask(Tariffs.ask(link.supplier().code(), account.direction()));
        if (newest == null) {
            trip.go();
            return new Past(null, null, null, List.of(), List.of(), List.of(), prices.get());
        }
        var oldest = newest.plus(1 - months(link));
        var month = within(request.month(), oldest, newest);
        var first = firstShown(link, month, newest, request.allHistory());
        var charges = trip.ask(Statements.askCharges(link.account(), first, newest));
        // One month more tells whether there is anything before.
        var balances = trip.ask(Statements.askBalances(link.account(), first.previous(), newest));
        var use = trip.ask(seesPerson(link, Statements.askUse(link.account(), UseChart.firstMonth(newest), newest)));
        trip.go();
        return new Past(newest, oldest, month, charges.get(), balances.get(), use.get(), prices.get());
    }

    private static <T> Ask<List<T>> seesPerson(Link link, Ask<List<T>> ask) {
        return link.allows(Deed.SEE_PERSON) ? ask : Ask.known(List.of());
    }

    /// How many months the link may look at: the newest alone where the supplier hides its history from BASIC.
    private static int months(Link link) {
        return link.allows(Deed.SEE_HISTORY) ? link.supplier().historyMonths() : 1;
    }

    // As many months as the history shows, and the chosen one.
    private static BillingMonth firstShown(Link link, BillingMonth month, BillingMonth newest, boolean all) {
        var first = newest.plus(1 - Math.min(months(link), all ? months(link) : RECENT_MONTHS));
        return month.compareTo(first) < 0 ? month : first;
    }

    private static BillingMonth within(@Nullable BillingMonth asked, BillingMonth oldest, BillingMonth newest) {
        if (asked == null) {
            return newest;
        }
        return asked.compareTo(oldest) < 0 ? oldest : asked.compareTo(newest) > 0 ? newest : asked;
    }

    // Who may not see past months must not learn of them from a penalty either.
    private Stream<Countdown> late(Link link, Debt debt, Past past, LocalDate today) {
        return link.allows(Deed.SEE_HISTORY)
                ? Countdowns.late(debt, past.balances(), law.penalty(), today).stream()
                : Stream.empty();
    }

    private static List<AccountPage.Part> parts(Link link, Past past) {
        var parts = past.balances().stream()
                .filter(balance -> balance.month().equals(past.month()) && !balance.isWhole())
                .map(balance -> new AccountPage.Part(link.supplier().serviceName(balance.service()), balance.closing()))
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }

    private static List<PastMonth> history(Link link, Past past, List<Meter> meters, boolean all) {
        if (past.newest() == null
                || !link.allows(Deed.SEE_HISTORY)
                || !link.supplier().shows(Section.HISTORY)) {
            return List.of();
        }
        var named = link.allows(Deed.SEE_PERSON);
        var first = past.newest().plus(1 - (all ? months(link) : RECENT_MONTHS));
        var shown = past.balances().stream()
                .filter(balance -> balance.month().compareTo(first) >= 0)
                .toList();
        return PastMonth.of(shown, past.charges(), link.supplier()).stream()
                .map(month -> month.with(HistoryEvent.in(month.month(), past.prices(), named ? meters : List.of())))
                .map(month -> named ? month : month.withoutBenefits())
                .toList();
    }

    private static List<Meter> seen(Link link, List<Meter> meters) {
        return link.allows(Deed.SEE_PERSON)
                ? meters
                : meters.stream().map(Meter::unnamed).toList();
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
