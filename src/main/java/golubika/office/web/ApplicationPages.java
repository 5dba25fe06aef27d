package golubika.office.web;

import golubika.accounts.PinApplication.State;
import golubika.accounts.PinQueue.Entry;
import golubika.metering.Meter;
import golubika.office.Staff;
import golubika.office.web.ApplicationPage.Line;
import golubika.office.web.ApplicationPage.RefusalForm;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of one PIN application together.
@Component
class ApplicationPages {

    private final ApplicationRows rows;
    private final Heads heads;
    private final Wordings words;
    private final Texts texts;

    ApplicationPages(ApplicationRows rows, Heads heads, Wordings words, Texts texts) {
        this.rows = rows;
        this.heads = heads;
        this.words = words;
        this.texts = texts;
    }

    /// @param form of refusing, null where it is not open
    ApplicationPage page(Staff staff, Supplier supplier, Entry entry, @Nullable RefusalForm form) {
        var application = entry.application();
        var waits = application.state() == State.SENT;
        return new ApplicationPage(
                heads.of(staff),
                path(entry),
                supplier.accountNumber().print(entry.number()),
                Integer.toString(application.number()),
                lines(supplier, entry),
                entry.written() == null ? "" : entry.written().comment(),
                Wordings.moment(application.sentAt(), supplier.timeZone()),
                waits ? Due.of(application.dueOn(), rows.today(supplier)) : null,
                Format.date(application.dueOn()),
                waits ? null : words.outcome(entry, supplier.timeZone()),
                application.refusal() == null ? null : texts.of("office.refusal." + application.refusal()),
                Objects.requireNonNullElse(application.said(), ""),
                rows.isRevocable(entry),
                form);
    }

    static String path(Entry entry) {
        return "/office/applications/" + entry.account() + "/"
                + entry.application().id();
    }

    private List<Line> lines(Supplier supplier, Entry entry) {
        var written = entry.written();
        if (written == null) {
            return List.of();
        }
        var meters = rows.meters(supplier, entry);
        var compared = Comparison.of(entry, meters);
        var serials = meters.stream().map(Meter::serial).collect(Collectors.joining(", "));
        return List.of(
                new Line("name", written.fullName(), orEmpty(entry.holder()), compared.name()),
                new Line("address", written.address(), orEmpty(entry.address()), compared.address()),
                new Line("serial", written.serial(), serials, compared.serial()));
    }

    private static String orEmpty(@Nullable String known) {
        return known == null ? "" : known;
    }
}
