package golubika.subscribers.web;

import golubika.site.Texts;
import golubika.subscribers.Sessions;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts «Где вы вошли» together.
@Component
class SessionsParts {

    private final Sessions sessions;
    private final HttpServletRequest request;
    private final Texts texts;

    SessionsParts(Sessions sessions, HttpServletRequest request, Texts texts) {
        this.sessions = sessions;
        this.request = request;
        this.texts = texts;
    }

    SessionsPart of(Subscriber subscriber) {
        return new SessionsPart(
                sessions.of(subscriber.id(), request.getSession().getId()).stream()
                        .map(this::row)
                        .toList());
    }

    /// «неизвестное устройство» where a browser says nothing of use.
    String device(@Nullable String device) {
        return device == null ? texts.of("subscribers.device.unknown") : device;
    }

    private SessionsPart.Row row(Sessions.Session session) {
        var seen = session.current() ? texts.of("subscribers.sessions.now") : Moments.written(session.lastSeen());
        var device = device(session.from().device());
        return new SessionsPart.Row(
                session.handle(),
                Character.toUpperCase(device.charAt(0)) + device.substring(1),
                Stream.of(seen, session.from().maskedAddress())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                device.startsWith("Android") || device.startsWith("iPhone") ? "smartphone" : "session",
                session.current());
    }
}
