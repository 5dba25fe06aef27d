package golubika.subscribers;

import golubika.subscribers.RobotChecks.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.altcha.altcha.Altcha;

/// ALTCHA, version 1: find the number whose hash with the salt is the one that was asked for. About a second's work
/// on a cheap phone, and a thousandth of that for us to check.
public final class ProofOfWork {

    private static final long LARGEST = 50_000;
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private ProofOfWork() {}

    /// What the browser is asked, in the names of the protocol.
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    static Challenge challenge(String key, Instant now) {
        try {
            var made = Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setAlgorithm(Altcha.Algorithm.SHA256)
                    .setMaxNumber(LARGEST)
                    .setSecureRandomNumber(true)
                    .setHmacKey(key)
                    .setExpires(now.plus(GOOD_FOR).getEpochSecond()));
            return new Challenge(made.algorithm, made.challenge, LARGEST, made.salt, made.signature);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param solution Base64 of the protocol's JSON
    static Verdict check(String solution, String key, Instant now) {
        try {
            var expires = expires(solution);
            // The library would ask the machine's clock; ours is injected, so we compare ourselves.
            if (!expires.isAfter(now) || !Altcha.verifySolution(solution, key, false)) {
                return new Verdict.NotShown();
            }
            return new Verdict.Human(part(solution, "challenge"), expires);
        } catch (Exception e) {
            return new Verdict.NotShown();
        }
    }

    private static Instant expires(String solution) throws Exception {
        return Instant.ofEpochSecond(
                Long.parseLong(Altcha.extractParams(part(solution, "salt")).getOrDefault("expires", "0")));
    }

    private static String part(String solution, String name) {
        var json = new String(Base64.getDecoder().decode(solution), StandardCharsets.UTF_8);
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(json)
                .get(name)
                .asString();
    }
}
