package golubika.subscribers.web;

import static java.util.Objects.requireNonNullElse;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.subscribers.Contacts;
import golubika.subscribers.Logins;
import golubika.subscribers.Postage;
import golubika.subscribers.Profiles;
import golubika.subscribers.Signatures;
import golubika.subscribers.Subscriber;
import golubika.subscribers.WantedContacts;
import golubika.subscribers.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Puts «Настройки абонента» together, for the controllers of all its sections.
@Component
class SettingsPages {

    /// Name of the flash attribute with the sentence about what has been changed.
    static final String DONE = "done";

    private final Sentences sentences;
    private final Contacts contacts;
    private final WantedContacts wanted;
    private final Postage postage;
    private final Logins logins;
    private final Profiles profiles;
    private final PasskeysParts passkeys;
    private final SessionsParts sessions;
    private final Signatures signatures;
    private final Wishes wishes;

    SettingsPages(
            Sentences sentences,
            Contacts contacts,
            WantedContacts wanted,
            Postage postage,
            Logins logins,
            Profiles profiles,
            PasskeysParts passkeys,
            SessionsParts sessions,
            Signatures signatures,
            Wishes wishes) {
        this.sentences = sentences;
        this.contacts = contacts;
        this.wanted = wanted;
        this.postage = postage;
        this.logins = logins;
        this.profiles = profiles;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.signatures = signatures;
        this.wishes = wishes;
    }

    /// @param done a sentence about what has just been changed
    ModelAndView show(Subscriber subscriber, @Nullable String done) {
        return page(subscriber, null, done, null, FieldErrors.NONE);
    }

    /// The page once more, with what is wrong with the form of one section.
    ModelAndView refused(Subscriber subscriber, String section, FieldErrors errors) {
        return unprocessable(page(subscriber, null, null, section, errors));
    }

    /// The page once more, with the name as it was typed.
    ModelAndView refusedName(Subscriber subscriber, String typed, FieldErrors errors) {
        return unprocessable(page(subscriber, typed, null, "profile", errors));
    }

    /// Back to a section, with a sentence about what has been changed.
    static ModelAndView done(RedirectAttributes flash, String section, String sentence) {
        flash.addFlashAttribute(DONE, sentence);
        return new ModelAndView("redirect:/settings#" + section);
    }

    private ContactsPart contacts(Subscriber subscriber) {
        var held = contacts.of(subscriber.id());
        var waiting = wanted.of(subscriber.id());
        return new ContactsPart(
                held.login(),
                held.other().orElse(null),
                waiting.orElse(null),
                waiting.map(login -> Sentences.countdown(postage.pause(login))).orElse(""),
                logins.takesPhones());
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            Subscriber subscriber,
            @Nullable String typedName,
            @Nullable String done,
            @Nullable String faulty,
            FieldErrors errors) {
        var profile = profiles.of(subscriber.id());
        var page = new SettingsPage(
                contacts(subscriber),
                typedName != null ? typedName : requireNonNullElse(profile.name(), ""),
                sentences.rule(),
                passkeys.of(subscriber),
                sessions.of(subscriber),
                signatures.of(subscriber.id()).stream().map(SignatureLine::of).toList(),
                wishes.of(subscriber.id()),
                profile.removal() == null ? null : Format.date(profile.removal()),
                done,
                faulty,
                errors);
        return new ModelAndView("subscribers/settings", "page", page);
    }
}
