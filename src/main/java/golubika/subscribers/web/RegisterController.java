package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.Proof;
import golubika.subscribers.ProofOfWork;
import golubika.subscribers.Registrations;
import golubika.subscribers.RobotChecks;
import golubika.subscribers.RobotChecks.Verdict;
import golubika.subscribers.RobotPart;
import golubika.subscribers.RobotParts;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
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

/// Registration by e-mail or phone.
@Controller
class RegisterController {

    private final Registrations registrations;
    private final Logins logins;
    private final Entrance entrance;
    private final RobotChecks robots;
    private final RobotParts parts;
    private final Sentences sentences;
    private final Texts texts;

    RegisterController(
            Registrations registrations,
            Logins logins,
            Entrance entrance,
            RobotChecks robots,
            RobotParts parts,
            Sentences sentences,
            Texts texts) {
        this.registrations = registrations;
        this.logins = logins;
        this.entrance = entrance;
        this.robots = robots;
        this.parts = parts;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/register")
    ModelAndView page() {
        return page("", parts.fresh(), FieldErrors.NONE, HttpStatus.OK);
    }

    @GetMapping("/register/challenge")
    @ResponseBody
    ProofOfWork.Challenge challenge() {
        return robots.challenge();
    }

    @PostMapping("/register")
    ModelAndView register(
            @ModelAttribute RegisterForm form,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var verdict = parts.judge(form.robot(), caller.network());
        var login = logins.read(form.typedLogin());
        var errors = errors(form, login, verdict);
        if (errors.any()
                || !(login instanceof Login.Reading.Good(var good))
                || !(verdict instanceof Verdict.Human human)) {
            return page(form, verdict, errors);
        }
        if (!robots.useUp(human)) {
            var used = new Verdict.Used();
            return page(form, used, parts.and(FieldErrors.NONE, form.robot(), used));
        }
        return switch (registrations.register(good, form.typedPassword(), caller)) {
            case Registrations.Outcome.Begun(var attempt, var lastDay, var secret) -> {
                response.addHeader("Set-Cookie", OwnAttempt.cookie(secret, request.isSecure()));
                yield good.isPhone()
                        ? toCode(attempt, request, response)
                        : toMail(new Registered(good.value(), lastDay), request, response);
            }
            case Registrations.Outcome.NotSent(var refusal) ->
                page(
                        form,
                        new Verdict.NotShown(),
                        FieldErrors.of("login", sentences.of(refusal, "subscribers.register.too-many")));
        };
    }

    /// Who waits for an SMS types its code right here, and a code is taken in a session of the attempt alone: so it
    /// begins at once, unconfirmed, and sees the page for the code and nothing else.
    private ModelAndView toCode(Subscriber attempt, HttpServletRequest request, HttpServletResponse response) {
        var inside = entrance.letIn(
                request, response, attempt, Standing.UNCONFIRMED, Arrivals.Way.REGISTRATION, Proof.JUST_DONE);
        return new ModelAndView(inside ? "redirect:/confirm" : "redirect:/login");
    }

    private static ModelAndView toMail(
            Registered registered, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", registered.cookie(request.isSecure()));
        return new ModelAndView("redirect:/register/done");
    }

    @GetMapping("/register/done")
    ModelAndView done(@CookieValue(name = Registered.COOKIE, required = false) @Nullable String cookie) {
        return Registered.read(cookie)
                .map(registered -> new ModelAndView("subscribers/registered", "page", registered.page()))
                .orElseGet(() -> new ModelAndView("redirect:/login"));
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
        return parts.and(errors, form.robot(), verdict);
    }

    private ModelAndView page(RegisterForm form, Verdict verdict, FieldErrors errors) {
        return page(
                form.typedLogin(),
                parts.again(form.robot(), verdict, errors),
                errors,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(String typedLogin, RobotPart robot, FieldErrors errors, HttpStatus status) {
        var view = new ModelAndView("subscribers/register");
        view.addObject("page", new RegisterPage(typedLogin, sentences.rule(), robot, errors));
        view.setStatus(status);
        return view;
    }
}
