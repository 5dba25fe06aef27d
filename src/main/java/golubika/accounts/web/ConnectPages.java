package golubika.accounts.web;

import golubika.accounts.Links;
import golubika.site.FieldErrors;
import golubika.subscribers.Subscriber;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts «Подключение ЛС» together, for the controllers of all its parts.
@Component
class ConnectPages {

    /// Name of the flash attribute with the sentence about what has been changed.
    static final String DONE = "done";

    private final Suppliers suppliers;
    private final Links links;

    ConnectPages(Suppliers suppliers, Links links) {
        this.suppliers = suppliers;
        this.links = links;
    }

    /// What the form holds.
    ///
    /// @param query    in the search for suppliers
    /// @param supplier code of the one that is ticked, or empty
    record Typed(String query, String supplier, String number) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    ConnectPage page(Subscriber subscriber, Typed typed) {
        var all = suppliers.all();
        return new ConnectPage(
                typed.query,
                all.stream().filter(one -> matches(one, typed.query)).toList(),
                all.size(),
                find(typed.supplier).orElse(null),
                typed.number,
                FieldErrors.NONE,
                null,
                links.of(subscriber.id()),
                null,
                null,
                null);
    }

    Optional<Supplier> find(String code) {
        return SupplierCode.isWellFormed(code) ? suppliers.find(new SupplierCode(code)) : Optional.empty();
    }

    static ModelAndView shown(ConnectPage page) {
        return new ModelAndView("accounts/connect").addObject("page", page);
    }

    static ModelAndView refused(ConnectPage page) {
        var view = shown(page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static boolean matches(Supplier supplier, String query) {
        var words = List.of(plain(query).split("\\s+"));
        var name = plain(supplier.fullName());
        return words.stream().allMatch(name::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
    }
}
