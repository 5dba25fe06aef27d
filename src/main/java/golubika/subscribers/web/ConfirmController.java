package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Arrivals;
import golubika.subscribers.Confirmations;
import golubika.subscribers.Confirmations.Link;
import golubika.subscribers.FollowedLinks;
import golubika.subscribers.FollowedLinks.Browser;
import golubika.subscribers.Login;
import golubika.subscribers.Proof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Confirming by a link, mailed or in an SMS.
@Controller
class ConfirmController {

    private final Confirmations confirmations;
    private final FollowedLinks links;
    private final Entrance entrance;
    private final Sentences sentences;
    private final Texts texts;

    ConfirmController(
            Confirmations confirmations, FollowedLinks links, Entrance entrance, Sentences sentences, Texts texts) {
        this.confirmations = confirmations;
        this.links = links;
        this.entrance = entrance;
        this.sentences = sentences;
        this.texts = texts;
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
                if (!entrance.letIn(
                        request, response, subscriber, standing, Arrivals.Way.CONFIRMATION, Proof.JUST_DONE)) {
                    yield new ModelAndView("redirect:/login");
                }
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
                new LinkPage("open", Login.of(link.login()), token, asks, errors),
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// Who has pressed the button twice is in already.
    private static ModelAndView closed(Link link, String token) {
        if (!(link instanceof Link.Confirmed(var subscriber, var login))) {
            return page(new LinkPage("unusable", null, token, false, FieldErrors.NONE), HttpStatus.NOT_FOUND);
        }
        var person = Entrance.current();
        return person != null && person.subscriber().id().equals(subscriber)
                ? new ModelAndView("redirect:" + Entrance.next(person.standing()))
                : page(new LinkPage("confirmed", Login.of(login), token, false, FieldErrors.NONE), HttpStatus.OK);
    }

    private static ModelAndView page(LinkPage page, HttpStatus status) {
        var view = new ModelAndView("subscribers/link", "page", page);
        view.setStatus(status);
        return view;
    }
}
