package golubika.subscribers.web;

import static java.util.Objects.requireNonNullElse;

import golubika.site.Assets;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.ProofOfWork;
import golubika.subscribers.Registrations;
import golubika.subscribers.RobotChecks;
import golubika.subscribers.RobotChecks.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Registration by e-mail.
@Controller
class RegisterController {

    private static final String WORKER = "vendor/altcha-lib-1.4.1/worker.js";

    private final Registrations registrations;
    private final RobotChecks robots;
    private final Sentences sentences;
    private final Texts texts;
    private final Assets assets;

    RegisterController(
            Registrations registrations, RobotChecks robots, Sentences sentences, Texts texts, Assets assets) {
        this.registrations = registrations;
        this.robots = robots;
        this.sentences = sentences;
        this.texts = texts;
        this.assets = assets;
    }

    @GetMapping("/register")
    ModelAndView page() {
        return page(new RegisterForm(null, null, null, null, null, null), "", FieldErrors.NONE, HttpStatus.OK);
    }

    @GetMapping("/register/challenge")
    @ResponseBody
    ProofOfWork.Challenge challenge() {
        return robots.challenge();
    }

    @PostMapping("/register")
    ModelAndView register(@ModelAttribute RegisterForm form, HttpServletRequest request, HttpServletResponse response) {
        var verdict = judge(form, request.getRemoteAddr());
        var login = Login.read(form.typedLogin());
        var errors = errors(form, login, verdict);
        if (errors.any()
                || !(login instanceof Login.Reading.Good(var good))
                || !(verdict instanceof Verdict.Human human)) {
            return page(form, verdict, errors);
        }
        if (!robots.useUp(human)) {
            return page(
                    form,
                    new Verdict.NotShown(),
                    FieldErrors.of(robotField(form), texts.of("subscribers.robot.again")));
        }
        return switch (registrations.register(good, form.typedPassword(), request.getRemoteAddr())) {
            case Registrations.Outcome.Begun(var lastDay, var secret) -> {
                response.addHeader("Set-Cookie", OwnAttempt.cookie(secret, request.isSecure()));
                response.addHeader("Set-Cookie", new Registered(good.value(), lastDay).cookie(request.isSecure()));
                yield new ModelAndView("redirect:/register/done");
            }
            case Registrations.Outcome.TooManyFromNetwork _ ->
                page(form, new Verdict.NotShown(), FieldErrors.of("login", texts.of("subscribers.register.too-many")));
            case Registrations.Outcome.TooManyLetters _ ->
                page(form, new Verdict.NotShown(), FieldErrors.of("login", texts.of("subscribers.letters.too-many")));
            case Registrations.Outcome.LetterSent _, Registrations.Outcome.NotWaiting _ ->
                throw new IllegalStateException();
        };
    }

    @GetMapping("/register/done")
    ModelAndView done(@CookieValue(name = Registered.COOKIE, required = false) @Nullable String cookie) {
        return Registered.read(cookie)
                .map(registered -> new ModelAndView("subscribers/registered", "page", registered.page()))
                .orElseGet(() -> new ModelAndView("redirect:/login"));
    }

    private Verdict judge(RegisterForm form, String address) {
        if (form.isWithoutScripts()) {
            return robots.letter(requireNonNullElse(form.question(), ""), form.typedLetter(), address);
        }
        var verdict = robots.work(requireNonNullElse(form.solution(), ""));
        return verdict instanceof Verdict.Human human && !robots.isUnused(human) ? new Verdict.NotShown() : verdict;
    }

    private FieldErrors errors(RegisterForm form, Login.Reading login, Verdict verdict) {
        var errors = FieldErrors.NONE;
        if (login instanceof Login.Reading.Bad(var fault)) {
            errors = errors.and("login", sentences.of(fault, form.typedLogin()));
        }
        var flaw = sentences.policy().flaw(form.typedPassword());
        if (flaw.isPresent()) {
            errors = errors.and("pass", sentences.of(flaw.get(), form.typedPassword()));
        }
        if (!form.repeated().equals(form.typedPassword())) {
            errors = errors.and("pass2", texts.of("subscribers.password.different"));
        }
        return switch (verdict) {
            case Verdict.Human _ -> errors;
            case Verdict.NotShown _ ->
                errors.and(
                        robotField(form),
                        texts.of(form.isWithoutScripts() ? "subscribers.robot.letter" : "subscribers.robot.tick"));
            case Verdict.TooOften _ -> errors.and(robotField(form), texts.of("subscribers.robot.too-often"));
        };
    }

    private static String robotField(RegisterForm form) {
        return form.isWithoutScripts() ? "letter" : "human";
    }

    private ModelAndView page(RegisterForm form, Verdict verdict, FieldErrors errors) {
        var stillGood = verdict instanceof Verdict.Human && !form.isWithoutScripts();
        return page(
                form,
                stillGood ? requireNonNullElse(form.solution(), "") : "",
                errors,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(RegisterForm form, String solution, FieldErrors errors, HttpStatus status) {
        var keepsLetter = form.question() != null && !errors.has("letter");
        var question = keepsLetter ? robots.question(requireNonNullElse(form.question(), "")) : robots.question();
        var view = new ModelAndView("subscribers/register");
        view.addObject(
                "page",
                new RegisterPage(
                        form.typedLogin(),
                        sentences.rule(),
                        solution,
                        question.signed(),
                        texts.of("subscribers.robot.place." + question.place()),
                        question.word(),
                        keepsLetter ? form.typedLetter() : "",
                        assets.address(WORKER),
                        errors));
        view.setStatus(status);
        return view;
    }
}
