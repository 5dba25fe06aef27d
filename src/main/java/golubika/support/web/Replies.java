package golubika.support.web;

import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.site.FieldErrors;
import golubika.support.Intake;
import golubika.support.OwnRequests;
import golubika.support.OwnRequests.Outcome;
import golubika.support.Said;
import golubika.support.State;
import golubika.support.SupportLimits;
import golubika.support.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What a writer does on the page of a request: writes again, or says that it is settled. The same for subscribers and
/// for guests with their link.
@Component
class Replies {

    private final OwnRequests requests;
    private final Intake intake;
    private final Limits limits;
    private final RequestPages pages;
    private final Complaints complaints;

    Replies(OwnRequests requests, Intake intake, Limits limits, RequestPages pages, Complaints complaints) {
        this.requests = requests;
        this.intake = intake;
        this.limits = limits;
        this.pages = pages;
        this.complaints = complaints;
    }

    ModelAndView say(RequestPages.Visit visit, ReplyForm form, List<Intake.Offered> files) {
        return Words.of(form.typedText()).isEmpty() && files.isEmpty()
                ? refused(visit, form, false, "text", complaints.of("support.reply.missing"))
                : with(visit, form, files, said -> requests.say(visit.door(), form.sent(files), said));
    }

    /// What stands in the field is said before.
    ModelAndView close(RequestPages.Visit visit, ReplyForm form, List<Intake.Offered> files) {
        return Words.of(form.typedText()).isEmpty() && files.isEmpty()
                ? shown(visit, form, false, settle(visit, form, files, null))
                : with(visit, form, files, said -> settle(visit, form, files, said));
    }

    private Outcome settle(RequestPages.Visit visit, ReplyForm form, List<Intake.Offered> files, @Nullable Said last) {
        return requests.close(visit.door(), form.seenVersion(), form.sent(files), last);
    }

    private ModelAndView with(
            RequestPages.Visit visit, ReplyForm form, List<Intake.Offered> files, Function<Said, Outcome> deed) {
        var words = Words.of(form.typedText());
        var errors = complaints.length(FieldErrors.NONE, "text", words);
        if (errors.any()) {
            return pages.page(visit, form, !files.isEmpty(), errors);
        }
        var writer = visit.door().writer();
        if (!limits.take(SupportLimits.SAYING, writer.toString())) {
            var wait = limits.wait(SupportLimits.SAYING, writer.toString());
            return refused(
                    visit, form, !files.isEmpty(), "text", complaints.tooOften("support.too-often.remark", wait));
        }
        var each = List.of(new Bucket(SupportLimits.FILES, writer.toString()));
        return intake.take(files, each, requests.keptBytes(visit.door()), outcome -> switch (outcome) {
            case Intake.Outcome.Refused(var sentence) -> refused(visit, form, true, "files", sentence);
            case Intake.Outcome.Taken(var taken) ->
                shown(visit, form, !files.isEmpty(), deed.apply(new Said(words, taken)));
        });
    }

    private ModelAndView shown(RequestPages.Visit visit, ReplyForm form, boolean hadFiles, Outcome outcome) {
        return switch (outcome) {
            case DONE ->
                new ModelAndView("redirect:" + visit.path() + (Words.namesCard(form.typedText()) ? "?card" : ""));
            case CHANGED -> refused(visit, form, hadFiles, "text", complaints.of(changed(visit)));
            case TOO_LATE -> refused(visit, form, hadFiles, "text", complaints.of("support.closed.new"));
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String changed(RequestPages.Visit visit) {
        var isClosed = requests.find(visit.door())
                .filter(request -> request.state() == State.CLOSED)
                .isPresent();
        return isClosed ? "support.changed.closed" : "support.changed";
    }

    private ModelAndView refused(
            RequestPages.Visit visit, ReplyForm form, boolean hadFiles, String field, String sentence) {
        return pages.page(visit, form, hadFiles, FieldErrors.of(field, sentence));
    }
}
