package golubika.accounts.web;

import golubika.accounts.AccountLimits;
import golubika.accounts.Link;
import golubika.accounts.LinkAccount;
import golubika.accounts.LinkAccount.Outcome;
import golubika.accounts.Links;
import golubika.limits.Limits;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.AccountNumberFormat.Parsed;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Connects accounts: the supplier from the list, the number as the bill prints it.
@Controller
class ConnectController {

    private final Suppliers suppliers;
    private final LinkAccount linkAccount;
    private final Links links;
    private final Limits limits;
    private final Texts texts;

    ConnectController(Suppliers suppliers, LinkAccount linkAccount, Links links, Limits limits, Texts texts) {
        this.suppliers = suppliers;
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
            @RequestParam(name = "account", defaultValue = "") String number) {
        return page(subscriber, q, supplier, number, FieldErrors.NONE, null);
    }

    /// The list alone, while the person types in the search.
    @GetMapping("/accounts/connect/suppliers")
    ModelAndView suppliers(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String supplier) {
        var view = page(subscriber, q, supplier, "", FieldErrors.NONE, null);
        view.setViewName("accounts/suppliers-found");
        return view;
    }

    /// The hint of the supplier that has just been ticked.
    @GetMapping("/accounts/connect/hint")
    ModelAndView hint(
            @AuthenticationPrincipal Subscriber subscriber, @RequestParam(defaultValue = "") String supplier) {
        var view = page(subscriber, "", supplier, "", FieldErrors.NONE, null);
        view.setViewName("accounts/number-hint");
        return view;
    }

    @PostMapping("/accounts/connect")
    ModelAndView connect(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(name = "account", defaultValue = "") String number) {
        var chosen = find(supplier);
        if (chosen.isEmpty()) {
            return invalid(subscriber, q, supplier, number, "suppliers", texts.of("accounts.connect.supplier-missing"));
        }
        var format = chosen.get().accountNumber();
        return switch (format.parse(number)) {
            case Parsed.Canonical(var canonical) -> connect(subscriber, chosen.get(), canonical, q, number);
            case Parsed.Empty _ -> wrongNumber(subscriber, q, supplier, number, "accounts.connect.empty");
            case Parsed.NotDigits _ -> wrongNumber(subscriber, q, supplier, number, "accounts.connect.not-digits");
            case Parsed.WrongLength(var typed) ->
                invalid(
                        subscriber,
                        q,
                        supplier,
                        number,
                        "ls",
                        texts.of("accounts.connect.length", needed(format), typed));
        };
    }

    private ModelAndView connect(Subscriber subscriber, Supplier supplier, String canonical, String q, String number) {
        var code = supplier.code().value();
        if (!limits.take(AccountLimits.CONNECTING, subscriber.id().toString())) {
            return wrongNumber(subscriber, q, code, number, "accounts.connect.too-many");
        }
        return switch (linkAccount.link(subscriber.id(), supplier, canonical)) {
            case Outcome.Connected(var account) -> new ModelAndView("redirect:/accounts/" + account + "?connected");
            case Outcome.AlreadyConnected(var account) -> {
                var existing = links.find(subscriber.id(), account).orElse(null);
                var errors = FieldErrors.of("ls", texts.of("accounts.connect.already"));
                yield unprocessable(page(subscriber, q, code, number, errors, existing));
            }
            case Outcome.Unknown _ -> wrongNumber(subscriber, q, code, number, "accounts.connect.unknown");
            case Outcome.Closed _ -> wrongNumber(subscriber, q, code, number, "accounts.connect.closed");
        };
    }

    private ModelAndView wrongNumber(Subscriber subscriber, String q, String supplier, String number, String key) {
        return invalid(subscriber, q, supplier, number, "ls", texts.of(key));
    }

    private ModelAndView invalid(
            Subscriber subscriber, String q, String supplier, String number, String field, String sentence) {
        return unprocessable(page(subscriber, q, supplier, number, FieldErrors.of(field, sentence), null));
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView page(
            Subscriber subscriber,
            String q,
            String supplier,
            String number,
            FieldErrors errors,
            @Nullable Link existing) {
        var all = suppliers.all();
        var found = all.stream().filter(one -> matches(one, q)).toList();
        var current = links.of(subscriber.id());
        var page =
                new ConnectPage(q, found, all.size(), find(supplier).orElse(null), number, errors, existing, current);
        return new ModelAndView("accounts/connect").addObject("page", page);
    }

    private Optional<Supplier> find(String code) {
        return SupplierCode.isWellFormed(code) ? suppliers.find(new SupplierCode(code)) : Optional.empty();
    }

    private static boolean matches(Supplier supplier, String query) {
        var words = List.of(plain(query).split("\\s+"));
        var name = plain(supplier.fullName());
        return words.stream().allMatch(name::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
    }

    private String needed(AccountNumberFormat format) {
        var digits = format.maxDigits();
        return format.minDigits() == digits
                ? texts.of("accounts.connect.digits-exactly", digits, texts.plural("accounts.connect.digits", digits))
                : texts.of(
                        "accounts.connect.digits-at-most", digits, texts.plural("accounts.connect.of-digits", digits));
    }
}
