package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.subscribers.Consents;
import golubika.subscribers.Removals;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// «Удалить личный кабинет», «Оставить кабинет», and «Отозвать согласие», which leads to the first.
@Controller
class DeletionController {

    private final Removals removals;
    private final Consents consents;
    private final Asked password;
    private final Entrance entrance;

    DeletionController(Removals removals, Consents consents, Asked password, Entrance entrance) {
        this.removals = removals;
        this.consents = consents;
        this.password = password;
        this.entrance = entrance;
    }

    @GetMapping("/deletion")
    ModelAndView deletion(@AuthenticationPrincipal Subscriber subscriber) {
        return page(subscriber, "deletion", FieldErrors.NONE);
    }

    @PostMapping("/deletion")
    ModelAndView delete(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(name = "password", defaultValue = "") String typed,
            Caller caller) {
        var errors = password.errors(subscriber.id(), typed);
        if (errors.any()) {
            return page(subscriber, "deletion", errors);
        }
        removals.ask(subscriber, caller);
        return new ModelAndView("redirect:/deletion");
    }

    /// Who has withdrawn the consent keeps the cabinet by signing once more.
    @PostMapping("/deletion/cancellation")
    ModelAndView keep(@AuthenticationPrincipal Subscriber subscriber, Caller caller) {
        removals.keep(subscriber, caller);
        return new ModelAndView("redirect:" + Entrance.next(consents.standing(subscriber.id())));
    }

    @GetMapping("/withdrawal")
    ModelAndView withdrawal(@AuthenticationPrincipal Subscriber subscriber) {
        return page(subscriber, "withdrawal", FieldErrors.NONE);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(name = "password", defaultValue = "") String typed,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var errors = password.errors(subscriber.id(), typed);
        if (errors.any()) {
            return page(subscriber, "withdrawal", errors);
        }
        consents.withdraw(subscriber, request.getSession().getId(), caller);
        entrance.note(request, response, new SignedIn(subscriber, consents.standing(subscriber.id())));
        return new ModelAndView("redirect:/consent");
    }

    private ModelAndView page(Subscriber subscriber, String kind, FieldErrors errors) {
        var pending = removals.pending(subscriber.id());
        var day = pending.map(Removals.Pending::day).orElseGet(removals::dayFromNow);
        var view = new ModelAndView("subscribers/leaving");
        view.addObject(
                "page",
                new LeavingPage(kind, "/" + kind, subscriber.login(), Format.date(day), state(pending), errors));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static String state(Optional<Removals.Pending> pending) {
        return pending.map(removal -> removal.unsigned() ? "unsigned" : "asked").orElse("open");
    }
}
