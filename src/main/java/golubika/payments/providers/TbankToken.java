package golubika.payments.providers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The token of T-Bank's messages, ours and its own: SHA-256 of the values of the outermost scalars and of the
/// password,
/// in the order of their names.
final class TbankToken {

    private TbankToken() {}

    static boolean isRight(JsonNode message, String password) {
        var told = Words.text(message, "Token");
        return told != null
                && MessageDigest.isEqual(
                        told.getBytes(StandardCharsets.UTF_8),
                        of(message, password).getBytes(StandardCharsets.UTF_8));
    }

    static String of(JsonNode message, String password) {
        var values = new TreeMap<String, String>();
        message.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), Words.plain(field.getValue()));
            }
        });
        values.remove("Token");
        values.put("Password", password);
        return sha256(String.join("", values.values()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
