package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.OwnPath;
import golubika.site.Texts;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Logins;
import golubika.subscribers.RobotAnswer;
import golubika.subscribers.RobotChecks.Verdict;
import golubika.subscribers.RobotPart;
import golubika.subscribers.RobotParts;
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
    private final RobotParts robots;
    private final Sentences sentences;
    private final Texts texts;

    LoginController(
            SignIn signIn, Logins logins, Entrance entrance, RobotParts robots, Sentences sentences, Texts texts) {
        this.signIn = signIn;
        this.logins = logins;
        this.entrance = entrance;
        this.robots = robots;
        this.sentences = sentences;
        this.texts = texts;
    }

    /// What the browser sends; a field that is missing counts as empty.
    record Form(
            @Nullable String login,
            @Nullable String password,
            @Nullable String next,
            @Nullable String solution,
            @Nullable String question,
            @Nullable String letter) {

        String typedLogin() {
            return login == null ? "" : login;
        }

        String typedPassword() {
            return password == null ? "" : password;
        }

        /// Whether the form showed the robot check.
        boolean isChecked() {
            return solution != null || question != null;
        }

        RobotAnswer robot() {
            return RobotAnswer.of(solution, question, letter);
        }
    }

    @GetMapping("/login")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(required = false) @Nullable String bye,
            @RequestParam(required = false) @Nullable String renewed,
            @RequestParam(required = false) @Nullable String ended) {
        var signedIn = Entrance.current();
        if (signedIn != null) {
            return new ModelAndView("redirect:" + Entrance.next(signedIn.standing()));
        }
        var wanted = OwnPath.of(next);
        var page =
                new LoginPage(login, wanted.value(), notice(bye, renewed, ended, wanted), null, null, FieldErrors.NONE);
        return new ModelAndView("subscribers/login", "page", page);
    }

    @PostMapping("/login")
    ModelAndView signIn(
            @ModelAttribute Form form, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var verdict = form.isChecked() ? robots.judge(form.robot(), caller.network()) : new Verdict.NotShown();
        var missing = missing(form);
        if (missing.any()) {
            return refused(form, null, form.isChecked() ? robots.again(form.robot(), verdict, missing) : null, missing);
        }
        var browser = new SignIn.Browser(caller, DeviceCookie.secrets(request), verdict);
        return switch (signIn.signIn(form.typedLogin(), form.typedPassword(), browser)) {
            case SignIn.Outcome.Welcome(var subscriber, var standing, var proof) -> {
                if (!entrance.letIn(request, response, subscriber, standing, Arrivals.Way.PASSWORD, proof)) {
                    yield refused(form, texts.of("subscribers.login.wrong"), false);
                }
                yield new ModelAndView("redirect:"
                        + (standing == Standing.INSIDE ? OwnPath.of(form.next()).value() : Entrance.next(standing)));
            }
            case SignIn.Outcome.Wrong(var check) -> refused(form, wrong(form.typedPassword()), check);
            case SignIn.Outcome.TooOften(var wait, var check) -> refused(form, sentences.tooOften(wait), check);
            case SignIn.Outcome.CheckNeeded _ -> checkNeeded(form, verdict);
        };
    }

    /// Key of what there is to say before anything has been typed.
    private static @Nullable String notice(
            @Nullable String bye, @Nullable String renewed, @Nullable String ended, OwnPath wanted) {
        if (bye != null) {
            return "bye";
        }
        if (renewed != null) {
            return renewed(renewed);
        }
        if (ended != null) {
            return "ended";
        }
        return wanted.equals(OwnPath.HOME) ? null : "needed";
    }

    private static String renewed(String what) {
        return what.equals(NewPasswordController.KEYS) ? "renewed-keys" : "renewed";
    }

    /// Passwords are compared as typed, but a space beside one has often come along by copying.
    private String wrong(String password) {
        var sentence = texts.of("subscribers.login.wrong");
        return password.strip().equals(password) ? sentence : sentence + " " + texts.of("subscribers.login.spaced");
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

    private ModelAndView checkNeeded(Form form, Verdict verdict) {
        var errors = verdict instanceof Verdict.Human || verdict instanceof Verdict.Used
                ? FieldErrors.of(form.robot().field(), texts.of("subscribers.robot.again"))
                : robots.and(FieldErrors.NONE, form.robot(), verdict);
        return refused(form, null, robots.fresh(), errors);
    }

    private ModelAndView refused(Form form, String refusal, boolean check) {
        return refused(form, refusal, check ? robots.fresh() : null, FieldErrors.NONE);
    }

    private static ModelAndView refused(
            Form form, @Nullable String refusal, @Nullable RobotPart robot, FieldErrors errors) {
        var page = new LoginPage(form.typedLogin(), OwnPath.of(form.next()).value(), null, refusal, robot, errors);
        var view = new ModelAndView("subscribers/login", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
