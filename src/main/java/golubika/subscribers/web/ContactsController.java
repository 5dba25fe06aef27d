package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.ContactChange;
import golubika.subscribers.ContactChange.Actor;
import golubika.subscribers.ContactChange.Outcome;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.SessionDevices;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import golubika.subscribers.WantedContacts;
import golubika.subscribers.WantedContacts.Asked;
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

/// E-mail and phone in the profile of the settings: wanting a new one, and confirming it.
@Controller
class ContactsController {

    static final String SECTION = "profile";

    private final WantedContacts wanted;
    private final ContactChange change;
    private final Logins logins;
    private final Entrance entrance;
    private final SessionDevices devices;
    private final SettingsPages pages;
    private final Sentences sentences;
    private final Texts texts;

    ContactsController(
            WantedContacts wanted,
            ContactChange change,
            Logins logins,
            Entrance entrance,
            SessionDevices devices,
            SettingsPages pages,
            Sentences sentences,
            Texts texts) {
        this.wanted = wanted;
        this.change = change;
        this.logins = logins;
        this.entrance = entrance;
        this.devices = devices;
        this.pages = pages;
        this.sentences = sentences;
        this.texts = texts;
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({
        "/settings/contacts",
        "/settings/contacts/code",
        "/settings/contacts/resend",
        "/settings/contacts/cancel",
        "/settings/contacts/remove"
    })
    String reloaded() {
        return "redirect:/settings#" + SECTION;
    }

    @PostMapping("/settings/contacts")
    ModelAndView want(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            RedirectAttributes flash) {
        var reading = logins.read(contact);
        var errors = reading instanceof Login.Reading.Bad(var fault)
                ? FieldErrors.of("contact", sentences.of(fault, contact))
                : FieldErrors.NONE;
        if (password.isEmpty()) {
            errors = errors.and("contact-pass", texts.of("subscribers.settings.type-current"));
        }
        if (errors.any() || !(reading instanceof Login.Reading.Good(var fresh))) {
            return refused(subscriber, errors, contact);
        }
        return answer(wanted.ask(subscriber.id(), fresh, password, caller.network()), subscriber, contact, flash);
    }

    @PostMapping("/settings/contacts/resend")
    ModelAndView again(@AuthenticationPrincipal Subscriber subscriber, Caller caller, RedirectAttributes flash) {
        return answer(wanted.again(subscriber.id(), caller.network()), subscriber, "", flash);
    }

    @PostMapping("/settings/contacts/cancel")
    String cancel(@AuthenticationPrincipal Subscriber subscriber) {
        wanted.cancel(subscriber.id());
        return "redirect:/settings#" + SECTION;
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
            return refused(subscriber, FieldErrors.of("code", texts.of("subscribers.code.six-digits")), "");
        }
        var outcome = change.byCode(actor(subscriber, caller, request), digits.get());
        return outcome instanceof Outcome.Changed changed
                ? done(subscriber, changed, "subscribers.contacts.confirmed", request, response, flash)
                : refused(subscriber, FieldErrors.of("code", sentence(outcome)), "");
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
        return outcome instanceof Outcome.Changed changed
                ? done(subscriber, changed, "subscribers.contacts.removed", request, response, flash)
                : refused(subscriber, FieldErrors.of("remove-pass", sentence(outcome)), "");
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

    private ModelAndView answer(Asked asked, Subscriber subscriber, String typed, RedirectAttributes flash) {
        return switch (asked) {
            case Asked.Sent _ -> SettingsPages.done(flash, SECTION, texts.of("subscribers.contacts.sent"));
            case Asked.OwnAlready _ ->
                refused(subscriber, FieldErrors.of("contact", texts.of("subscribers.contacts.own")), typed);
            case Asked.WrongPassword _ ->
                refused(
                        subscriber,
                        FieldErrors.of("contact-pass", texts.of("subscribers.settings.wrong-password")),
                        typed);
            case Asked.TooOften _ ->
                refused(subscriber, FieldErrors.of("contact-pass", texts.of("subscribers.settings.too-often")), typed);
            case Asked.NotSent(var refusal) ->
                refused(
                        subscriber,
                        FieldErrors.of(
                                typed.isEmpty() ? "resend" : "contact",
                                sentences.of(refusal, "subscribers.contacts.too-many")),
                        typed);
            case Asked.NothingWanted _ -> new ModelAndView("redirect:/settings#" + SECTION);
        };
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
        var session = request.getSession().getId();
        devices.renamed(subscriber.id(), session, request.changeSessionId());
        var known = new Subscriber(subscriber.id(), changed.login().value());
        entrance.note(request, response, new SignedIn(known, Standing.INSIDE));
        return SettingsPages.done(
                flash, SECTION, texts.of(sentence, changed.done().printed()));
    }

    private ModelAndView refused(Subscriber subscriber, FieldErrors errors, String typed) {
        return pages.refused(subscriber, SECTION, errors).addObject("typedContact", typed);
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
