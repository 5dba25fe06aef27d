package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.Subscriber;
import golubika.subscribers.WantedContacts;
import golubika.subscribers.WantedContacts.Asked;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// E-mail and phone in the profile of the settings: wanting a new one. [ContactChangeController] confirms it.
@Controller
class ContactsController {

    static final String SECTION = "profile";

    private final WantedContacts wanted;
    private final Logins logins;
    private final SettingsPages pages;
    private final Sentences sentences;
    private final Texts texts;

    ContactsController(WantedContacts wanted, Logins logins, SettingsPages pages, Sentences sentences, Texts texts) {
        this.wanted = wanted;
        this.logins = logins;
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

    private ModelAndView refused(Subscriber subscriber, FieldErrors errors, String typed) {
        return pages.refused(subscriber, SECTION, errors).addObject("typedContact", typed);
    }
}
