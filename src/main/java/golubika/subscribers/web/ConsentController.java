package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Consents;
import golubika.subscribers.Document;
import golubika.subscribers.Removals;
import golubika.subscribers.Signature;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing what is to be signed, without which nothing works: one document after the other.
@Controller
class ConsentController {

    private final Consents consents;
    private final Removals removals;
    private final Entrance entrance;
    private final Texts texts;

    ConsentController(Consents consents, Removals removals, Entrance entrance, Texts texts) {
        this.consents = consents;
        this.removals = removals;
        this.entrance = entrance;
        this.texts = texts;
    }

    @GetMapping("/consent")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber) {
        return consents.next(subscriber.id())
                .map(document -> page(subscriber, document, FieldErrors.NONE))
                .orElseGet(() -> new ModelAndView("redirect:/"));
    }

    /// @param version that the person has read: nobody signs words that have come meanwhile
    @PostMapping("/consent")
    ModelAndView sign(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable String agree,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var document = consents.next(subscriber.id());
        if (document.isPresent() && !document.get().version().equals(version)) {
            return page(subscriber, document.get(), FieldErrors.of("agree", texts.of("subscribers.consent.changed")));
        }
        if (document.isPresent() && agree == null) {
            return page(
                    subscriber,
                    document.get(),
                    FieldErrors.of("agree", texts.of("subscribers." + key(document.get()) + ".tick")));
        }
        document.ifPresent(read -> consents.sign(subscriber, read, caller));
        var standing = consents.standing(subscriber.id());
        entrance.note(request, response, new SignedIn(subscriber, standing));
        return new ModelAndView("redirect:" + Entrance.next(standing));
    }

    private ModelAndView page(Subscriber subscriber, Document document, FieldErrors errors) {
        var before = consents.latest(subscriber.id(), document);
        var pending = removals.pending(subscriber.id());
        var view = new ModelAndView("subscribers/consent");
        view.addObject(
                "page",
                new ConsentPage(
                        subscriber.printedLogin(),
                        document,
                        before.isPresent(),
                        document.changesSince(before.map(Signature::text)
                                .map(text -> text.edition())
                                .orElse(null)),
                        pending.map(Removals.Pending::day).map(Format::date).orElse(null),
                        pending.filter(removal -> !removal.unsigned()).isPresent(),
                        errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static String key(Document document) {
        return document == Document.AGREEMENT ? "agreement" : "consent";
    }
}
