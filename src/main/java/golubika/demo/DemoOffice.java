package golubika.demo;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.PinApplication.Written;
import golubika.accounts.PinApplications;
import golubika.audit.Caller;
import golubika.demo.billing.ClosedMonth.MeterState;
import golubika.office.StaffBook;
import golubika.subscribers.Login;
import golubika.subscribers.Passwords;
import golubika.subscribers.Subscribers;
import golubika.suppliers.SupplierCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// People who answer, and people who have asked for a PIN: one writes what the supplier knows, the other does not.
@Component
@Conditional(OnDemo.class)
public class DemoOffice {

    private static final String KIROV = "kirov";

    // The accounts that the page of the demo offers to newcomers are left to them.
    private static final int FIRST_OF_OTHERS = 3;

    /// @param supplier code; null for the portal's own desk
    public record Operator(
            String login,
            String password,
            String name,
            @Nullable String supplier) {}

    public static final List<Operator> ALL = List.of(
            new Operator("kirov.office", "kislaya-klyukva-7", "Ольга Рябинина", KIROV),
            new Operator("portal.office", "spelaya-moroshka-7", "Егор Шиповников", null));

    private final StaffBook book;
    private final Passwords passwords;
    private final Subscribers subscribers;
    private final LinkAccount connect;
    private final Links links;
    private final PinApplications applications;

    DemoOffice(
            StaffBook book,
            Passwords passwords,
            Subscribers subscribers,
            LinkAccount connect,
            Links links,
            PinApplications applications) {
        this.book = book;
        this.passwords = passwords;
        this.subscribers = subscribers;
        this.connect = connect;
        this.links = links;
        this.applications = applications;
    }

    void open(List<DemoAccount> accounts) {
        for (var one : ALL) {
            if (book.find(one.login()).isEmpty()) {
                var supplier = one.supplier() == null ? null : new SupplierCode(one.supplier());
                book.add(one.login(), one.name(), supplier, passwords.hash(one.password()), null);
            }
        }
        var others = accounts.stream()
                .filter(account -> account.supplier().code().value().equals(KIROV) && !account.isClosed())
                .skip(FIRST_OF_OTHERS)
                .limit(2)
                .toList();
        if (others.size() == 2) {
            ask("rita@example.com", others.getFirst(), right(others.getFirst()));
            ask(
                    "boris@example.com",
                    others.getLast(),
                    new Written(
                            "Черничкин Борис", "Полевая, 7", "12345", "Купил дом весной, счёт ещё на старом хозяине"));
        }
    }

    private static Written right(DemoAccount account) {
        var serial = account.last().meters().stream()
                .filter(MeterState::isInUse)
                .map(meter -> meter.plan().serial())
                .findFirst()
                .orElse("");
        var home = account.household().home();
        return new Written(home.holder(), home.address(), serial, "");
    }

    // Once: what has been answered stays answered.
    private void ask(String login, DemoAccount account, Written written) {
        var subscriber = subscribers.open(Login.of(login), "yagoda1");
        connect.link(subscriber, account.supplier(), account.household().number());
        links.find(subscriber, account.household().account())
                .filter(link -> applications.latest(subscriber, link.account()).isEmpty())
                .ifPresent(link -> applications.send(subscriber, link, written, Caller.PORTAL));
    }
}
