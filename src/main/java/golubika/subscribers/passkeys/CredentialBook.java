package golubika.subscribers.passkeys;

import golubika.subscribers.SubscriberId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// The passkeys as the protocol's library sees them. Its user handle is the subscriber's id.
@Component
class CredentialBook implements UserCredentialRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    CredentialBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static Bytes handle(SubscriberId subscriber) {
        var id = subscriber.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static SubscriberId subscriber(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new SubscriberId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /// Whose passkey it is.
    Optional<SubscriberId> owner(Bytes credential) {
        return jdbc.sql("select subscriber_id from passkey_owner where credential_id = :credential")
                .param("credential", credential.getBytes())
                .query(UUID.class)
                .optional()
                .map(SubscriberId::new);
    }

    /// Whether it lets in still, and does so until the transaction ends.
    boolean holds(SubscriberId subscriber, Bytes credential) {
        return jdbc.sql("""
                select passkey_id from passkey
                where subscriber_id = :subscriber and credential_id = :credential
                for share
                """)
                .param("subscriber", subscriber.value())
                .param("credential", credential.getBytes())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// @param passkey as forms name it
    void remove(SubscriberId subscriber, UUID passkey) {
        jdbc.sql("""
                delete from passkey_owner where credential_id in (
                    select credential_id from passkey
                    where subscriber_id = :subscriber and passkey_id = :passkey)
                """)
                .param("subscriber", subscriber.value())
                .param("passkey", passkey)
                .update();
        jdbc.sql("delete from passkey where subscriber_id = :subscriber and passkey_id = :passkey")
                .param("subscriber", subscriber.value())
                .param("passkey", passkey)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return owner(credential)
                .flatMap(subscriber -> jdbc.sql("""
                        select * from passkey where subscriber_id = :subscriber and credential_id = :credential
                        """)
                        .param("subscriber", subscriber.value())
                        .param("credential", credential.getBytes())
                        .query(CredentialBook::read)
                        .optional())
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkey where subscriber_id = :subscriber order by added_at, passkey_id")
                .param("subscriber", subscriber(handle).value())
                .query(CredentialBook::read)
                .list();
    }

    @Override
    public void save(CredentialRecord passkey) {
        if (findByCredentialId(passkey.getCredentialId()) == null) {
            add(passkey);
        } else {
            use(passkey);
        }
    }

    /// Forms know another name of it.
    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException();
    }

    private void add(CredentialRecord passkey) {
        jdbc.sql("insert into passkey_owner (credential_id, subscriber_id) values (:credential, :subscriber)")
                .param("credential", passkey.getCredentialId().getBytes())
                .param("subscriber", subscriber(passkey.getUserEntityUserId()).value())
                .update();
        var attestation = passkey.getAttestationObject();
        jdbc.sql("""
                insert into passkey
                    (subscriber_id, passkey_id, credential_id, name, public_key, attestation, transports, sign_count,
                     backup_eligible, backed_up, added_at)
                values (:subscriber, :id, :credential, :name, :publicKey, :attestation, :transports, :count,
                     :eligible, :backedUp, :now)
                """)
                .param("subscriber", subscriber(passkey.getUserEntityUserId()).value())
                .param("id", UUID.randomUUID())
                .param("credential", passkey.getCredentialId().getBytes())
                .param("name", passkey.getLabel())
                .param("publicKey", passkey.getPublicKey().getBytes())
                .param("attestation", attestation == null ? new byte[0] : attestation.getBytes())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("count", passkey.getSignatureCount())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// The library compares the counter with the one at registration only. One that does not grow belongs to a copy of
    /// the authenticator; those that do not count stay at zero.
    private void use(CredentialRecord passkey) {
        var used = jdbc.sql("""
                update passkey
                set sign_count = :count, backed_up = :backedUp, used_at = :now
                where subscriber_id = :subscriber and credential_id = :credential
                  and (sign_count < :count or sign_count = 0 and :count = 0)
                """)
                .param("subscriber", subscriber(passkey.getUserEntityUserId()).value())
                .param("credential", passkey.getCredentialId().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("backedUp", passkey.isBackupState())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (used == 0) {
            throw new IllegalArgumentException("the counter of the authenticator does not grow: it has been copied");
        }
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new SubscriberId(row.getObject("subscriber_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .created(row.getTimestamp("added_at").toInstant())
                .label(row.getString("name"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String stored) {
        return Arrays.stream(StringUtils.tokenizeToStringArray(stored, ","))
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
