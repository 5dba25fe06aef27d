package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.notifications.Outbox;
import golubika.site.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this module tells a person about themselves.
@Configuration(proxyBeanMethods = false)
class OwnData {

    private static final int ALL = Integer.MAX_VALUE;

    private final JdbcClient jdbc;
    private final Texts texts;

    OwnData(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Part(String name, String about, Function<SubscriberId, Object> content) implements PersonalData {
        @Override
        public Object of(SubscriberId subscriber) {
            return content.apply(subscriber);
        }
    }

    @Bean
    PersonalData profileData() {
        return part("profile", subscriber -> rows("""
                select login, other_login, name, registered_at, confirmed_at, removal_due_at
                from subscriber where subscriber_id = :subscriber
                """, subscriber));
    }

    @Bean
    PersonalData loginData() {
        return part("logins", subscriber -> rows("""
                select login, confirmed, made_at from login where subscriber_id = :subscriber order by made_at
                """, subscriber));
    }

    @Bean
    PersonalData consentData(Signatures signatures) {
        return part(
                "consents",
                subscriber ->
                        signatures.of(subscriber).stream().map(OwnData::told).toList());
    }

    @Bean
    PersonalData wishData(Wishes wishes) {
        return part("reminders", wishes::of);
    }

    @Bean
    PersonalData sessionData(Sessions sessions) {
        return part(
                "sessions",
                subscriber -> sessions.of(subscriber, "").stream()
                        .map(session -> from(session.from(), "seen_at", session.lastSeen()))
                        .toList());
    }

    @Bean
    PersonalData historyData(AuditTrail audit) {
        return part(
                "history",
                subscriber -> audit.of(subscriber.value(), 0, ALL).stream()
                        .map(this::told)
                        .toList());
    }

    @Bean
    PersonalData letterData(Outbox outbox) {
        return part(
                "letters",
                subscriber -> claims(subscriber).stream()
                        .flatMap(claim -> outbox.of(claim.login, claim.madeAt).stream())
                        .toList());
    }

    private Part part(String name, Function<SubscriberId, Object> content) {
        return new Part(name, texts.of("subscribers.export." + name), content);
    }

    private List<Map<String, Object>> rows(String sql, SubscriberId subscriber) {
        return jdbc.sql(sql).param("subscriber", subscriber.value()).query().listOfRows();
    }

    /// @param madeAt from then on letters to the login are this person's: before, it may have been another's
    private record Claim(String login, Instant madeAt) {}

    private List<Claim> claims(SubscriberId subscriber) {
        return jdbc.sql(
                        "select login, made_at from login where subscriber_id = :subscriber and confirmed order by login")
                .param("subscriber", subscriber.value())
                .query((row, number) -> new Claim(
                        row.getString("login"), row.getTimestamp("made_at").toInstant()))
                .list();
    }

    private Map<String, Object> told(AuditTrail.Entry entry) {
        var told = from(entry.caller(), "at", entry.at());
        told.put("what", texts.of(entry.kind(), entry.detail()));
        return told;
    }

    private static Map<String, Object> from(Caller caller, String moment, Instant at) {
        var told = new LinkedHashMap<String, Object>();
        told.put(moment, at);
        if (caller.address() != null) {
            told.put("address", caller.address());
        }
        if (caller.device() != null) {
            told.put("device", caller.device());
        }
        return told;
    }

    private static Map<String, Object> told(Signature signature) {
        var told = new LinkedHashMap<String, Object>();
        told.put("document", signature.text().title());
        told.put("edition", signature.text().edition());
        told.put("sha256", signature.text().version());
        told.put("login", signature.login());
        told.put("signed_at", signature.signedAt());
        told.put("address", signature.address());
        if (signature.device() != null) {
            told.put("device", signature.device());
        }
        if (signature.withdrawnAt() != null) {
            told.put("withdrawn_at", signature.withdrawnAt());
        }
        told.put("words", signature.text().words());
        return told;
    }
}
