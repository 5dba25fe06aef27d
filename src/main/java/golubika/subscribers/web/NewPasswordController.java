package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Recovery;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The page behind the link of a forgotten password. Opening it uses nothing up.
@Controller
class NewPasswordController {

    /// The sign-in that follows tells of passkeys too.
    static final String KEYS = "keys";

    private final Recovery recovery;
    private final Sentences sentences;
    private final Texts texts;

    NewPasswordController(Recovery recovery, Sentences sentences, Texts texts) {
        this.recovery = recovery;
        this.sentences = sentences;
        this.texts = texts;
    }

    @GetMapping("/recover/{token}")
    ModelAndView link(@PathVariable String token) {
        return recovery.look(token)
                .map(owner -> page(owner, token, FieldErrors.NONE))
                .orElseGet(NewPasswordController::unusable);
    }

    @PostMapping("/recover/{token}")
    ModelAndView renew(
            @PathVariable String token,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            @RequestParam(name = "new2", defaultValue = "") String repeated,
            Caller caller,
            HttpServletRequest request) {
        var owner = recovery.look(token);
        if (owner.isEmpty()) {
            return unusable();
        }
        var errors = sentences.ofPair(fresh, repeated);
        if (errors.any()) {
            return page(owner.get(), token, errors);
        }
        var cleared = recovery.renew(token, fresh, caller);
        if (cleared.isEmpty()) {
            return unusable();
        }
        Entrance.end(request);
        return new ModelAndView("redirect:/login?renewed"
                + (cleared.get().any() ? "=" + KEYS + "&next=" + PasskeysController.PATH : ""));
    }

    private ModelAndView page(Subscriber owner, String token, FieldErrors errors) {
        var page = new NewPasswordPage(token, owner.printedLogin(), sentences.rule(), errors);
        var view = new ModelAndView("subscribers/new-password", "page", page);
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static ModelAndView unusable() {
        var view = new ModelAndView("subscribers/recover-unusable");
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }
}
