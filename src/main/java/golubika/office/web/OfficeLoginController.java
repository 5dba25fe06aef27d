package golubika.office.web;

import golubika.audit.Caller;
import golubika.office.StaffSignIn;
import golubika.site.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Coming to work.
@Controller
class OfficeLoginController {

    private final StaffSignIn signIn;
    private final OfficeEntrance entrance;
    private final Texts texts;

    OfficeLoginController(StaffSignIn signIn, OfficeEntrance entrance, Texts texts) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.texts = texts;
    }

    @GetMapping("/office/login")
    ModelAndView page(
            @RequestParam(required = false) @Nullable String bye,
            @RequestParam(required = false) @Nullable String ended) {
        if (OfficeEntrance.current() != null) {
            return new ModelAndView("redirect:/office");
        }
        var notice = bye != null ? texts.of("office.login.bye") : ended != null ? texts.of("office.login.ended") : null;
        return new ModelAndView("office/login", "page", new OfficeLoginPage("", notice, null));
    }

    @PostMapping("/office/login")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login.isBlank() || password.isEmpty()) {
            return refused(login, "office.login.missing");
        }
        return switch (signIn.signIn(login, password, caller)) {
            case StaffSignIn.Outcome.Welcome(var staff) -> {
                entrance.letIn(request, response, staff);
                yield new ModelAndView("redirect:" + (staff.onceOnly() ? "/office/password" : "/office"));
            }
            case StaffSignIn.Outcome.Wrong _ -> refused(login, "office.login.wrong");
            case StaffSignIn.Outcome.TooOften _ -> refused(login, "office.login.too-often");
        };
    }

    private ModelAndView refused(String login, String problem) {
        var page = new OfficeLoginPage(login.length() > 100 ? "" : login, null, texts.of(problem));
        var view = new ModelAndView("office/login", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
