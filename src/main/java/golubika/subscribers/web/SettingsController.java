package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.PasswordChange;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Настройки абонента»: the login, the password, the way out.
@Controller
class SettingsController {

    private static final String CHANGED = "passwordChanged";

    private final PasswordChange passwords;
    private final Sentences sentences;
    private final Texts texts;

    SettingsController(PasswordChange passwords, Sentences sentences, Texts texts) {
        this.passwords = passwords;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/settings")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber, Model model) {
        return page(subscriber, model.containsAttribute(CHANGED), FieldErrors.NONE);
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
            HttpServletRequest request,
            RedirectAttributes flash) {
        var errors = errors(current, fresh, repeated);
        if (errors.any()) {
            return page(subscriber, false, errors);
        }
        var session = request.getSession().getId();
        return switch (passwords.change(subscriber, current, fresh, session)) {
            case CHANGED -> {
                request.changeSessionId();
                flash.addFlashAttribute(CHANGED, true);
                yield new ModelAndView("redirect:/settings#password");
            }
            case WRONG_PASSWORD ->
                page(subscriber, false, FieldErrors.of("old", texts.of("subscribers.settings.wrong-password")));
            case TOO_OFTEN ->
                page(subscriber, false, FieldErrors.of("old", texts.of("subscribers.settings.too-often")));
        };
    }

    private FieldErrors errors(String current, String fresh, String repeated) {
        var errors = FieldErrors.NONE;
        if (current.isEmpty()) {
            errors = errors.and("old", texts.of("subscribers.settings.type-current"));
        }
        var flaw = sentences.policy().flaw(fresh);
        if (flaw.isPresent()) {
            errors = errors.and("new", sentences.of(flaw.get(), fresh));
        }
        if (!repeated.equals(fresh)) {
            errors = errors.and("new2", texts.of("subscribers.password.different"));
        }
        return errors;
    }

    private ModelAndView page(Subscriber subscriber, boolean changed, FieldErrors errors) {
        var view = new ModelAndView("subscribers/settings");
        view.addObject("page", new SettingsPage(subscriber.login(), sentences.rule(), changed, errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
