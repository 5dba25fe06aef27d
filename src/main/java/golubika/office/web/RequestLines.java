package golubika.office.web;

import golubika.office.Staff;
import golubika.office.web.QueuePage.RequestList;
import golubika.office.web.QueuePage.RequestRow;
import golubika.site.Texts;
import golubika.support.Desk;
import golubika.support.RequestLine;
import golubika.support.Requests;
import golubika.support.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// The queue of requests of one desk, whatever is due first at the top.
@Component
class RequestLines {

    private final Requests requests;
    private final Heads heads;
    private final Spans spans;
    private final Texts texts;
    private final Clock clock;

    RequestLines(Requests requests, Heads heads, Spans spans, Texts texts, Clock clock) {
        this.requests = requests;
        this.heads = heads;
        this.spans = spans;
        this.texts = texts;
        this.clock = clock;
    }

    RequestList page(Staff staff, Show show, int from) {
        var zone = heads.zone(staff);
        var now = clock.instant();
        var found = show == Show.CLOSED
                ? requests.done(desk(staff), now.minus(ApplicationRows.LATELY), from)
                : requests.open(desk(staff), from);
        var rows = found.stream()
                .filter(line -> show != Show.OVERDUE || line.due().isBefore(now))
                .map(line -> row(line, now, zone))
                .toList();
        return new RequestList(
                requests.count(desk(staff)),
                rows.stream().limit(Requests.PAGE).toList(),
                from == 0 ? null : Math.max(0, from - Requests.PAGE),
                rows.size() > Requests.PAGE ? from + Requests.PAGE : null);
    }

    int count(Staff staff) {
        return requests.count(desk(staff));
    }

    /// How many should have been answered by now: these stand at the top.
    int overdue(Staff staff) {
        return requests.overdue(desk(staff), clock.instant());
    }

    static Desk desk(Staff staff) {
        return new Desk(staff.supplierCode().orElse(null));
    }

    private RequestRow row(RequestLine line, Instant now, ZoneId zone) {
        var waits = line.state() == State.WAITING;
        return new RequestRow(
                "/office/requests/" + line.id(),
                Long.toString(line.number()),
                line.subject(),
                line.account() == null ? texts.of("support.topic." + line.topic()) : line.account(),
                waits ? due(line.due(), now, zone) : null,
                waits
                        ? spans.of(Duration.between(line.changed(), now))
                        : texts.of(
                                "office.outcome",
                                texts.of("office.request.state." + line.state()),
                                Wordings.moment(line.changed(), zone)));
    }

    static Due due(Instant due, Instant now, ZoneId zone) {
        if (due.isBefore(now)) {
            return Due.OVERDUE;
        }
        return LocalDate.ofInstant(due, zone).equals(LocalDate.ofInstant(now, zone)) ? Due.TODAY : Due.IN_TIME;
    }
}
