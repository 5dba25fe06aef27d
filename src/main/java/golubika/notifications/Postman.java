package golubika.notifications;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Brings waiting letters on their way: at once after they were put, and again and again by a job. Each arrives at
/// least once; a repeat after a crash bears the same id.
@Component
class Postman implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Map<Message.Kind, Route> routes = new EnumMap<>(Message.Kind.class);
    private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();

    /// @param channels for each kind of message, the first of them by order that carries it is used
    Postman(WaitingLetters letters, ObjectProvider<Channel> channels, Clock clock) {
        for (var kind : Message.Kind.values()) {
            channels.orderedStream()
                    .filter(channel -> channel.carries(kind))
                    .findFirst()
                    .ifPresent(channel -> routes.put(kind, new Route(kind, channel, letters, clock)));
        }
        if (!carries(Message.Kind.MAIL)) {
            log.warn("letters wait in the outbox: spring.mail.host names no mail server");
        }
    }

    boolean carries(Message.Kind kind) {
        return routes.containsKey(kind);
    }

    /// Kinds whose links and codes do not stay in the outbox.
    Collection<Message.Kind> forgetful() {
        Set<Message.Kind> kinds = EnumSet.allOf(Message.Kind.class);
        kinds.removeIf(kind -> {
            var route = routes.get(kind);
            return route != null && route.keepsSecrets();
        });
        return kinds;
    }

    /// Starts a round soon, in the background.
    void nudge(Message.Kind kind) {
        var route = routes.get(kind);
        if (route != null && !rounds.isShutdown()) {
            route.nudge(rounds);
        }
    }

    /// Sends what is due now. Returns how many letters left.
    int deliver(Message.Kind kind) {
        var route = routes.get(kind);
        return route == null ? 0 : route.deliver();
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.shutdown();
        if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("a letter was still under way; it is tried again after the next start");
        }
    }
}
