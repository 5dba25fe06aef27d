package golubika.demo;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.audit.Caller;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// People with a ready login.
@Component
@Conditional(OnDemo.class)
public class DemoPeople {

    /// @param full whether the full version is open
    public record Connection(String supplier, String number, boolean full) {}

    /// @param connections the accounts of this cabinet
    public record Person(String login, String password, List<Connection> connections) {
        public String printedLogin() {
            return Login.of(login).printed();
        }

        public String numbers() {
            return connections.stream().map(Connection::number).collect(Collectors.joining(", "));
        }
    }

    /// The first has accounts, the others connect them themselves; one has a phone for a login.
    public static final List<Person> ALL = List.of(
            new Person(
                    "vera@example.com",
                    "yagoda1",
                    List.of(
                            new Connection("kaluga", "407012345", true),
                            new Connection("kirov", "23185952", false),
                            new Connection("ptg-dag", "5812345678", true))),
            new Person("anna@example.com", "klyukva2", List.of()),
            new Person("+79000000001", "moroshka3", List.of()));

    private final Subscribers subscribers;
    private final LinkAccount connect;
    private final OpenFull openFull;
    private final Links links;

    DemoPeople(Subscribers subscribers, LinkAccount connect, OpenFull openFull, Links links) {
        this.subscribers = subscribers;
        this.connect = connect;
        this.openFull = openFull;
        this.links = links;
    }

    void comeIn(List<DemoAccount> accounts) {
        for (var person : ALL) {
            var subscriber = subscribers.open(Login.of(person.login()), person.password());
            for (var connection : person.connections()) {
                accounts.stream()
                        .filter(account -> account.supplier().code().value().equals(connection.supplier())
                                && account.household().number().equals(connection.number()))
                        .forEach(account -> connect(subscriber, account, connection.full()));
            }
        }
    }

    private void connect(SubscriberId subscriber, DemoAccount account, boolean full) {
        connect.link(subscriber, account.supplier(), account.household().number());
        if (full) {
            links.find(subscriber, account.household().account())
                    .filter(link -> !link.isFull())
                    .ifPresent(link -> openFull.open(
                            subscriber, link, "pin", account.household().pin(), Caller.PORTAL));
        }
    }
}
