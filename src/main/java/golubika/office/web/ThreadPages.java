package golubika.office.web;

import golubika.office.Staff;
import golubika.office.web.ThreadPage.Said;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.support.Remark;
import golubika.support.Requests;
import golubika.support.State;
import golubika.support.Writer;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the page of one request to support together.
@Component
class ThreadPages {

    private final Heads heads;
    private final Texts texts;
    private final Clock clock;

    ThreadPages(Heads heads, Texts texts, Clock clock) {
        this.heads = heads;
        this.texts = texts;
        this.clock = clock;
    }

    /// What was typed, and what is wrong with it.
    ///
    /// @param problem why it was not sent
    record Draft(String text, FieldErrors errors, @Nullable String problem) {
        static final Draft NOTHING = new Draft("", FieldErrors.NONE, null);
    }

    ThreadPage page(Staff staff, Requests.Opened opened, Draft draft) {
        var request = opened.request();
        var zone = heads.zone(staff);
        var topic = texts.of("support.topic." + request.topic());
        return new ThreadPage(
                heads.of(staff),
                "/office/requests/" + request.id(),
                Long.toString(request.id().number()),
                request.subject(),
                request.accountNo() == null ? topic : texts.of("office.request.about", topic, request.accountNo()),
                who(opened.writer()),
                texts.of("office.request.standing." + opened.writer().standing()),
                request.state() == State.WAITING ? RequestLines.due(request.due(), clock.instant(), zone) : null,
                texts.of("office.request.state." + request.state()),
                request.version(),
                request.state() != State.CLOSED,
                request.remarks().stream()
                        .map(remark -> said(remark, opened.writer(), zone))
                        .toList(),
                draft.text(),
                draft.errors(),
                draft.problem());
    }

    private Said said(Remark remark, Writer writer, ZoneId zone) {
        return new Said(
                remark.isByStaff(),
                remark.staff() == null ? who(writer) : remark.staff(),
                Wordings.moment(remark.at(), zone),
                remark.words().lines().toList(),
                remark.files());
    }

    private String who(Writer writer) {
        var contact = writer.known() ? writer.contact() : texts.of("office.request.unproved", writer.contact());
        return writer.name() == null ? contact : writer.name() + ", " + contact;
    }
}
