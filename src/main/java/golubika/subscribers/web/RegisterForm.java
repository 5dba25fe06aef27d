package golubika.subscribers.web;

import static java.util.Objects.requireNonNullElse;

import golubika.subscribers.RobotAnswer;
import org.jspecify.annotations.Nullable;

/// What the browser sends to register; a field that is missing counts as empty.
///
/// @param question comes only from browsers without scripts
record RegisterForm(
        @Nullable String login,
        @Nullable String password,
        @Nullable String password2,
        @Nullable String solution,
        @Nullable String question,
        @Nullable String letter) {

    String typedLogin() {
        return requireNonNullElse(login, "");
    }

    String typedPassword() {
        return requireNonNullElse(password, "");
    }

    String repeated() {
        return requireNonNullElse(password2, "");
    }

    RobotAnswer robot() {
        return RobotAnswer.of(solution, question, letter);
    }
}
