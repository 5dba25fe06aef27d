package golubika.subscribers;

import golubika.audit.Caller;
import golubika.site.PortalSecret;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The kept proofs of what people have signed. They outlive the cabinet: by part 3 of article 9 of 152-ФЗ the operator
/// has to prove the consent. With the cabinet goes whom a proof names; a keyed hash of the login stays in its place, by
/// which it is found only by who brings the login and holds the installation's secret.
@Component
public class Signatures {

    private static final byte[] PURPOSE = "login of a signature: ".getBytes(StandardCharsets.UTF_8);

    private static final RowMapper<Signature> SIGNATURE = (row, number) -> {
        var withdrawnAt = row.getTimestamp("withdrawn_at");
        return new Signature(
                row.getObject("signature_id", UUID.class),
                Document.valueOf(row.getString("document")),
                new DocumentText(row.getString("words")),
                row.getString("login"),
                row.getTimestamp("signed_at").toInstant(),
                row.getString("network"),
                row.getString("device"),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    };

    private final JdbcClient jdbc;
    private final PortalSecret secret;
    private final Clock clock;

    Signatures(JdbcClient jdbc, PortalSecret secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
    }

    /// What a person has signed, the newest first.
    public List<Signature> of(SubscriberId subscriber) {
        return jdbc.sql("""
                select c.signature_id, c.document, d.words, c.login, c.signed_at, c.network, c.device, c.withdrawn_at
                from consent c join signed_document d on d.version = c.version
                where c.subscriber_id = :subscriber and c.login is not null
                order by c.signed_at desc, c.document desc
                """)
                .param("subscriber", subscriber.value())
                .query(SIGNATURE)
                .list();
    }

    public Optional<Signature> find(SubscriberId subscriber, UUID signature) {
        return of(subscriber).stream().filter(one -> one.id().equals(signature)).findFirst();
    }

    /// Keeps the present version as signed, with its words; false when it was already.
    boolean add(Subscriber subscriber, Document document, Caller caller) {
        jdbc.sql("insert into signed_document (version, words) values (:version, :words) on conflict do nothing")
                .param("version", document.version())
                .param("words", document.text().words())
                .update();
        return jdbc.sql("""
                insert into consent
                    (subscriber_id, signature_id, document, version, login, signed_at, network, device)
                values (:subscriber, :id, :document, :version, :login, :now, :address, :device)
                on conflict do nothing
                """)
                        .param("subscriber", subscriber.id().value())
                        .param("id", UUID.randomUUID())
                        .param("document", document.name())
                        .param("version", document.version())
                        .param("login", subscriber.login())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("address", caller.network())
                        .param("device", caller.device())
                        .update()
                == 1;
    }

    /// Notes that a person no longer stands by a document, whatever version; false when they did not anyway.
    boolean withdraw(SubscriberId subscriber, Document document, Caller caller) {
        return jdbc.sql("""
                update consent set withdrawn_at = :now, withdrawn_from = :address
                where subscriber_id = :subscriber and document = :document and withdrawn_at is null
                """)
                        .param("subscriber", subscriber.value())
                        .param("document", document.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("address", caller.network())
                        .update()
                > 0;
    }

    /// Takes the person out of the proofs, for good. May be repeated.
    void unname(SubscriberId subscriber) {
        for (var signature : of(subscriber)) {
            jdbc.sql("""
                    update consent set login = null, login_hash = :hash
                    where subscriber_id = :subscriber and signature_id = :id
                    """)
                    .param("subscriber", subscriber.value())
                    .param("id", signature.id())
                    .param("hash", secret.hash(PURPOSE, signature.login()))
                    .update();
        }
    }

    /// Proofs of what a person signed whose cabinet is gone: their number, by the login that they bring.
    int countOf(Login formerLogin) {
        return jdbc.sql("select count(*) from consent where login_hash = :hash")
                .param("hash", secret.hash(PURPOSE, formerLogin.value()))
                .query(Integer.class)
                .single();
    }
}
