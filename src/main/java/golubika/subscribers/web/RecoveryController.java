package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.Postage;
import golubika.subscribers.Recovery;
import golubika.subscribers.RobotAnswer;
import golubika.subscribers.RobotChecks;
import golubika.subscribers.RobotChecks.Verdict;
import golubika.subscribers.RobotParts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// «Забыли пароль?»: asking for the letter.
@Controller
class RecoveryController {

    private final Recovery recovery;
    private final Logins logins;
    private final RobotChecks robots;
    private final RobotParts parts;
    private final Sentences sentences;
    private final Texts texts;

    RecoveryController(
            Recovery recovery, Logins logins, RobotChecks robots, RobotParts parts, Sentences sentences, Texts texts) {
        this.recovery = recovery;
        this.logins = logins;
        this.robots = robots;
        this.parts = parts;
        this.sentences = sentences;
        this.texts = texts;
    }

    /// What the browser sends; a field that is missing counts as empty.
    record Form(
            @Nullable String login,
            @Nullable String solution,
            @Nullable String question,
            @Nullable String letter) {

        String typedLogin() {
            return login == null ? "" : login;
        }

        RobotAnswer robot() {
            return RobotAnswer.of(solution, question, letter);
        }
    }

    /// Whoever is signed in need not type the login.
    @GetMapping("/recover")
    ModelAndView page() {
        var person = Entrance.current();
        var known = person == null ? "" : person.subscriber().printedLogin();
        return page(new RecoveryPage(known, parts.fresh(), FieldErrors.NONE), HttpStatus.OK);
    }

    @PostMapping("/recover")
    ModelAndView ask(
            @ModelAttribute Form form, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var verdict = parts.judge(form.robot(), caller.network());
        var login = logins.read(form.typedLogin());
        var errors = errors(form, login, verdict);
        if (errors.any()
                || !(login instanceof Login.Reading.Good(var good))
                || !(verdict instanceof Verdict.Human human)) {
            return refused(form, verdict, errors);
        }
        if (!robots.useUp(human)) {
            var used = new Verdict.Used();
            return refused(form, used, parts.and(FieldErrors.NONE, form.robot(), used));
        }
        return switch (recovery.ask(good, caller)) {
            case Recovery.Asked.Sent _ -> {
                response.addHeader("Set-Cookie", new RecoveryAsked(good).cookie(request.isSecure()));
                yield new ModelAndView("redirect:/recover/sent");
            }
            case Recovery.Asked.NotSent(var refusal) -> refused(form, FieldErrors.of("login", sentence(refusal)));
        };
    }

    @GetMapping("/recover/sent")
    ModelAndView sent(@CookieValue(name = RecoveryAsked.COOKIE, required = false) @Nullable String cookie) {
        return RecoveryAsked.read(cookie)
                .map(asked -> new ModelAndView("subscribers/recover-sent", "login", asked.login()))
                .orElseGet(() -> new ModelAndView("redirect:/recover"));
    }

    private String sentence(Postage.Refusal refusal) {
        return refusal instanceof Postage.Refusal.TooManyToOne(var login)
                ? texts.of("subscribers.recover.too-many-letters" + (login.isPhone() ? ".phone" : ""))
                : sentences.of(refusal, "subscribers.recover.too-many");
    }

    private FieldErrors errors(Form form, Login.Reading login, Verdict verdict) {
        var errors = login instanceof Login.Reading.Bad(var fault)
                ? FieldErrors.of("login", sentences.of(fault, form.typedLogin()))
                : FieldErrors.NONE;
        return parts.and(errors, form.robot(), verdict);
    }

    private ModelAndView refused(Form form, FieldErrors errors) {
        return refused(form, new Verdict.NotShown(), errors);
    }

    private ModelAndView refused(Form form, Verdict verdict, FieldErrors errors) {
        var robot = parts.again(form.robot(), verdict, errors);
        return page(new RecoveryPage(form.typedLogin(), robot, errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(RecoveryPage page, HttpStatus status) {
        var view = new ModelAndView("subscribers/recover", "page", page);
        view.setStatus(status);
        return view;
    }
}
