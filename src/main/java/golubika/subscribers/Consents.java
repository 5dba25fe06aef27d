package golubika.subscribers;

import golubika.notifications.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people have agreed to: who, when, which version, from where.
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Letters letters;
    private final Clock clock;

    Consents(JdbcClient jdbc, Outbox outbox, Letters letters, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    /// How far this person has come in.
    public Standing standing(SubscriberId subscriber) {
        return jdbc.sql("""
                select case
                    when confirmed_at is null then 'UNCONFIRMED'
                    when not exists (
                        select from consent
                        where subscriber_id = :subscriber and document = :document and version = :version)
                    then 'UNSIGNED'
                    else 'INSIDE'
                end
                from subscriber
                where subscriber_id = :subscriber
                """)
                .param("subscriber", subscriber.value())
                .param("document", Document.PERSONAL_DATA.name())
                .param("version", Document.PERSONAL_DATA.version())
                .query(Standing.class)
                .optional()
                .orElse(Standing.UNCONFIRMED);
    }

    /// Whether another version of the document was signed before.
    public boolean signedEarlier(SubscriberId subscriber, Document document) {
        return jdbc.sql("""
                select exists (
                    select from consent
                    where subscriber_id = :subscriber and document = :document and version <> :version)
                """)
                .param("subscriber", subscriber.value())
                .param("document", document.name())
                .param("version", document.version())
                .query(Boolean.class)
                .single();
    }

    /// Signs the consent to the processing of personal data and sends the person a copy. A second time changes nothing.
    ///
    /// @param address network address that the signature comes from
    @Transactional
    public void sign(Subscriber subscriber, String address) {
        if (record(subscriber.id(), Document.PERSONAL_DATA, address)) {
            outbox.put(letters.signedCopy(subscriber.login(), Document.PERSONAL_DATA));
        }
    }

    /// Keeps the present version as accepted, with its words; false when it was already.
    boolean record(SubscriberId subscriber, Document document, String address) {
        jdbc.sql("insert into signed_document (version, words) values (:version, :words) on conflict do nothing")
                .param("version", document.version())
                .param("words", document.words())
                .update();
        return jdbc.sql("""
                insert into consent (subscriber_id, document, version, signed_at, network)
                values (:subscriber, :document, :version, :now, :address)
                on conflict do nothing
                """)
                        .param("subscriber", subscriber.value())
                        .param("document", document.name())
                        .param("version", document.version())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("address", address)
                        .update()
                == 1;
    }
}
