package golubika.accounts.web;

import golubika.accounts.web.ConnectPage.Scanned;
import golubika.accounts.web.ConnectPages.Typed;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.suppliers.AccountNumberFormat.Parsed;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.values.PaymentCode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Fills the form from the code of a paper bill (B5), which the browser has read. It connects nothing by itself.
@Controller
class CodeController {

    private static final int LONGEST = PaymentCode.LONGEST * 4 / 3 + 4;

    private final ConnectPages pages;
    private final Suppliers suppliers;
    private final Texts texts;

    CodeController(ConnectPages pages, Suppliers suppliers, Texts texts) {
        this.pages = pages;
        this.suppliers = suppliers;
        this.texts = texts;
    }

    /// @param code the bytes of the code, in Base64
    @PostMapping("/accounts/connect/code")
    ModelAndView scanned(@AuthenticationPrincipal Subscriber subscriber, @RequestParam(defaultValue = "") String code) {
        return read(code)
                .map(payment -> filled(subscriber, payment))
                .orElseGet(() -> refused(subscriber, "accounts.code.no-payment"));
    }

    /// The address of the form, opened again by itself.
    @GetMapping("/accounts/connect/code")
    String back() {
        return "redirect:/accounts/connect";
    }

    private ModelAndView filled(Subscriber subscriber, PaymentCode payment) {
        var paid = payment.payeeInn().map(this::paidBy).orElse(List.of());
        if (paid.isEmpty()) {
            return refused(subscriber, "accounts.code.other-payee");
        }
        var number = payment.account().orElse("");
        var fitting = number.isEmpty()
                ? paid
                : paid.stream().filter(one -> fits(one, number)).toList();
        var shown = fitting.isEmpty() ? paid : fitting;
        var only = shown.size() == 1 ? shown.getFirst().code().value() : "";
        var sentence = number.isEmpty()
                ? texts.of("accounts.code.no-number")
                : only.isEmpty() ? texts.of("accounts.code.several") : texts.of("accounts.code.filled");
        var page = pages.page(subscriber, new Typed("", only, number.length() > 40 ? "" : number));
        return ConnectPages.shown(page.after(new Scanned(sentence, true), shown));
    }

    private ModelAndView refused(Subscriber subscriber, String key) {
        var page = pages.page(subscriber, Typed.NOTHING);
        return ConnectPages.refused(page.after(new Scanned(texts.of(key), false), page.found()));
    }

    private List<Supplier> paidBy(String inn) {
        return suppliers.all().stream().filter(one -> one.isPaidBy(inn)).toList();
    }

    private static boolean fits(Supplier supplier, String number) {
        return supplier.accountNumber().parse(number) instanceof Parsed.Canonical;
    }

    private static Optional<PaymentCode> read(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return PaymentCode.read(Base64.getDecoder().decode(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
