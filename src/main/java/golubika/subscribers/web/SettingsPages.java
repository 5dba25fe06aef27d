package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.Contacts;
import golubika.subscribers.Logins;
import golubika.subscribers.Postage;
import golubika.subscribers.Subscriber;
import golubika.subscribers.WantedContacts;
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

    SettingsPages(Sentences sentences, Contacts contacts, WantedContacts wanted, Postage postage, Logins logins) {
        this.sentences = sentences;
        this.contacts = contacts;
        this.wanted = wanted;
        this.postage = postage;
        this.logins = logins;
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

    private ModelAndView page(
            Subscriber subscriber, @Nullable String done, @Nullable String faulty, FieldErrors errors) {
        var page = new SettingsPage(contacts(subscriber), sentences.rule(), done, faulty, errors);
        return new ModelAndView("subscribers/settings", "page", page);
    }
}
