package golubika.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// Sessions that note a visit to the minute only: a session that a page has merely read is not written again. What is
/// put into one is stored at once and not with the answer, so that whoever ends all sessions of a person meanwhile
/// finds it.
final class CalmSessions<S extends Session> implements SessionRepository<CalmSessions.Calm<S>> {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SessionRepository<S> sessions;

    CalmSessions(SessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Calm<S> createSession() {
        return new Calm<>(sessions.createSession(), sessions);
    }

    @Override
    public void save(Calm<S> session) {
        sessions.save(session.session());
    }

    @Override
    public @Nullable Calm<S> findById(String id) {
        var found = sessions.findById(id);
        return found == null ? null : new Calm<>(found, sessions);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    record Calm<S extends Session>(S session, SessionRepository<S> sessions) implements Session {

        @Override
        public void setLastAccessedTime(Instant time) {
            if (time.isAfter(getLastAccessedTime().plus(MINUTE))) {
                session.setLastAccessedTime(time);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
            sessions.save(session);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
