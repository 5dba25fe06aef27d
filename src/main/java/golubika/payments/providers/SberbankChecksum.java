package golubika.payments.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The symmetric checksum of callbacks of Сбербанк: HMAC-SHA256 over the parameters in the order of their names, each
/// as `name;value;`, in capital hexadecimal digits.
final class SberbankChecksum {

    private static final Set<String> LEFT_OUT = Set.of("checksum", "sign_alias");

    private SberbankChecksum() {}

    static boolean isRight(Map<String, String> parameters, String key) {
        var told = parameters.getOrDefault("checksum", "").toUpperCase(Locale.ROOT);
        return MessageDigest.isEqual(
                told.getBytes(StandardCharsets.UTF_8), of(parameters, key).getBytes(StandardCharsets.UTF_8));
    }

    static String of(Map<String, String> parameters, String key) {
        var data = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !LEFT_OUT.contains(parameter.getKey()))
                        .map(parameter -> parameter.getKey() + ";" + parameter.getValue() + ";")
                        .collect(Collectors.joining());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().withUpperCase().formatHex(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
