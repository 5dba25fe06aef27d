package golubika.office.web;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.accounts.PinApplication.State;
import golubika.accounts.PinQueue;
import golubika.accounts.PinQueue.Entry;
import golubika.database.Trips;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.suppliers.Supplier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// The queue of PIN applications of one supplier, each compared with the supplier's data.
@Component
class ApplicationRows {

    static final int PAGE = 20;

    /// So long what is closed stays in the list.
    static final Duration LATELY = Duration.ofDays(30);

    private final PinQueue queue;
    private final Meters meters;
    private final Trips trips;
    private final Spans spans;
    private final Wordings words;
    private final Clock clock;

    ApplicationRows(PinQueue queue, Meters meters, Trips trips, Spans spans, Wordings words, Clock clock) {
        this.queue = queue;
        this.meters = meters;
        this.trips = trips;
        this.spans = spans;
        this.words = words;
        this.clock = clock;
    }

    QueuePage.Applications page(Supplier supplier, Show show, int count, int from) {
        var found = find(supplier, show, from);
        var shown = found.stream().limit(PAGE).toList();
        var compared = compared(supplier, shown);
        var rows = IntStream.range(0, shown.size())
                .mapToObj(i -> row(supplier, shown.get(i), compared.get(i)))
                .toList();
        return new QueuePage.Applications(
                count, rows, from == 0 ? null : Math.max(0, from - PAGE), found.size() > PAGE ? from + PAGE : null);
    }

    PinQueue.Figures figures(Supplier supplier) {
        return queue.figures(supplier.code(), today(supplier), since());
    }

    Comparison compared(Supplier supplier, Entry entry) {
        return compared(supplier, List.of(entry)).getFirst();
    }

    /// What the supplier's own eyes see: all meters with their numbers.
    List<Meter> meters(Supplier supplier, Entry entry) {
        return meters.of(link(supplier, entry));
    }

    /// Whether its PIN is on its way, and nobody has typed it in.
    boolean isRevocable(Entry entry) {
        return entry.application().opensAt(clock.instant());
    }

    LocalDate today(Supplier supplier) {
        return LocalDate.ofInstant(clock.instant(), supplier.timeZone());
    }

    private Instant since() {
        return clock.instant().minus(LATELY);
    }

    private List<Entry> find(Supplier supplier, Show show, int from) {
        return switch (show) {
            case ALL -> queue.waiting(supplier.code(), null, from, PAGE + 1);
            case OVERDUE -> queue.waiting(supplier.code(), today(supplier), from, PAGE + 1);
            case CLOSED -> queue.closed(supplier.code(), since(), from, PAGE + 1);
        };
    }

    private List<Comparison> compared(Supplier supplier, List<Entry> entries) {
        var trip = trips.begin();
        var asked = entries.stream()
                .map(entry -> trip.ask(meters.ask(link(supplier, entry))))
                .toList();
        trip.go();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> Comparison.of(entries.get(i), asked.get(i).get()))
                .toList();
    }

    private static Link link(Supplier supplier, Entry entry) {
        return new Link(entry.account(), supplier, entry.number(), AccessLevel.FULL, null);
    }

    private QueuePage.Application row(Supplier supplier, Entry entry, Comparison comparison) {
        var application = entry.application();
        var waits = application.state() == State.SENT;
        var until = waits ? clock.instant() : Objects.requireNonNullElse(application.closedAt(), clock.instant());
        return new QueuePage.Application(
                ApplicationPages.path(entry),
                supplier.accountNumber().print(entry.number()),
                Integer.toString(application.number()),
                waits ? words.compared(comparison) : "",
                comparison.isSame(),
                waits ? Due.of(application.dueOn(), today(supplier)) : null,
                spans.of(Duration.between(application.sentAt(), until)),
                waits ? null : words.outcome(entry, supplier.timeZone()));
    }
}
