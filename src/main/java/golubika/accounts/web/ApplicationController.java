package golubika.accounts.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.PinApplication.Written;
import golubika.accounts.PinApplications;
import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Subscriber;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Asking the supplier for a PIN (M13). What becomes of it stands on the page of the account.
@Controller
class ApplicationController {

    private static final Written NOTHING = new Written("", "", "", "");

    private final Access access;
    private final PinApplications applications;
    private final Contacts contacts;
    private final Texts texts;
    private final Clock clock;

    ApplicationController(Access access, PinApplications applications, Contacts contacts, Texts texts, Clock clock) {
        this.access = access;
        this.applications = applications;
        this.contacts = contacts;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/accounts/{account}/application")
    ModelAndView form(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        return link.isFull() ? state(link) : page(subscriber, required(subscriber, link), NOTHING, FieldErrors.NONE);
    }

    /// Sent twice it is sent once: both lead to the state that there is.
    @PostMapping("/accounts/{account}/application")
    ModelAndView send(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @ModelAttribute ApplicationForm form,
            Caller caller) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        if (link.isFull()) {
            return state(link);
        }
        required(subscriber, link);
        var errors = form.errors(texts);
        if (errors.any()) {
            return refused(subscriber, link, form, errors);
        }
        return switch (applications.send(subscriber.id(), link, form.written(), caller)) {
            case SENT, ALREADY -> state(link);
            case TOO_MANY -> {
                var sentence = texts.of(
                        "accounts.application.too-many", link.supplier().supportPhone());
                yield refused(subscriber, link, form, FieldErrors.of("application", sentence));
            }
        };
    }

    @PostMapping("/accounts/{account}/application/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, Caller caller) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        applications.withdraw(subscriber.id(), link, caller);
        return state(link);
    }

    /// The address of the form, opened again by itself.
    @GetMapping("/accounts/{account}/application/withdrawal")
    String back(@PathVariable AccountId account) {
        return "redirect:/accounts/" + account;
    }

    // Who has the full version meanwhile has nothing to ask for, which is no fault of theirs.
    private Link required(Subscriber subscriber, Link link) {
        return access.require(subscriber.id(), link.account(), Deed.APPLY);
    }

    private static ModelAndView state(Link link) {
        return new ModelAndView("redirect:/accounts/" + link.account() + (link.isFull() ? "" : "#application"));
    }

    private ModelAndView refused(Subscriber subscriber, Link link, ApplicationForm form, FieldErrors errors) {
        var view = page(subscriber, link, form.written(), errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Subscriber subscriber, Link link, Written written, FieldErrors errors) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        var held = contacts.of(subscriber.id());
        var page = new ApplicationPage(
                link,
                written,
                errors,
                link.supplier().answerBy(today),
                held.mail().orElseGet(held::login));
        return new ModelAndView("accounts/application").addObject("page", page);
    }
}
