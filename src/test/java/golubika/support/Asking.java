package golubika.support;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.subscribers.RobotSolver;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Visitor;
import golubika.testing.Visitors.Household;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who write to support, for tests.
final class Asking {

    private final JdbcClient jdbc;
    private final Suppliers suppliers;
    private final LinkAccount linking;
    private final Links links;
    private final SendRequest sending;

    Asking(JdbcClient jdbc, Suppliers suppliers, LinkAccount linking, Links links, SendRequest sending) {
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.linking = linking;
        this.links = links;
        this.sending = sending;
    }

    /// Connects an account of its own of the usual supplier, by number alone.
    AnAccount connected(Household household) {
        ASupplier.in(suppliers, jdbc);
        var account = AnAccount.anAccount(jdbc);
        connect(household, account);
        return account;
    }

    void connect(Household household, AnAccount account) {
        linking.link(household.id(), suppliers.get(account.supplier()), account.number());
    }

    /// A request about the account, without the form.
    RequestId asked(SubscriberId by, AnAccount account, String words) {
        var link = links.find(by, account.id()).orElseThrow();
        return sending.send(by, link, question(Topic.CHARGES, words)).id();
    }

    /// A request about nothing in particular.
    RequestId asked(SubscriberId by, String words, KeptFile... files) {
        var said = new Said(words, List.of(files));
        return sending.send(by, null, new SendRequest.Question(UUID.randomUUID(), Topic.OTHER, said))
                .id();
    }

    static SendRequest.Question question(Topic topic, String words) {
        return new SendRequest.Question(UUID.randomUUID(), topic, new Said(words, List.of()));
    }

    /// The form of a subscriber.
    static Map<String, String> form(AnAccount account, String words) {
        return new HashMap<>(Map.of(
                "form",
                UUID.randomUUID().toString(),
                "topic",
                "READINGS",
                "account",
                account == null ? "none" : account.id().toString(),
                "text",
                words));
    }

    /// The form of a guest, who has solved the robot check.
    static Map<String, String> guestForm(Visitor guest, String mail, String words) {
        return new HashMap<>(Map.of(
                "form",
                UUID.randomUUID().toString(),
                "topic",
                "ENTRANCE",
                "supplier",
                "none",
                "number",
                "",
                "text",
                words,
                "mail",
                mail,
                "solution",
                RobotSolver.solve(guest)));
    }

    static Desk desk() {
        return new Desk(ASupplier.CODE);
    }
}
