package golubika.bills.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.audit.Caller;
import golubika.bills.Bills;
import golubika.bills.Paperless;
import golubika.bills.web.BillsPage.PaperlessPart;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Subscriber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The bills of an account, and whether they come on paper (C6, C7).
@Controller
class BillsController {

    private static final String DONE = "done";

    private final Access access;
    private final Bills bills;
    private final Paperless paperless;
    private final Contacts contacts;
    private final Texts texts;

    BillsController(Access access, Bills bills, Paperless paperless, Contacts contacts, Texts texts) {
        this.access = access;
        this.bills = bills;
        this.paperless = paperless;
        this.contacts = contacts;
        this.texts = texts;
    }

    @GetMapping("/accounts/{account}/bills")
    ModelAndView show(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, Model model) {
        var link = access.require(subscriber.id(), account, Deed.SEE_BILLS);
        return page(subscriber, link, (String) model.getAttribute(DONE), null);
    }

    /// Somebody reloads what the form has answered.
    @GetMapping("/accounts/{account}/bills/paperless")
    String reloaded(@PathVariable AccountId account) {
        return "redirect:/accounts/" + account + "/bills";
    }

    @PostMapping("/accounts/{account}/bills/paperless")
    ModelAndView decide(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "false") boolean on,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.GO_PAPERLESS);
        if (!on) {
            paperless.end(subscriber.id(), link, caller);
            return done(link, "bills.paperless.ended", flash);
        }
        return switch (paperless.begin(subscriber.id(), link, caller)) {
            case DONE -> done(link, "bills.paperless.began", flash);
            case ALREADY -> new ModelAndView("redirect:/accounts/" + account + "/bills");
            case NO_MAIL -> {
                var view = page(subscriber, link, null, texts.of("bills.paperless.no-mail"));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }

    private ModelAndView done(Link link, String sentence, RedirectAttributes flash) {
        flash.addFlashAttribute(DONE, texts.of(sentence));
        return new ModelAndView("redirect:/accounts/" + link.account() + "/bills");
    }

    private ModelAndView page(Subscriber subscriber, Link link, @Nullable String done, @Nullable String fault) {
        var part = link.allows(Deed.GO_PAPERLESS) ? part(subscriber, link, fault) : null;
        return new ModelAndView("bills/list", "page", new BillsPage(link, bills.months(link), part, done));
    }

    private PaperlessPart part(Subscriber subscriber, Link link, @Nullable String fault) {
        var wish = paperless.of(link.account()).orElse(null);
        return new PaperlessPart(
                wish != null,
                wish == null
                        ? null
                        : Format.date(
                                wish.since().atZone(link.supplier().timeZone()).toLocalDate()),
                wish != null && wish.by().equals(subscriber.id()),
                contacts.of(subscriber.id()).mail().map(Login::value).orElse(null),
                fault);
    }
}
