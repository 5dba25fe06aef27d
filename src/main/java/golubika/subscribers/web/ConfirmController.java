package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Confirmations;
import golubika.subscribers.Confirmations.Link;
import golubika.subscribers.FollowedLinks;
import golubika.subscribers.FollowedLinks.Browser;
import golubika.subscribers.Login;
import golubika.subscribers.Registrations;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Confirming by the mailed link, and the page that waits for it with «Выслать ссылку».
@Controller
class ConfirmController {

    private final Confirmations confirmations;
    private final FollowedLinks links;
    private final Registrations registrations;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    ConfirmController(
            Confirmations confirmations,
            FollowedLinks links,
            Registrations registrations,
            Entrance entrance,
            Sentences sentences,
            Texts texts) {
        this.confirmations = confirmations;
        this.links = links;
        this.registrations = registrations;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/confirm")
    ModelAndView waiting(@RequestParam(required = false) @Nullable String sent, HttpServletRequest request) {
        var person = waiting(request);
        return person == null ? elsewhere() : page(person, sent != null, "", FieldErrors.NONE);
    }

    @PostMapping("/confirm/resend")
    ModelAndView sendAgain(HttpServletRequest request) {
        var person = waiting(request);
        if (person == null) {
            return elsewhere();
        }
        return answer(
                registrations.sendLink(person.subscriber, Login.of(person.subscriber.login()), request.getRemoteAddr()),
                person,
                "",
                "resend");
    }

    @PostMapping("/confirm/address")
    ModelAndView correct(
            @RequestParam(defaultValue = "") String login, HttpServletRequest request, HttpServletResponse response) {
        var person = waiting(request);
        if (person == null) {
            return elsewhere();
        }
        return switch (Login.read(login)) {
            case Login.Reading.Bad(var fault) ->
                page(person, false, login, FieldErrors.of("login", sentences.of(fault, login)));
            case Login.Reading.Good(var good) -> {
                var outcome = registrations.sendLink(person.subscriber, good, request.getRemoteAddr());
                if (outcome instanceof Registrations.Outcome.LetterSent) {
                    var corrected = new Subscriber(person.subscriber.id(), good.value());
                    entrance.note(request, response, new SignedIn(corrected, Standing.UNCONFIRMED));
                }
                yield answer(outcome, person, login, "login");
            }
        };
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({"/confirm/resend", "/confirm/address"})
    String reloaded() {
        return "redirect:/confirm";
    }

    @GetMapping("/confirm/{token}")
    ModelAndView link(
            @PathVariable String token,
            @CookieValue(name = OwnAttempt.COOKIE, defaultValue = "") String secret,
            HttpServletRequest request) {
        var link = confirmations.look(token);
        return link instanceof Link.Open open
                ? open(open, token, !links.isOwn(open, browser(secret, request)), FieldErrors.NONE)
                : closed(link, token);
    }

    /// The browser that registered needs nothing but the button; any other the password too.
    @PostMapping("/confirm/{token}")
    ModelAndView confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @CookieValue(name = OwnAttempt.COOKIE, defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (links.confirm(token, password, browser(secret, request))) {
            case FollowedLinks.Outcome.Welcome(var subscriber, var standing) -> {
                entrance.letIn(request, response, subscriber, standing);
                response.addHeader("Set-Cookie", OwnAttempt.cookie("", request.isSecure()));
                yield new ModelAndView("redirect:" + Entrance.next(standing));
            }
            case FollowedLinks.Outcome.PasswordNeeded(var link) ->
                open(link, token, true, FieldErrors.of("pass", texts.of("subscribers.link.open.type-password")));
            case FollowedLinks.Outcome.Wrong(var link) ->
                open(link, token, true, FieldErrors.of("pass", texts.of("subscribers.link.open.wrong")));
            case FollowedLinks.Outcome.TooOften(var link, var pause) ->
                open(link, token, true, FieldErrors.of("pass", sentences.tooOften(pause)));
            case FollowedLinks.Outcome.Closed(var link) -> closed(link, token);
        };
    }

    private static Browser browser(String secret, HttpServletRequest request) {
        var person = Entrance.current();
        return new Browser(person == null ? null : person.subscriber().id(), secret, request.getRemoteAddr());
    }

    private static ModelAndView open(Link.Open link, String token, boolean asks, FieldErrors errors) {
        return page(
                new LinkPage("open", link.login(), token, asks, errors),
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// Who has pressed the button twice is in already.
    private static ModelAndView closed(Link link, String token) {
        if (!(link instanceof Link.Confirmed(var subscriber, var login))) {
            return page(new LinkPage("unusable", "", token, false, FieldErrors.NONE), HttpStatus.NOT_FOUND);
        }
        var person = Entrance.current();
        return person != null && person.subscriber().id().equals(subscriber)
                ? new ModelAndView("redirect:" + Entrance.next(person.standing()))
                : page(new LinkPage("confirmed", login, token, false, FieldErrors.NONE), HttpStatus.OK);
    }

    private static ModelAndView page(LinkPage page, HttpStatus status) {
        var view = new ModelAndView("subscribers/link", "page", page);
        view.setStatus(status);
        return view;
    }

    private ModelAndView answer(Registrations.Outcome outcome, Waiting person, String typedLogin, String field) {
        return switch (outcome) {
            case Registrations.Outcome.LetterSent _ -> new ModelAndView("redirect:/confirm?sent");
            case Registrations.Outcome.TooManyFromNetwork _ ->
                page(person, false, typedLogin, FieldErrors.of(field, texts.of("subscribers.register.too-many")));
            case Registrations.Outcome.TooManyLetters _ ->
                page(person, false, typedLogin, FieldErrors.of(field, texts.of("subscribers.letters.too-many")));
            case Registrations.Outcome.NotWaiting _ -> new ModelAndView("redirect:/");
            case Registrations.Outcome.Begun _ -> throw new IllegalStateException();
        };
    }

    private static ModelAndView page(Waiting person, boolean sent, String typedLogin, FieldErrors errors) {
        var view = new ModelAndView("subscribers/waiting");
        view.addObject(
                "page",
                new WaitingPage(
                        person.subscriber.login(), Format.numericDate(person.lastDay), sent, typedLogin, errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private record Waiting(Subscriber subscriber, LocalDate lastDay) {}

    /// Who is asking, if the mailed link is what they wait for. Who has lost the cabinet meanwhile is signed out.
    private @Nullable Waiting waiting(HttpServletRequest request) {
        var person = Entrance.current();
        if (person == null || person.standing() != Standing.UNCONFIRMED) {
            return null;
        }
        var lastDay = registrations.lastDay(person.subscriber().id());
        if (lastDay.isEmpty()) {
            Entrance.end(request);
            return null;
        }
        return new Waiting(person.subscriber(), lastDay.get());
    }

    private static ModelAndView elsewhere() {
        var person = Entrance.current();
        return new ModelAndView("redirect:" + (person == null ? "/login" : Entrance.next(person.standing())));
    }
}
