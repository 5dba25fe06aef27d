package golubika.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/// An authenticator without a browser: one passkey of ES256, attested by nobody (W3C WebAuthn, sections 6.1 and 6.5).
/// It does not count its uses.
public final class SoftPasskey {

    private static final int PRESENT_AND_VERIFIED = 0b101;
    private static final int WITH_CREDENTIAL = 0b1000000;

    private final String origin;
    private final byte[] id = new byte[16];
    private final KeyPair keys;

    /// @param origin of the portal's pages, `http://localhost:8080`
    public SoftPasskey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The browser's credential for a form that adds a passkey.
    ///
    /// @param challenge as in the question, Base64 for URLs
    public String created(String challenge) {
        var data = clientData("webauthn.create", challenge);
        return credential("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(base64(data), base64(attestation())));
    }

    /// The browser's credential for the form that signs in.
    public String signed(String challenge) {
        var data = clientData("webauthn.get", challenge);
        var authenticator = authenticatorData(PRESENT_AND_VERIFIED, new byte[0]);
        return credential("\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\""
                .formatted(base64(data), base64(authenticator), base64(signature(join(authenticator, sha256(data))))));
    }

    private String credential(String response) {
        return """
                {"id":"%s","rawId":"%s","type":"public-key","authenticatorAttachment":"platform",
                 "clientExtensionResults":{},"response":{%s}}""".formatted(base64(id), base64(id), response);
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// CBOR of `{"fmt": "none", "attStmt": {}, "authData": …}`.
    private byte[] attestation() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var cose = join(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX().toByteArray()),
                hex("225820"),
                coordinate(point.getAffineY().toByteArray()));
        var named = join(new byte[16], hex("0010"), id, cose);
        var data = authenticatorData(PRESENT_AND_VERIFIED | WITH_CREDENTIAL, named);
        return join(
                hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) data.length},
                data);
    }

    private static byte[] authenticatorData(int flags, byte[] credential) {
        var party = sha256("localhost".getBytes(StandardCharsets.UTF_8));
        return join(party, new byte[] {(byte) flags}, new byte[4], credential);
    }

    private byte[] signature(byte[] text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// 32 bytes, whatever sign or leading zeros Java gives a number.
    private static byte[] coordinate(byte[] number) {
        var from = Math.max(0, number.length - 32);
        return ByteBuffer.allocate(32)
                .position(32 - (number.length - from))
                .put(number, from, number.length - from)
                .array();
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
