package golubika.subscribers.passkeys;

import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/// The portal as authenticators see it, and what it asks of them: a passkey that the device keeps by itself, and that
/// its owner unlocks each time, since it takes the place of login and password. What kind of device it is, is nobody's
/// business, so none has to attest anything.
@Component
class RelyingParty {

    private final PortalAddress address;
    private final CredentialBook credentials;
    private final Texts texts;
    private volatile @Nullable WebAuthnRelyingPartyOperations operations;

    RelyingParty(PortalAddress address, CredentialBook credentials, Texts texts) {
        this.address = address;
        this.credentials = credentials;
        this.texts = texts;
    }

    /// The library, once the portal knows its address.
    WebAuthnRelyingPartyOperations operations() {
        var known = operations;
        if (known == null) {
            known = new Webauthn4JRelyingPartyOperations(new Owners(), credentials, entity(), Set.of(address.origin()));
            operations = known;
        }
        return known;
    }

    PublicKeyCredentialCreationOptions creation(Subscriber subscriber, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(entity())
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(CredentialBook.handle(subscriber.id()))
                        .name(subscriber.login())
                        .displayName(subscriber.printedLogin())
                        .build())
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(present(subscriber))
                .timeout(Challenges.GOOD_FOR)
                .build();
    }

    PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(entity().getId())
                .challenge(challenge)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(List.of())
                .timeout(Challenges.GOOD_FOR)
                .build();
    }

    private PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder()
                .id(address.host())
                .name(texts.of("site.name"))
                .build();
    }

    private List<PublicKeyCredentialDescriptor> present(Subscriber subscriber) {
        return credentials.findByUserId(CredentialBook.handle(subscriber.id())).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
    }

    /// Whoever owns a passkey is known by its handle alone.
    private static final class Owners implements PublicKeyCredentialUserEntityRepository {

        @Override
        public PublicKeyCredentialUserEntity findById(Bytes handle) {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(handle)
                    .name(handle.toBase64UrlString())
                    .displayName("")
                    .build();
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Bytes handle) {
            throw new UnsupportedOperationException();
        }
    }
}
