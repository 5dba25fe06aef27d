package golubika.testing;

import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/// Where the visitors of a test come from. Each has a network of its own, so that no test uses up another's limits.
public final class Visitors {

    public static final String PASSWORD = "berry7";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Supplier<String> portal;
    private final Subscribers subscribers;

    Visitors(Environment environment, Subscribers subscribers) {
        this(() -> "http://localhost:" + environment.getRequiredProperty("local.server.port"), subscribers);
    }

    private Visitors(Supplier<String> portal, Subscribers subscribers) {
        this.portal = portal;
        this.subscribers = subscribers;
    }

    /// A household with a cabinet of its own, confirmed and signed.
    public record Household(SubscriberId id, String login) {}

    public Household household() {
        var login = freshLogin();
        return new Household(subscribers.open(Login.of(login), PASSWORD), login);
    }

    /// Visitors of another node of the portal.
    public Visitors at(String otherPortal) {
        return new Visitors(() -> otherPortal, subscribers);
    }

    /// Somebody who has not signed in.
    public Visitor guest() {
        return new Visitor(address(), freshNetwork());
    }

    /// Somebody who is inside.
    public Visitor signedIn(Household household) {
        var visitor = guest();
        var answer = visitor.post("/login", Map.of("login", household.login(), "password", PASSWORD));
        if (answer.status() != 302) {
            throw new IllegalStateException("not let in: " + answer.status());
        }
        return visitor;
    }

    public String address() {
        return portal.get();
    }

    public static String freshLogin() {
        return "berry-" + UUID.randomUUID() + "@example.com";
    }

    /// An address for documentation and benchmarks that no proxy of ours has (RFC 2544).
    static String freshNetwork() {
        var number = NETWORKS.incrementAndGet();
        return "198.18." + number / 250 % 250 + "." + (1 + number % 250);
    }
}
