package golubika.portal;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.OpenFull;
import golubika.audit.Caller;
import golubika.portal.AccountPages.Request;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.values.BillingMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page of one account, and the way from its basic to its full version.
@Controller
class AccountController {

    private final Access access;
    private final AccountPages pages;
    private final OpenFull openFull;
    private final Texts texts;

    AccountController(Access access, AccountPages pages, OpenFull openFull, Texts texts) {
        this.access = access;
        this.pages = pages;
        this.openFull = openFull;
        this.texts = texts;
    }

    @GetMapping("/accounts/{account}")
    ModelAndView show(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String history,
            @RequestParam(required = false) @Nullable String connected,
            @RequestParam(required = false) @Nullable String opened) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        if (!link.supplier().isAvailable()) {
            return new ModelAndView("portal/account-unavailable").addObject("link", link);
        }
        var request = new Request(
                BillingMonth.parse(month).orElse(null), history.equals("all"), connected != null, opened != null);
        return view(pages.page(subscriber.id(), link, request, "", FieldErrors.NONE));
    }

    @PostMapping("/accounts/{account}/full")
    ModelAndView openFull(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam Map<String, String> typed,
            Caller caller) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        if (!link.supplier().isAvailable()) {
            return new ModelAndView("redirect:/accounts/" + account);
        }
        var sentence = switch (openFull.open(subscriber.id(), link, proof, typed.getOrDefault(proof, ""), caller)) {
            case RIGHT -> null;
            case EMPTY -> texts.of("accounts.proof.empty." + proof);
            case WRONG -> texts.of("accounts.proof.wrong." + proof);
            case TOO_MANY -> texts.of("accounts.proof.too-many");
            case CROWDED -> texts.of("accounts.proof.crowded");
            case NOT_OFFERED -> texts.of("accounts.proof.not-offered");
        };
        if (sentence == null) {
            return new ModelAndView("redirect:/accounts/" + account + "?opened");
        }
        var request = new Request(null, false, false, false);
        var field = proof.isEmpty() ? "open" : proof;
        var view = view(pages.page(subscriber.id(), link, request, proof, FieldErrors.of(field, sentence)));
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    /// The address of the form, opened again by itself.
    @GetMapping("/accounts/{account}/full")
    String back(@PathVariable AccountId account) {
        return "redirect:/accounts/" + account + "#open";
    }

    private static ModelAndView view(AccountPage page) {
        return new ModelAndView(page.isFull() ? "portal/account-full" : "portal/account-basic").addObject("page", page);
    }
}
