package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.PasswordChange;
import golubika.subscribers.Subscriber;
import golubika.subscribers.passkeys.Passkey;
import golubika.subscribers.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Смена пароля» of the settings.
@Controller
class PasswordController {

    private static final String SECTION = "password";

    private final PasswordChange passwords;
    private final Passkeys passkeys;
    private final Entrance entrance;
    private final SettingsPages pages;
    private final Sentences sentences;
    private final Texts texts;

    PasswordController(
            PasswordChange passwords,
            Passkeys passkeys,
            Entrance entrance,
            SettingsPages pages,
            Sentences sentences,
            Texts texts) {
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.pages = pages;
        this.sentences = sentences;
        this.texts = texts;
    }

    /// Somebody reloads what the form has answered.
    @GetMapping("/settings/password")
    String reloaded() {
        return "redirect:/settings";
    }

    @PostMapping("/settings/password")
    ModelAndView change(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(name = "old", defaultValue = "") String current,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            @RequestParam(name = "new2", defaultValue = "") String repeated,
            Caller caller,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var errors = errors(current, fresh, repeated);
        if (errors.any()) {
            return pages.refused(subscriber, SECTION, errors);
        }
        var session = request.getSession().getId();
        return switch (passwords.change(subscriber, current, fresh, session, caller)) {
            case CHANGED -> {
                entrance.renew(request, subscriber.id());
                yield changed(subscriber, flash);
            }
            case WRONG_PASSWORD -> refused(subscriber, "subscribers.settings.wrong-password");
            case TOO_OFTEN -> refused(subscriber, "subscribers.settings.too-often");
        };
    }

    /// Passkeys let in all the same, so they come next.
    private ModelAndView changed(Subscriber subscriber, RedirectAttributes flash) {
        var keys = passkeys.of(subscriber.id()).stream()
                .map(Passkey::name)
                .map(name -> '«' + name + '»')
                .collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? SettingsPages.done(flash, SECTION, texts.of("subscribers.settings.changed"))
                : SettingsPages.done(
                        flash, PasskeysController.SECTION, texts.of("subscribers.settings.changed-keys", keys));
    }

    private ModelAndView refused(Subscriber subscriber, String sentence) {
        return pages.refused(subscriber, SECTION, FieldErrors.of("old", texts.of(sentence)));
    }

    private FieldErrors errors(String current, String fresh, String repeated) {
        var errors = FieldErrors.NONE;
        if (current.isEmpty()) {
            errors = errors.and("old", texts.of("subscribers.settings.type-current"));
        }
        for (var error : sentences.ofPair(fresh, repeated).byField().entrySet()) {
            errors = errors.and(error.getKey(), error.getValue());
        }
        return errors;
    }
}
