package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.OwnPath;
import golubika.site.Texts;
import golubika.subscribers.Logins;
import golubika.subscribers.SignIn;
import golubika.subscribers.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing in. The home page shows a guest this page too, by a forward.
@Controller
class LoginController {

    private final SignIn signIn;
    private final Logins logins;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    LoginController(SignIn signIn, Logins logins, Entrance entrance, Sentences sentences, Texts texts) {
        this.signIn = signIn;
        this.logins = logins;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
    }

    /// What the browser sends; a field that is missing counts as empty.
    record Form(
            @Nullable String login,
            @Nullable String password,
            @Nullable String next) {

        String typedLogin() {
            return login == null ? "" : login;
        }

        String typedPassword() {
            return password == null ? "" : password;
        }
    }

    @GetMapping("/login")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(required = false) @Nullable String bye,
            @RequestParam(required = false) @Nullable String renewed) {
        var signedIn = Entrance.current();
        if (signedIn != null) {
            return new ModelAndView("redirect:" + Entrance.next(signedIn.standing()));
        }
        var notice = bye != null
                ? "bye"
                : renewed != null ? "renewed" : OwnPath.of(next).equals(OwnPath.HOME) ? null : "needed";
        return page(new LoginPage(login, OwnPath.of(next).value(), notice, null, FieldErrors.NONE), HttpStatus.OK);
    }

    @PostMapping("/login")
    ModelAndView signIn(@ModelAttribute Form form, HttpServletRequest request, HttpServletResponse response) {
        var errors = missing(form);
        if (errors.any()) {
            return refused(form, null, errors);
        }
        return switch (signIn.signIn(form.typedLogin(), form.typedPassword(), request.getRemoteAddr())) {
            case SignIn.Outcome.Welcome(var subscriber, var standing) -> {
                entrance.letIn(request, response, subscriber, standing);
                yield new ModelAndView("redirect:"
                        + (standing == Standing.INSIDE ? OwnPath.of(form.next()).value() : Entrance.next(standing)));
            }
            case SignIn.Outcome.Wrong _ -> refused(form, texts.of("subscribers.login.wrong"), FieldErrors.NONE);
            case SignIn.Outcome.TooOften(var wait) -> refused(form, sentences.tooOften(wait), FieldErrors.NONE);
        };
    }

    private FieldErrors missing(Form form) {
        var errors = FieldErrors.NONE;
        if (form.typedLogin().isBlank()) {
            errors = errors.and(
                    "login", texts.of(new LoginField(logins.takesPhones()).key("subscribers.login.type-login")));
        }
        if (form.typedPassword().isEmpty()) {
            errors = errors.and("pass", texts.of("subscribers.login.type-password"));
        }
        return errors;
    }

    private static ModelAndView refused(Form form, @Nullable String refusal, FieldErrors errors) {
        return page(
                new LoginPage(form.typedLogin(), OwnPath.of(form.next()).value(), null, refusal, errors),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(LoginPage page, HttpStatus status) {
        var view = new ModelAndView("subscribers/login", "page", page);
        view.setStatus(status);
        return view;
    }
}
