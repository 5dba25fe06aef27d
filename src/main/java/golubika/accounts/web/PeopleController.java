package golubika.accounts.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.ChangeRights;
import golubika.accounts.Deed;
import golubika.accounts.Invitations;
import golubika.accounts.Link;
import golubika.accounts.Rights;
import golubika.accounts.web.PeoplePage.Can;
import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Кто подключён»: inviting people and changing what they may do (B3).
@Controller
class PeopleController {

    static final String DONE = "done";

    private final Access access;
    private final PeoplePages pages;
    private final Invitations invitations;
    private final ChangeRights rights;
    private final Logins logins;
    private final Texts texts;

    PeopleController(
            Access access,
            PeoplePages pages,
            Invitations invitations,
            ChangeRights rights,
            Logins logins,
            Texts texts) {
        this.access = access;
        this.pages = pages;
        this.invitations = invitations;
        this.rights = rights;
        this.logins = logins;
        this.texts = texts;
    }

    @GetMapping("/accounts/{account}/people")
    ModelAndView show(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, Model model) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        var page = pages.page(subscriber, link, PeoplePage.Form.EMPTY, (String) model.getAttribute(DONE));
        return new ModelAndView("accounts/people").addObject("page", page);
    }

    @PostMapping("/accounts/{account}/invitations")
    ModelAndView invite(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean readings,
            @RequestParam(defaultValue = "false") boolean payment,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        var can = new Can(readings, payment);
        return switch (logins.read(to)) {
            case Login.Reading.Bad(var fault) -> refused(subscriber, link, to, can, logins.sentence(fault, to));
            case Login.Reading.Good(var login) -> {
                var sending =
                        invitations.invite(subscriber.id(), link, login, Rights.invited(readings, payment), caller);
                yield sending == Invitations.Sending.SENT
                        ? done(account, flash, texts.of("accounts.people.sent", login.printed()))
                        : refused(subscriber, link, to, can, texts.of("accounts.people.refused." + sending));
            }
        };
    }

    /// The address of the form, opened again by itself.
    @GetMapping("/accounts/{account}/invitations")
    String back(@PathVariable AccountId account) {
        return "redirect:/accounts/" + account + "/people";
    }

    @PostMapping("/accounts/{account}/invitations/{invitation}/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable UUID invitation,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        invitations.withdraw(subscriber.id(), link, invitation, caller);
        return done(account, flash, texts.of("accounts.people.withdrawn"));
    }

    @PostMapping("/accounts/{account}/people/{person}/rights")
    ModelAndView change(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "false") boolean readings,
            @RequestParam(defaultValue = "false") boolean payment,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        var fresh = Rights.invited(readings, payment);
        if (!rights.change(subscriber.id(), link, new SubscriberId(person), fresh, caller)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return done(account, flash, texts.of("accounts.people.changed"));
    }

    static ModelAndView done(AccountId account, RedirectAttributes flash, String sentence) {
        flash.addFlashAttribute(DONE, sentence);
        return new ModelAndView("redirect:/accounts/" + account + "/people");
    }

    private ModelAndView refused(Subscriber subscriber, Link link, String to, Can can, String sentence) {
        var form = new PeoplePage.Form(to, can, FieldErrors.of("to", sentence));
        var view = new ModelAndView("accounts/people");
        view.addObject("page", pages.page(subscriber, link, form, null));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
