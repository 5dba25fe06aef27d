package golubika.accounts.web;

import golubika.accounts.AccountLimits;
import golubika.accounts.LinkAccount;
import golubika.accounts.LinkAccount.Outcome;
import golubika.accounts.Links;
import golubika.accounts.web.ConnectPages.Typed;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.suppliers.AccountNumberFormat.Parsed;
import golubika.suppliers.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Connects accounts: the supplier from the list, the number as the bill prints it.
@Controller
class ConnectController {

    private final ConnectPages pages;
    private final NumberWords words;
    private final LinkAccount linkAccount;
    private final Links links;
    private final Limits limits;
    private final Texts texts;

    ConnectController(
            ConnectPages pages, NumberWords words, LinkAccount linkAccount, Links links, Limits limits, Texts texts) {
        this.pages = pages;
        this.words = words;
        this.linkAccount = linkAccount;
        this.links = links;
        this.limits = limits;
        this.texts = texts;
    }

    @GetMapping("/accounts/connect")
    ModelAndView form(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(name = "account", defaultValue = "") String number,
            Model model) {
        var page = pages.page(subscriber, new Typed(q, supplier, number));
        return ConnectPages.shown(page.done((String) model.getAttribute(ConnectPages.DONE)));
    }

    /// The list alone, while the person types in the search.
    @GetMapping("/accounts/connect/suppliers")
    ModelAndView suppliers(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String supplier) {
        var page = pages.page(subscriber, new Typed(q, supplier, ""));
        return new ModelAndView("accounts/suppliers-found").addObject("page", page);
    }

    /// The hint of the supplier that has just been ticked.
    @GetMapping("/accounts/connect/hint")
    ModelAndView hint(
            @AuthenticationPrincipal Subscriber subscriber, @RequestParam(defaultValue = "") String supplier) {
        var page = pages.page(subscriber, new Typed("", supplier, ""));
        return new ModelAndView("accounts/number-hint").addObject("page", page);
    }

    /// What can be said of the number so far. It is posted, since a number in an address would stay in logs.
    ///
    /// @param left whether the person has gone on from the field
    @PostMapping("/accounts/connect/number")
    ModelAndView number(
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(name = "account", defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean left) {
        var state = pages.find(supplier)
                .map(chosen -> state(chosen, number, left))
                .orElseGet(() -> new NumberState(null, null));
        return new ModelAndView("accounts/number-state").addObject("state", state);
    }

    @PostMapping("/accounts/connect")
    ModelAndView connect(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(name = "account", defaultValue = "") String number,
            Caller caller) {
        var typed = new Typed(q, supplier, number);
        var chosen = pages.find(supplier);
        if (chosen.isEmpty()) {
            return refused(subscriber, typed, "suppliers", texts.of("accounts.connect.supplier-missing"));
        }
        var format = chosen.get().accountNumber();
        var parsed = format.parse(number);
        if (parsed instanceof Parsed.Canonical(var canonical)) {
            return connect(subscriber, typed, chosen.get(), canonical, caller);
        }
        return refused(subscriber, typed, "ls", String.valueOf(words.fault(format, parsed)));
    }

    private ModelAndView connect(
            Subscriber subscriber, Typed typed, Supplier supplier, String canonical, Caller caller) {
        if (!limits.take(AccountLimits.CONNECTING, subscriber.id().toString())) {
            return refused(subscriber, typed, "ls", texts.of("accounts.connect.too-many"));
        }
        return switch (linkAccount.link(subscriber.id(), supplier, canonical, caller)) {
            case Outcome.Connected(var account) -> new ModelAndView("redirect:/accounts/" + account + "?connected");
            case Outcome.AlreadyConnected(var account) -> {
                var existing = links.find(subscriber.id(), account).orElse(null);
                var errors = FieldErrors.of("ls", texts.of("accounts.connect.already"));
                yield ConnectPages.refused(pages.page(subscriber, typed).refused(errors, existing));
            }
            case Outcome.Unknown _ -> refused(subscriber, typed, "ls", texts.of("accounts.connect.unknown"));
            case Outcome.Closed _ ->
                refused(subscriber, typed, "ls", texts.of("accounts.connect.closed", supplier.supportPhone()));
        };
    }

    private ModelAndView refused(Subscriber subscriber, Typed typed, String field, String sentence) {
        return ConnectPages.refused(pages.page(subscriber, typed).refused(FieldErrors.of(field, sentence), null));
    }

    private NumberState state(Supplier supplier, String number, boolean left) {
        var format = supplier.accountNumber();
        var parsed = format.parse(number);
        if (parsed instanceof Parsed.Empty) {
            return new NumberState(null, null);
        }
        return parsed instanceof Parsed.Canonical(var canonical)
                ? new NumberState(null, format.print(canonical))
                : new NumberState(left ? words.fault(format, parsed) : words.faultSoFar(format, parsed), null);
    }
}
