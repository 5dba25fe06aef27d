package golubika.subscribers;

import golubika.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.json.JsonMapper;

/// Does the work that a visitor's browser would do.
public final class RobotSolver {

    private RobotSolver() {}

    public static String solve(Visitor visitor) {
        var asked =
                JsonMapper.shared().readValue(visitor.get("/register/challenge").text(), ProofOfWork.Challenge.class);
        try {
            var number = Altcha.solveChallenge(
                            asked.challenge(), asked.salt(), Altcha.Algorithm.SHA256, asked.maxnumber(), 0)
                    .number;
            var solution = """
                    {"algorithm":"%s","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}""".formatted(asked.algorithm(), asked.challenge(), number, asked.salt(), asked.signature());
            return Base64.getEncoder().encodeToString(solution.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
