package golubika.subscribers.web;

import static java.util.Objects.requireNonNullElse;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.subscribers.Profiles;
import golubika.subscribers.Signatures;
import golubika.subscribers.Subscriber;
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
    private final Profiles profiles;
    private final PasskeysParts passkeys;
    private final SessionsParts sessions;
    private final Signatures signatures;

    SettingsPages(
            Sentences sentences,
            Profiles profiles,
            PasskeysParts passkeys,
            SessionsParts sessions,
            Signatures signatures) {
        this.sentences = sentences;
        this.profiles = profiles;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.signatures = signatures;
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
                subscriber.login(),
                typedName != null ? typedName : requireNonNullElse(profile.name(), ""),
                sentences.rule(),
                passkeys.of(subscriber),
                sessions.of(subscriber),
                signatures.of(subscriber.id()).stream().map(SignatureLine::of).toList(),
                profile.removal() == null ? null : Format.date(profile.removal()),
                done,
                faulty,
                errors);
        return new ModelAndView("subscribers/settings", "page", page);
    }
}
