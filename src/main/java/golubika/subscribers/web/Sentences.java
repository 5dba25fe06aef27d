package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.PasswordFlaw;
import golubika.subscribers.PasswordPolicy;
import golubika.subscribers.Postage;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What is wrong with a login or a password, as a sentence that says what to do.
@Component
class Sentences {

    private final Texts texts;
    private final Logins logins;
    private final PasswordPolicy policy;

    Sentences(
            Texts texts,
            Logins logins,
            @Value("${golubika.password-policy:letters-and-digits}") PasswordPolicy policy) {
        this.texts = texts;
        this.logins = logins;
        this.policy = policy;
    }

    PasswordPolicy policy() {
        return policy;
    }

    /// @param typed what stood in the field
    String of(Login.Fault fault, String typed) {
        return logins.sentence(fault, typed);
    }

    /// @param fromNetwork key of the sentence for too many from one network, which speaks of the deed
    String of(Postage.Refusal refusal, String fromNetwork) {
        return switch (refusal) {
            case Postage.Refusal.TooSoon(var pause) -> texts.of("subscribers.sms.too-soon", countdown(pause));
            case Postage.Refusal.TooManyToOne(var login) ->
                texts.of(login.isPhone() ? "subscribers.sms.too-many" : "subscribers.letters.too-many");
            case Postage.Refusal.TooManyFromNetwork _ -> texts.of(fromNetwork);
            case Postage.Refusal.TooManyCorrections _ -> texts.of("subscribers.waiting.corrected");
        };
    }

    /// @param left tries that remain
    String wrongCode(int left) {
        return left == 0 ? texts.of("subscribers.code.no-tries") : texts.of("subscribers.code.wrong", left);
    }

    /// `0:57`; empty when there is nothing to wait for.
    static String countdown(Duration pause) {
        var seconds = pause.plusMillis(999).toSeconds();
        return seconds == 0 ? "" : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    String of(PasswordFlaw flaw, String password) {
        var length = PasswordPolicy.length(password);
        var missing = policy.shortest() - length;
        return texts.of(
                "subscribers.password." + key(flaw),
                length + "\u00a0" + symbols(length),
                policy.shortest(),
                policy.longest(),
                missing + "\u00a0" + symbols(missing));
    }

    /// What is wrong with a new password typed twice, at the fields `new` and `new2`.
    FieldErrors ofPair(String fresh, String repeated) {
        var errors = policy.flaw(fresh)
                .map(flaw -> FieldErrors.of("new", of(flaw, fresh)))
                .orElse(FieldErrors.NONE);
        return repeated.equals(fresh) ? errors : errors.and("new2", texts.of("subscribers.password.different"));
    }

    /// The rule that stands under the field.
    String rule() {
        return texts.of("subscribers.password.rule." + key(policy), policy.shortest(), policy.longest());
    }

    String tooOften(Duration wait) {
        var minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return texts.of(
                "subscribers.too-often", minutes + "\u00a0" + Format.plural(minutes, "минуту", "минуты", "минут"));
    }

    private static String symbols(int count) {
        return Format.plural(count, "символ", "символа", "символов");
    }

    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
