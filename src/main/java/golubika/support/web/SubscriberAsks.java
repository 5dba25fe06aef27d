package golubika.support.web;

import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.site.FieldErrors;
import golubika.subscribers.Subscriber;
import golubika.support.Intake;
import golubika.support.OwnRequests;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.SupportLimits;
import golubika.support.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// «Напишите нам» of who is signed in.
@Component
class SubscriberAsks {

    private final Links links;
    private final OwnRequests requests;
    private final SendRequest sending;
    private final Intake intake;
    private final Limits limits;
    private final AskPages pages;
    private final Complaints complaints;

    SubscriberAsks(
            Links links,
            OwnRequests requests,
            SendRequest sending,
            Intake intake,
            Limits limits,
            AskPages pages,
            Complaints complaints) {
        this.links = links;
        this.requests = requests;
        this.sending = sending;
        this.intake = intake;
        this.limits = limits;
        this.pages = pages;
        this.complaints = complaints;
    }

    ModelAndView ask(Subscriber subscriber, AskForm form, List<Intake.Offered> files) {
        var key = form.sent(files);
        var sent = sending.sent(subscriber.id(), key);
        if (sent.isPresent()) {
            return toRequest(sent.get().id().toString(), form);
        }
        var link = link(subscriber, form);
        var words = Words.of(form.typedText());
        var errors = errors(form, link, words);
        var topic = form.chosenTopic();
        if (errors.any() || topic.isEmpty()) {
            return pages.ofSubscriber(subscriber, form, !files.isEmpty(), errors);
        }
        var me = subscriber.id().toString();
        if (!limits.take(SupportLimits.ASKING, me)) {
            var wait = limits.wait(SupportLimits.ASKING, me);
            return refused(subscriber, form, !files.isEmpty(), "text", complaints.tooOften("support.too-often", wait));
        }
        var each = List.of(new Bucket(SupportLimits.FILES, me));
        return intake.take(files, each, requests.keptBytes(subscriber.id()), outcome -> switch (outcome) {
            case Intake.Outcome.Taken(var taken) -> {
                var question = new SendRequest.Question(key, topic.get(), new Said(words, taken));
                yield toRequest(
                        sending.send(subscriber.id(), link.orElse(null), question)
                                .id()
                                .toString(),
                        form);
            }
            case Intake.Outcome.Refused(var sentence) -> {
                limits.giveBack(SupportLimits.ASKING, me);
                yield refused(subscriber, form, true, "files", sentence);
            }
        });
    }

    private static ModelAndView toRequest(String number, AskForm form) {
        return new ModelAndView("redirect:/support/requests/" + number + "?new" + (form.namesCard() ? "&card" : ""));
    }

    private ModelAndView refused(Subscriber subscriber, AskForm form, boolean hadFiles, String field, String sentence) {
        return pages.ofSubscriber(subscriber, form, hadFiles, FieldErrors.of(field, sentence));
    }

    /// One's own account; whatever else a form may name is none.
    private Optional<Link> link(Subscriber subscriber, AskForm form) {
        return links.of(subscriber.id()).stream()
                .filter(link -> link.account().toString().equals(form.chosenAccount()))
                .findFirst();
    }

    private FieldErrors errors(AskForm form, Optional<Link> link, String words) {
        var errors = FieldErrors.NONE;
        if (form.chosenTopic().isEmpty()) {
            errors = errors.and("topic", complaints.of("support.topic.missing"));
        }
        if (link.isEmpty() && !form.chosenAccount().equals(AskPages.NONE)) {
            errors = errors.and("account", complaints.of("support.account.missing"));
        }
        if (words.isEmpty()) {
            errors = errors.and("text", complaints.of("support.text.missing"));
        }
        return complaints.length(errors, "text", words);
    }
}
