package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.Texts;
import golubika.subscribers.Sessions;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Где вы вошли» of the settings: one session is ended, or all others.
@Controller
class SessionsController {

    private static final String SECTION = "sessions";

    private final Sessions sessions;
    private final Texts texts;

    SessionsController(Sessions sessions, Texts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({"/settings/sessions/end", "/settings/sessions/end-others"})
    String reloaded() {
        return "redirect:/settings#" + SECTION;
    }

    @PostMapping("/settings/sessions/end")
    ModelAndView end(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String session,
            Caller caller,
            RedirectAttributes flash) {
        sessions.end(subscriber.id(), session, caller);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.sessions.ended"));
    }

    @PostMapping("/settings/sessions/end-others")
    ModelAndView endOthers(
            @AuthenticationPrincipal Subscriber subscriber,
            Caller caller,
            HttpServletRequest request,
            RedirectAttributes flash) {
        sessions.endOthers(subscriber.id(), request.getSession().getId(), caller);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.sessions.others-ended"));
    }
}
