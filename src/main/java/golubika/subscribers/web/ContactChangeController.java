package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.ContactChange;
import golubika.subscribers.ContactChange.Actor;
import golubika.subscribers.ContactChange.Outcome;
import golubika.subscribers.Login;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// E-mail and phone in the profile of the settings: confirming a new one by code or link, and removing one.
@Controller
class ContactChangeController {

    private final ContactChange change;
    private final Entrance entrance;
    private final SettingsPages pages;
    private final Sentences sentences;
    private final Texts texts;

    ContactChangeController(
            ContactChange change, Entrance entrance, SettingsPages pages, Sentences sentences, Texts texts) {
        this.change = change;
        this.entrance = entrance;
        this.pages = pages;
        this.sentences = sentences;
        this.texts = texts;
    }

    @PostMapping("/settings/contacts/code")
    ModelAndView typeCode(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String code,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var digits = TypedCode.read(code);
        if (digits.isEmpty()) {
            return refused(subscriber, "code", texts.of("subscribers.code.six-digits"));
        }
        var outcome = change.byCode(actor(subscriber, caller, request), digits.get());
        return outcome instanceof Outcome.Changed changed
                ? done(subscriber, changed, "subscribers.contacts.confirmed", request, response, flash)
                : refused(subscriber, "code", sentence(outcome));
    }

    @PostMapping("/settings/contacts/remove")
    ModelAndView remove(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam Login.Kind kind,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var outcome = change.remove(actor(subscriber, caller, request), kind, password);
        return switch (outcome) {
            case Outcome.Changed changed ->
                done(subscriber, changed, "subscribers.contacts.removed", request, response, flash);
            // Removed in another tab, and with it the form that a complaint would stand in.
            case Outcome.Outdated _ ->
                SettingsPages.done(flash, ContactsController.SECTION, texts.of("subscribers.contacts.gone"));
            case Outcome.Wrong _, Outcome.WrongPassword _, Outcome.TooOften _, Outcome.Taken _ ->
                refused(subscriber, "remove-pass", sentence(outcome));
        };
    }

    /// The link of a message confirms nothing by being opened: mail programs open links by themselves.
    @GetMapping("/settings/contacts/{token}")
    ModelAndView link(@AuthenticationPrincipal Subscriber subscriber, @PathVariable String token) {
        return change.look(subscriber.id(), token)
                .map(contact -> linkPage(contact.printed(), token, HttpStatus.OK))
                .orElseGet(() -> linkPage("", token, HttpStatus.NOT_FOUND));
    }

    @PostMapping("/settings/contacts/{token}")
    ModelAndView confirm(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable String token,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return change.byLink(actor(subscriber, caller, request), token) instanceof Outcome.Changed changed
                ? done(subscriber, changed, "subscribers.contacts.confirmed", request, response, flash)
                : linkPage("", token, HttpStatus.NOT_FOUND);
    }

    private String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Wrong(var left) -> sentences.wrongCode(left);
            case Outcome.Outdated _ -> texts.of("subscribers.code.outdated");
            case Outcome.Taken _ -> texts.of("subscribers.contacts.taken");
            case Outcome.WrongPassword _ -> texts.of("subscribers.settings.wrong-password");
            case Outcome.TooOften(var pause) -> sentences.tooOften(pause);
            case Outcome.Changed _ -> throw new IllegalStateException();
        };
    }

    /// The session goes on under another id, and knows the login as it is now.
    private ModelAndView done(
            Subscriber subscriber,
            Outcome.Changed changed,
            String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        entrance.renew(request, subscriber.id());
        var known = new Subscriber(subscriber.id(), changed.login().value());
        entrance.note(request, response, new SignedIn(known, Standing.INSIDE));
        return SettingsPages.done(
                flash,
                ContactsController.SECTION,
                texts.of(sentence, changed.done().printed()));
    }

    private ModelAndView refused(Subscriber subscriber, String field, String sentence) {
        return pages.refused(subscriber, ContactsController.SECTION, FieldErrors.of(field, sentence))
                .addObject("typedContact", "");
    }

    private static Actor actor(Subscriber subscriber, Caller caller, HttpServletRequest request) {
        return new Actor(subscriber.id(), request.getSession().getId(), caller);
    }

    private static ModelAndView linkPage(String contact, String token, HttpStatus status) {
        var view = new ModelAndView("subscribers/contact", "page", new ContactPage(contact, token));
        view.setStatus(status);
        return view;
    }
}
