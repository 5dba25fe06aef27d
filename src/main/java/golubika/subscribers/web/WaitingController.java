package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Login;
import golubika.subscribers.Logins;
import golubika.subscribers.Postage;
import golubika.subscribers.Proof;
import golubika.subscribers.Resending;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import golubika.subscribers.TypedCodes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The one page of who has registered and not confirmed: it waits for the mailed link or takes the code of an SMS,
/// sends another, and puts a mistyped login right.
@Controller
class WaitingController {

    private final Resending resending;
    private final TypedCodes codes;
    private final Logins logins;
    private final Postage postage;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    WaitingController(
            Resending resending,
            TypedCodes codes,
            Logins logins,
            Postage postage,
            Entrance entrance,
            Sentences sentences,
            Texts texts) {
        this.resending = resending;
        this.codes = codes;
        this.logins = logins;
        this.postage = postage;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/confirm")
    ModelAndView page(@RequestParam(required = false) @Nullable String sent, HttpServletRequest request) {
        return waiting(request)
                .map(waiting -> page(waiting, sent != null, "", FieldErrors.NONE))
                .orElseGet(WaitingController::elsewhere);
    }

    @PostMapping("/confirm/resend")
    ModelAndView sendAgain(HttpServletRequest request) {
        return waiting(request)
                .map(waiting -> answer(
                        resending.send(waiting, waiting.login(), request.getRemoteAddr()), waiting, "", "resend"))
                .orElseGet(WaitingController::elsewhere);
    }

    @PostMapping("/confirm/address")
    ModelAndView correct(
            @RequestParam(defaultValue = "") String login, HttpServletRequest request, HttpServletResponse response) {
        var waiting = waiting(request);
        if (waiting.isEmpty()) {
            return elsewhere();
        }
        return switch (logins.read(login)) {
            case Login.Reading.Bad(var fault) ->
                page(waiting.get(), false, login, FieldErrors.of("login", sentences.of(fault, login)));
            case Login.Reading.Good(var good) -> {
                var outcome = resending.send(waiting.get(), good, request.getRemoteAddr());
                if (outcome instanceof Resending.Outcome.Sent) {
                    var corrected = new Subscriber(waiting.get().subscriber(), good.value());
                    entrance.note(request, response, new SignedIn(corrected, Standing.UNCONFIRMED));
                }
                yield answer(outcome, waiting.get(), login, "login");
            }
        };
    }

    @PostMapping("/confirm/code")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var waiting = waiting(request);
        if (waiting.isEmpty()) {
            return elsewhere();
        }
        var digits = TypedCode.read(code);
        if (digits.isEmpty()) {
            return refused(waiting.get(), texts.of("subscribers.code.six-digits"));
        }
        return switch (codes.confirm(waiting.get(), digits.get(), request.getRemoteAddr())) {
            case TypedCodes.Outcome.Welcome(var subscriber, var standing) -> {
                if (!entrance.letIn(
                        request, response, subscriber, standing, Arrivals.Way.CONFIRMATION, Proof.JUST_DONE)) {
                    yield new ModelAndView("redirect:/login");
                }
                response.addHeader("Set-Cookie", OwnAttempt.cookie("", request.isSecure()));
                yield new ModelAndView("redirect:" + Entrance.next(standing));
            }
            case TypedCodes.Outcome.Wrong(var left) -> refused(waiting.get(), sentences.wrongCode(left));
            case TypedCodes.Outcome.Outdated _ -> refused(waiting.get(), texts.of("subscribers.code.outdated"));
            case TypedCodes.Outcome.TooOften(var pause) -> refused(waiting.get(), sentences.tooOften(pause));
        };
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({"/confirm/resend", "/confirm/address", "/confirm/code"})
    String reloaded() {
        return "redirect:/confirm";
    }

    private ModelAndView answer(Resending.Outcome outcome, Resending.Waiting waiting, String typedLogin, String field) {
        return switch (outcome) {
            case Resending.Outcome.Sent _ -> new ModelAndView("redirect:/confirm?sent");
            case Resending.Outcome.NotSent(var refusal) ->
                page(
                        waiting,
                        false,
                        typedLogin,
                        FieldErrors.of(field, sentences.of(refusal, "subscribers.waiting.too-many")));
            case Resending.Outcome.NotWaiting _ -> new ModelAndView("redirect:/");
        };
    }

    private ModelAndView refused(Resending.Waiting waiting, String sentence) {
        return page(waiting, false, "", FieldErrors.of("code", sentence));
    }

    private ModelAndView page(Resending.Waiting waiting, boolean sent, String typedLogin, FieldErrors errors) {
        var login = waiting.login();
        var view = new ModelAndView(login.isPhone() ? "subscribers/code" : "subscribers/waiting");
        view.addObject(
                "page",
                new WaitingPage(
                        login.printed(),
                        Format.numericDate(waiting.lastDay()),
                        sent,
                        Sentences.countdown(postage.pause(login)),
                        typedLogin,
                        errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /// What the person who is asking waits for. Who has lost the cabinet meanwhile is signed out.
    private Optional<Resending.Waiting> waiting(HttpServletRequest request) {
        var person = Entrance.current();
        if (person == null || person.standing() != Standing.UNCONFIRMED) {
            return Optional.empty();
        }
        var waiting = resending.waiting(person.subscriber().id());
        if (waiting.isEmpty()) {
            Entrance.end(request);
        }
        return waiting;
    }

    private static ModelAndView elsewhere() {
        var person = Entrance.current();
        return new ModelAndView("redirect:" + (person == null ? "/login" : Entrance.next(person.standing())));
    }
}
