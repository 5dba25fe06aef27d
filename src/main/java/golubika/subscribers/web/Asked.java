package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.OwnPassword;
import golubika.subscribers.SubscriberId;
import org.springframework.stereotype.Component;

/// The field `password` of forms that ask for it once more.
@Component
class Asked {

    private final OwnPassword password;
    private final Texts texts;

    Asked(OwnPassword password, Texts texts) {
        this.password = password;
        this.texts = texts;
    }

    /// What is wrong with the password; nothing when it is right.
    FieldErrors errors(SubscriberId subscriber, String typed) {
        if (typed.isEmpty()) {
            return at("subscribers.settings.type-current");
        }
        return switch (password.check(subscriber, typed)) {
            case RIGHT -> FieldErrors.NONE;
            case WRONG -> at("subscribers.settings.wrong-password");
            case TOO_OFTEN -> at("subscribers.settings.too-often");
        };
    }

    private FieldErrors at(String sentence) {
        return FieldErrors.of("password", texts.of(sentence));
    }
}
