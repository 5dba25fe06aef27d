package golubika.support.web;

import static java.util.Objects.requireNonNullElse;

import golubika.subscribers.RobotAnswer;
import golubika.support.Intake;
import golubika.support.Topic;
import golubika.support.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// «Напишите нам» as the browser sends it; a field that is missing counts as empty. Guests have more fields.
///
/// @param account `none` for «Не про лицевой счёт»
record AskForm(
        @Nullable String form,
        @Nullable String topic,
        @Nullable String account,
        @Nullable String text,
        @Nullable String mail,
        @Nullable String supplier,
        @Nullable String number,
        @Nullable String solution,
        @Nullable String question,
        @Nullable String letter) {

    static final AskForm EMPTY = new AskForm(null, null, null, null, null, null, null, null, null, null);

    /// The form's own number; a new one where it has none.
    UUID key() {
        return FormKey.read(form);
    }

    /// What the form is known by together with what it says.
    UUID sent(List<Intake.Offered> files) {
        return FormKey.of(
                key(),
                files,
                requireNonNullElse(topic, ""),
                chosenAccount(),
                typedText(),
                typedMail(),
                chosenSupplier(),
                typedNumber());
    }

    Optional<Topic> chosenTopic() {
        return Arrays.stream(Topic.values())
                .filter(one -> one.name().equals(topic))
                .findFirst();
    }

    String chosenAccount() {
        return requireNonNullElse(account, "");
    }

    String typedText() {
        return requireNonNullElse(text, "");
    }

    String typedMail() {
        return requireNonNullElse(mail, "");
    }

    String chosenSupplier() {
        return requireNonNullElse(supplier, "");
    }

    String typedNumber() {
        return requireNonNullElse(number, "");
    }

    /// Whether the number of a card stands in it, which is not kept.
    boolean namesCard() {
        return Words.namesCard(typedText()) || Words.namesCard(typedNumber());
    }

    RobotAnswer robot() {
        return RobotAnswer.of(solution, question, letter);
    }
}
