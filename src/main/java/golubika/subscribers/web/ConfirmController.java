package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.subscribers.Confirmations;
import golubika.subscribers.Confirmations.Link;
import golubika.subscribers.Login;
import golubika.subscribers.Registrations;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Confirming by the mailed link, and the page that waits for it with «Выслать ссылку».
@Controller
class ConfirmController {

    private final Confirmations confirmations;
    private final Registrations registrations;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    ConfirmController(
            Confirmations confirmations,
            Registrations registrations,
            Entrance entrance,
            Sentences sentences,
            Texts texts) {
        this.confirmations = confirmations;
        this.registrations = registrations;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/confirm")
    ModelAndView waiting(@RequestParam(required = false) @Nullable String sent) {
        var person = waiting();
        return person == null ? elsewhere() : page(person.subscriber(), sent != null, "", FieldErrors.NONE);
    }

    @PostMapping("/confirm/resend")
    ModelAndView sendAgain(HttpServletRequest request) {
        var person = waiting();
        if (person == null) {
            return elsewhere();
        }
        return answer(
                registrations.sendLink(
                        person.subscriber(), Login.of(person.subscriber().login()), request.getRemoteAddr()),
                person.subscriber(),
                "",
                "resend");
    }

    @PostMapping("/confirm/address")
    ModelAndView correct(
            @RequestParam(defaultValue = "") String login, HttpServletRequest request, HttpServletResponse response) {
        var person = waiting();
        if (person == null) {
            return elsewhere();
        }
        return switch (Login.read(login)) {
            case Login.Reading.Bad(var fault) ->
                page(person.subscriber(), false, login, FieldErrors.of("login", sentences.of(fault)));
            case Login.Reading.Good(var good) -> {
                var outcome = registrations.sendLink(person.subscriber(), good, request.getRemoteAddr());
                if (outcome instanceof Registrations.Outcome.LetterSent) {
                    var corrected = new Subscriber(person.subscriber().id(), good.value());
                    entrance.note(request, response, new SignedIn(corrected, Standing.UNCONFIRMED));
                }
                yield answer(outcome, person.subscriber(), login, "login");
            }
        };
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({"/confirm/resend", "/confirm/address"})
    String reloaded() {
        return "redirect:/confirm";
    }

    @GetMapping("/confirm/{token}")
    ModelAndView link(@PathVariable String token) {
        return page(confirmations.look(token), token);
    }

    /// Who is signed in as the one who registered goes on at once. Others sign in first, with the password that they
    /// chose: it shows that the one who reads the mail is the one who registered.
    @PostMapping("/confirm/{token}")
    ModelAndView confirm(@PathVariable String token) {
        var link = confirmations.confirm(token);
        var person = Entrance.current();
        if (link instanceof Link.Confirmed(var subscriber, var login)
                && person != null
                && person.subscriber().id().equals(subscriber)) {
            return new ModelAndView("redirect:/consent");
        }
        return page(link, token);
    }

    private static ModelAndView page(Link link, String token) {
        var page = switch (link) {
            case Link.Open(var login) -> new LinkPage("open", login, token);
            case Link.Confirmed(var subscriber, var login) -> new LinkPage("confirmed", login, token);
            case Link.Unusable _ -> new LinkPage("unusable", "", token);
        };
        var view = new ModelAndView("subscribers/link", "page", page);
        view.setStatus(link instanceof Link.Unusable ? HttpStatus.NOT_FOUND : HttpStatus.OK);
        return view;
    }

    private ModelAndView answer(Registrations.Outcome outcome, Subscriber subscriber, String typedLogin, String field) {
        return switch (outcome) {
            case Registrations.Outcome.LetterSent _ -> new ModelAndView("redirect:/confirm?sent");
            case Registrations.Outcome.TooManyFromNetwork _ ->
                page(subscriber, false, typedLogin, FieldErrors.of(field, texts.of("subscribers.register.too-many")));
            case Registrations.Outcome.TooManyLetters _ ->
                page(subscriber, false, typedLogin, FieldErrors.of(field, texts.of("subscribers.letters.too-many")));
            case Registrations.Outcome.NotWaiting _ -> new ModelAndView("redirect:/");
        };
    }

    private ModelAndView page(Subscriber subscriber, boolean sent, String typedLogin, FieldErrors errors) {
        var lastDay = Format.numericDate(registrations.lastDay(subscriber.id()));
        var view = new ModelAndView("subscribers/waiting");
        view.addObject("page", new WaitingPage(subscriber.login(), lastDay, sent, typedLogin, errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /// Who is asking, if the mailed link is what they wait for.
    private static @Nullable SignedIn waiting() {
        var person = Entrance.current();
        return person != null && person.standing() == Standing.UNCONFIRMED ? person : null;
    }

    private static ModelAndView elsewhere() {
        var person = Entrance.current();
        return new ModelAndView("redirect:" + (person == null ? "/login" : Entrance.next(person.standing())));
    }
}
