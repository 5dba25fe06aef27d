package golubika.support.web;

import golubika.accounts.AccountId;
import golubika.accounts.Links;
import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.support.Attachment;
import golubika.support.ClosedBy;
import golubika.support.Door;
import golubika.support.OwnRequests;
import golubika.support.Remark;
import golubika.support.Request;
import golubika.support.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Puts the page of one request together, for its writer.
@Component
class RequestPages {

    private static final int MEGABYTE = 1024 * 1024;

    private final OwnRequests requests;
    private final Links links;
    private final Texts texts;
    private final Clock clock;

    RequestPages(OwnRequests requests, Links links, Texts texts, Clock clock) {
        this.requests = requests;
        this.links = links;
        this.texts = texts;
        this.clock = clock;
    }

    /// A request as somebody has come to it.
    ///
    /// @param subscriber null for a guest
    /// @param path       of its page
    record Visit(Door door, @Nullable Subscriber subscriber, String path) {}

    ModelAndView page(Visit visit, List<String> notes) {
        return page(visit, ReplyForm.EMPTY, false, notes, FieldErrors.NONE);
    }

    /// @param hadFiles files were chosen in the form that comes back
    ModelAndView page(Visit visit, ReplyForm form, boolean hadFiles, FieldErrors errors) {
        return page(visit, form, hadFiles, List.of(), errors);
    }

    private ModelAndView page(Visit visit, ReplyForm form, boolean hadFiles, List<String> notes, FieldErrors errors) {
        var request = requests.find(visit.door()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var view = new ModelAndView("support/request")
                .addObject("page", page(visit, request, form, hadFiles, notes, errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private RequestPage page(
            Visit visit, Request request, ReplyForm form, boolean hadFiles, List<String> notes, FieldErrors errors) {
        return new RequestPage(
                visit.path(),
                visit.subscriber() == null,
                texts.of("support.request", request.id()),
                request.subject(),
                request.state().name(),
                about(visit, request),
                notes,
                request.remarks().stream().map(remark -> said(visit, remark)).toList(),
                closed(request),
                requests.isOpen(request),
                form.key(),
                request.version(),
                texts.of(label(request)),
                form.typedText(),
                hadFiles,
                unproved(visit),
                errors);
    }

    private String about(Visit visit, Request request) {
        var parts = new ArrayList<String>();
        parts.add(texts.of("support.request.about", request.id()));
        var name = name(visit.subscriber(), request.account());
        if (name != null) {
            parts.add(name);
        }
        if (request.accountNo() != null) {
            parts.add(texts.of("support.request.account", request.accountNo()));
        }
        return String.join(", ", parts);
    }

    private @Nullable String name(@Nullable Subscriber subscriber, @Nullable AccountId account) {
        return subscriber == null || account == null
                ? null
                : links.find(subscriber.id(), account)
                        .map(link -> link.ownName())
                        .orElse(null);
    }

    private RequestPage.Said said(Visit visit, Remark remark) {
        return new RequestPage.Said(
                !remark.isByStaff(),
                texts.of(remark.isByStaff() ? "support.staff" : "support.you"),
                remark.at().toString(),
                Moments.moment(remark.at(), clock.instant()),
                Arrays.stream(remark.words().split("\n{2,}"))
                        .filter(paragraph -> !paragraph.isEmpty())
                        .map(paragraph -> paragraph.lines().toList())
                        .toList(),
                remark.files().stream().map(file -> file(visit, file)).toList());
    }

    private RequestPage.File file(Visit visit, Attachment file) {
        return file.kept()
                ? new RequestPage.File(
                        visit.path() + "/files/" + file.id(), texts.of("support.file", file.name(), size(file.size())))
                : new RequestPage.File(null, texts.of("support.file.gone", file.name()));
    }

    /// «1,2 МБ», «340 КБ».
    private String size(int bytes) {
        return bytes >= MEGABYTE
                ? texts.of(
                        "support.file.megabytes",
                        Format.plain(BigDecimal.valueOf(bytes)
                                .divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_UP)))
                : texts.of("support.file.kilobytes", Math.max(1, bytes / 1024));
    }

    private @Nullable String closed(Request request) {
        return request.state() == State.CLOSED
                ? texts.of(
                        "support.closed." + Objects.requireNonNullElse(request.closedBy(), ClosedBy.STAFF),
                        Moments.day(request.changed(), clock.instant()))
                : null;
    }

    private static String label(Request request) {
        return switch (request.state()) {
            case WAITING -> "support.reply.more";
            case ANSWERED -> "support.reply";
            case CLOSED -> "support.reply.again";
        };
    }

    private @Nullable String unproved(Visit visit) {
        return requests.guestMail(visit.door())
                .filter(mail -> !mail.proved())
                .map(OwnRequests.GuestMail::address)
                .orElse(null);
    }
}
