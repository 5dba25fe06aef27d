package golubika.subscribers;

import static java.util.Locale.ROOT;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// «Какая буква третья в слове «черника»?», for browsers without scripts.
///
/// @param place  1 for the first letter
/// @param signed goes with the form and comes back; its signature keeps a robot from asking itself something easier
public record LetterQuestion(String word, int place, Instant validUntil, String signed) {

    private static final List<String> WORDS = List.of(
            "черника",
            "брусника",
            "клюква",
            "малина",
            "морошка",
            "рябина",
            "калина",
            "смородина",
            "земляника",
            "ежевика",
            "крыжовник",
            "костяника",
            "облепиха",
            "шиповник");
    private static final int PLACES = 5;
    private static final Duration GOOD_FOR = Duration.ofHours(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    static LetterQuestion ask(String key, Instant now) {
        var word = RANDOM.nextInt(WORDS.size());
        var place = 1 + RANDOM.nextInt(PLACES);
        var until = now.plus(GOOD_FOR).getEpochSecond();
        var question = "%d.%d.%d.%016x".formatted(word, place, until, RANDOM.nextLong());
        return new LetterQuestion(
                WORDS.get(word), place, Instant.ofEpochSecond(until), question + '.' + signature(question, key));
    }

    /// The question that the text stands for, if we asked it and not too long ago.
    static Optional<LetterQuestion> read(String signed, String key, Instant now) {
        var end = signed.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        var question = signed.substring(0, end);
        var ours = MessageDigest.isEqual(
                signature(question, key).getBytes(StandardCharsets.UTF_8),
                signed.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        if (!ours) {
            return Optional.empty();
        }
        var parts = List.of(question.split("\\."));
        var until = Instant.ofEpochSecond(Long.parseLong(parts.get(2)));
        var word = WORDS.get(Integer.parseInt(parts.get(0)));
        return until.isAfter(now)
                ? Optional.of(new LetterQuestion(word, Integer.parseInt(parts.get(1)), until, signed))
                : Optional.empty();
    }

    boolean isRight(String answer) {
        return word.substring(place - 1, place).equals(answer.strip().toLowerCase(ROOT));
    }

    private static String signature(String question, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("letter:" + question).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
