package golubika.subscribers.web;

import golubika.site.FieldErrors;
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
    private final PasskeysParts passkeys;
    private final SessionsParts sessions;

    SettingsPages(Sentences sentences, PasskeysParts passkeys, SessionsParts sessions) {
        this.sentences = sentences;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /// @param done a sentence about what has just been changed
    ModelAndView show(Subscriber subscriber, @Nullable String done) {
        return page(subscriber, done, null, FieldErrors.NONE);
    }

    /// The page once more, with what is wrong with the form of one section.
    ModelAndView refused(Subscriber subscriber, String section, FieldErrors errors) {
        var view = page(subscriber, null, section, errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /// Back to a section, with a sentence about what has been changed.
    static ModelAndView done(RedirectAttributes flash, String section, String sentence) {
        flash.addFlashAttribute(DONE, sentence);
        return new ModelAndView("redirect:/settings#" + section);
    }

    private ModelAndView page(
            Subscriber subscriber, @Nullable String done, @Nullable String faulty, FieldErrors errors) {
        var page = new SettingsPage(
                subscriber.login(),
                sentences.rule(),
                passkeys.of(subscriber),
                sessions.of(subscriber),
                done,
                faulty,
                errors);
        return new ModelAndView("subscribers/settings", "page", page);
    }
}
