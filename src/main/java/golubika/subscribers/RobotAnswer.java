package golubika.subscribers;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/// What a form brings to show that its sender is no robot: the browser's work, or the answer to a question.
///
/// @param question comes only from browsers without scripts
public record RobotAnswer(String solution, String question, String letter) {

    public static final RobotAnswer NONE = new RobotAnswer("", "", "");

    public static RobotAnswer of(@Nullable String solution, @Nullable String question, @Nullable String letter) {
        return new RobotAnswer(
                requireNonNullElse(solution, ""), requireNonNullElse(question, ""), requireNonNullElse(letter, ""));
    }

    public boolean isWithoutScripts() {
        return !question.isEmpty() && solution.isEmpty();
    }

    /// The field that a complaint stands at.
    public String field() {
        return isWithoutScripts() ? "letter" : "human";
    }
}
