package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.PinApplication;
import golubika.accounts.PinApplications;
import golubika.accounts.Proof;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.charges.Law;
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
import golubika.values.BillingMonth;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of an account together.
@Component
class AccountPages {

    private static final int RECENT_PAYMENTS = 6;
    private static final int RECENT_BILLS = 3;

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
        var applied = now.ask(asksForPin(link, PinApplications.ask(subscriber, link.account())));
        now.go();
        var account = asked.get().orElseThrow();
        var debt = owed.get();
        var past = BilledMonths.read(trips, link, account, debt.month(), request);
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
                past.newest() != null && !request.allHistory() && supplier.historyMonths() > BilledMonths.RECENT,
                TariffView.of(supplier.directionName(account.direction()), past.prices(), today),
                paid.get().stream().limit(RECENT_PAYMENTS).toList(),
                link.allows(Deed.SEE_BILLS) ? past.closed().limit(RECENT_BILLS).toList() : List.of(),
                running,
                unlock(link, account, applied.get(), proof, errors),
                request.connected(),
                request.opened());
    }

    private static <T> Ask<Optional<T>> asksForPin(Link link, Ask<Optional<T>> ask) {
        return link.isFull() ? Ask.known(Optional.empty()) : ask;
    }

    private static <T> Ask<List<T>> seesPerson(Link link, Ask<List<T>> ask) {
        return link.allows(Deed.SEE_PERSON) ? ask : Ask.known(List.of());
    }

    // Who may not see past months must not learn of them from a penalty either.
    private Stream<Countdown> late(Link link, Debt debt, BilledMonths past, LocalDate today) {
        return link.allows(Deed.SEE_HISTORY)
                ? Countdowns.late(debt, past.balances(), link.supplier(), law.penalty(), today).stream()
                : Stream.empty();
    }

    private static List<AccountPage.Part> parts(Link link, BilledMonths past) {
        var parts = past.balances().stream()
                .filter(balance -> balance.month().equals(past.month()) && !balance.isWhole())
                .map(balance -> new AccountPage.Part(link.supplier().serviceName(balance.service()), balance.closing()))
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }

    private static List<PastMonth> history(Link link, BilledMonths past, List<Meter> meters, boolean all) {
        if (past.newest() == null
                || !link.allows(Deed.SEE_HISTORY)
                || !link.supplier().shows(Section.HISTORY)) {
            return List.of();
        }
        var named = link.allows(Deed.SEE_PERSON);
        var first = BilledMonths.firstOfHistory(link, past.newest(), all);
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

    private AccountPage.UnlockForm unlock(
            Link link, Account account, Optional<PinApplication> applied, String proof, FieldErrors errors) {
        var kinds = link.isFull()
                ? List.<String>of()
                : proofs.stream()
                        .filter(way -> way.isOffered(link))
                        .map(Proof::kind)
                        .toList();
        var state = applied.flatMap(application -> ApplicationState.of(
                        application, clock.instant(), link.supplier().timeZone()))
                .filter(shown -> shown.isWindow() ? kinds.contains("pin") : !account.closed())
                .orElse(null);
        var asks = link.allows(Deed.APPLY) && !account.closed();
        var form = new AccountPage.UnlockForm(kinds, proof, errors, asks, state);
        var offered = form.otherKinds();
        var chosen = offered.contains(proof) || offered.isEmpty() ? proof : offered.getFirst();
        return new AccountPage.UnlockForm(kinds, chosen, errors, asks, state);
    }
}
