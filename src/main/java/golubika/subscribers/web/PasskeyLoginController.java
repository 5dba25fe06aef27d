package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.OwnPath;
import golubika.site.Texts;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Standing;
import golubika.subscribers.passkeys.PasskeySignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// «Войти по отпечатку или лицу»: a script fetches the question, the browser's answer comes as a form.
@Controller
class PasskeyLoginController {

    private static final String PATH = "/login";

    private final PasskeySignIn signIn;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    PasskeyLoginController(PasskeySignIn signIn, Entrance entrance, Sentences sentences, Texts texts) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/login/passkey/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return ChallengeCookie.asked(signIn.ask(), PATH, request.isSecure());
    }

    /// Somebody reloads what the form has answered.
    @GetMapping("/login/passkey")
    String reloaded() {
        return "redirect:/login";
    }

    @PostMapping("/login/passkey")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(required = false) @Nullable String next,
            @CookieValue(name = ChallengeCookie.NAME, defaultValue = "") String carried,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var path = OwnPath.of(next).value();
        return switch (signIn.signIn(credential, carried, caller)) {
            case PasskeySignIn.Outcome.Welcome(var subscriber, var standing) -> {
                entrance.letIn(request, response, subscriber, standing, Arrivals.Way.PASSKEY);
                yield new ModelAndView("redirect:" + (standing == Standing.INSIDE ? path : Entrance.next(standing)));
            }
            case PasskeySignIn.Outcome.Unknown _ -> refused(path, texts.of("subscribers.passkeys.unknown"));
            case PasskeySignIn.Outcome.Failed _ -> refused(path, texts.of("subscribers.passkeys.failed"));
            case PasskeySignIn.Outcome.TooOften(var pause) -> refused(path, sentences.tooOften(pause));
        };
    }

    private static ModelAndView refused(String next, String sentence) {
        var page = new LoginPage("", next, null, sentence, null, FieldErrors.NONE);
        var view = new ModelAndView("subscribers/login", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
