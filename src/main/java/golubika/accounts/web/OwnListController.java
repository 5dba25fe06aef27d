package golubika.accounts.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.EndLink;
import golubika.accounts.Holders;
import golubika.accounts.Link;
import golubika.accounts.OwnList;
import golubika.accounts.web.ConnectPage.Renaming;
import golubika.accounts.web.ConnectPages.Typed;
import golubika.audit.Caller;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Текущие лицевые счета»: own names, order, and giving an account up.
@Controller
class OwnListController {

    private static final String LIST = "redirect:/accounts/connect#mine";

    private final Access access;
    private final OwnList list;
    private final EndLink ending;
    private final Holders holders;
    private final ConnectPages pages;
    private final Texts texts;

    OwnListController(Access access, OwnList list, EndLink ending, Holders holders, ConnectPages pages, Texts texts) {
        this.access = access;
        this.list = list;
        this.ending = ending;
        this.holders = holders;
        this.pages = pages;
        this.texts = texts;
    }

    @PostMapping("/accounts/{account}/name")
    ModelAndView rename(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        if (OwnList.isTooLong(name)) {
            var sentence = texts.of("accounts.name.too-long", OwnList.LONGEST_NAME);
            return ConnectPages.refused(
                    pages.page(subscriber, Typed.NOTHING).refused(new Renaming(account, name, sentence)));
        }
        list.rename(subscriber.id(), account, name);
        flash.addFlashAttribute(ConnectPages.DONE, texts.of("accounts.name.done", link.printedNumber()));
        return new ModelAndView(LIST);
    }

    /// The address of the form, opened again by itself.
    @GetMapping("/accounts/{account}/name")
    String back() {
        return LIST;
    }

    /// @param to `up` or `down`
    @PostMapping("/accounts/{account}/place")
    String move(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String to) {
        access.require(subscriber.id(), account, Deed.SEE);
        list.move(subscriber.id(), account, to.equals("up") ? OwnList.Direction.UP : OwnList.Direction.DOWN);
        return LIST;
    }

    /// Says what follows.
    @GetMapping("/accounts/{account}/removal")
    ModelAndView question(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        return new ModelAndView("accounts/removal")
                .addObject("link", link)
                .addObject("invited", invitedBy(subscriber, link));
    }

    @PostMapping("/accounts/{account}/removal")
    String remove(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        ending.leave(subscriber.id(), link, caller);
        flash.addFlashAttribute(ConnectPages.DONE, texts.of("accounts.removal.done", link.printedNumber()));
        return LIST;
    }

    private int invitedBy(Subscriber subscriber, Link link) {
        return (int) holders.invited(link.account()).stream()
                .filter(holder -> subscriber.id().equals(holder.invitedBy()))
                .count();
    }
}
