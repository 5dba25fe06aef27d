package golubika.subscribers;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people agree to, version by version: asked for, signed, withdrawn.
@Component
public class Consents {

    private static final List<String> PRESENT =
            Arrays.stream(Document.values()).map(Document::version).toList();

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Removals removals;
    private final Sessions sessions;
    private final Notices notices;
    private final Letters letters;
    private final AuditTrail audit;

    Consents(
            JdbcClient jdbc,
            Signatures signatures,
            Removals removals,
            Sessions sessions,
            Notices notices,
            Letters letters,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.signatures = signatures;
        this.removals = removals;
        this.sessions = sessions;
        this.notices = notices;
        this.letters = letters;
        this.audit = audit;
    }

    /// How far this person has come in.
    public Standing standing(SubscriberId subscriber) {
        return jdbc.sql("""
                select case
                    when confirmed_at is null then 'UNCONFIRMED'
                    when (
                        select count(*) from consent
                        where subscriber_id = :subscriber and version in (:versions) and withdrawn_at is null
                    ) < :documents then 'UNSIGNED'
                    else 'INSIDE'
                end
                from subscriber
                where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber.value())
                .param("versions", PRESENT)
                .param("documents", PRESENT.size())
                .query(Standing.class)
                .optional()
                .orElse(Standing.UNCONFIRMED);
    }

    /// The next document to sign; none when all are signed in their present versions.
    public Optional<Document> next(SubscriberId subscriber) {
        var standing = signatures.of(subscriber).stream()
                .filter(signature -> signature.withdrawnAt() == null)
                .map(signature -> signature.text().version())
                .toList();
        return Arrays.stream(Document.values())
                .filter(document -> !standing.contains(document.version()))
                .findFirst();
    }

    /// The version of a document that this person signed last, if any.
    public Optional<Signature> latest(SubscriberId subscriber, Document document) {
        return signatures.of(subscriber).stream()
                .filter(signature -> signature.document() == document)
                .findFirst();
    }

    /// Signs the present version and sends the person its words. A second time changes nothing. Who signs what they had
    /// withdrawn keeps the cabinet.
    @Transactional
    public void sign(Subscriber subscriber, Document document, Caller caller) {
        if (!signatures.add(subscriber, document, caller)) {
            return;
        }
        notices.mention(List.of(Login.of(subscriber.login())), login -> letters.signedCopy(login, document));
        audit.note(
                subscriber.id().value(),
                "subscribers.audit.signed",
                document.text().title(),
                caller);
        if (document == Document.PERSONAL_DATA) {
            removals.takeBackWithdrawal(subscriber, caller);
        }
    }

    /// Withdraws the consent to the processing of personal data: nothing works any more, and after the cooling-off the
    /// cabinet is deleted, unless the person signs once more.
    ///
    /// @param session id of the session that goes on, as far as who has not signed
    @Transactional
    public void withdraw(Subscriber subscriber, String session, Caller caller) {
        if (!signatures.withdraw(subscriber.id(), Document.PERSONAL_DATA, caller)) {
            return;
        }
        audit.note(subscriber.id().value(), "subscribers.audit.withdrawn", caller);
        sessions.endOthers(subscriber.id(), session);
        removals.afterWithdrawal(subscriber, caller);
    }
}
