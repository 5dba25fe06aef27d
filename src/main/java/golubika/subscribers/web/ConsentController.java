package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Consents;
import golubika.subscribers.Document;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Signing the consent, without which nothing works.
@Controller
class ConsentController {

    private final Consents consents;
    private final Entrance entrance;
    private final Texts texts;

    ConsentController(Consents consents, Entrance entrance, Texts texts) {
        this.consents = consents;
        this.entrance = entrance;
        this.texts = texts;
    }

    @GetMapping("/consent")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber) {
        return consents.standing(subscriber.id()) == Standing.INSIDE
                ? new ModelAndView("redirect:/")
                : page(subscriber, FieldErrors.NONE);
    }

    @PostMapping("/consent")
    ModelAndView sign(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(required = false) @Nullable String agree,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (agree == null) {
            return page(subscriber, FieldErrors.of("agree", texts.of("subscribers.consent.tick")));
        }
        consents.sign(subscriber, request.getRemoteAddr());
        entrance.note(request, response, new SignedIn(subscriber, Standing.INSIDE));
        return new ModelAndView("redirect:/");
    }

    private ModelAndView page(Subscriber subscriber, FieldErrors errors) {
        var again = consents.signedEarlier(subscriber.id(), Document.PERSONAL_DATA);
        var view = new ModelAndView("subscribers/consent");
        view.addObject("page", new ConsentPage(subscriber.printedLogin(), Document.PERSONAL_DATA, again, errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
