package golubika.office.web;

import golubika.audit.Caller;
import golubika.office.StaffSignIn;
import golubika.site.OwnPath;
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

    /// The first page of the office.
    static final String QUEUE = "/office";

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
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(defaultValue = "") String to) {
        if (OfficeEntrance.current() != null) {
            return new ModelAndView("redirect:" + way(to));
        }
        var notice = bye != null ? texts.of("office.login.bye") : ended != null ? texts.of("office.login.ended") : null;
        return new ModelAndView("office/login", "page", new OfficeLoginPage("", way(to), notice, null));
    }

    @PostMapping("/office/login")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login.isBlank() || password.isEmpty()) {
            return refused(login, to, "office.login.missing");
        }
        return switch (signIn.signIn(login, password, caller)) {
            case StaffSignIn.Outcome.Welcome(var staff) -> {
                entrance.letIn(request, response, staff);
                yield new ModelAndView("redirect:" + (staff.onceOnly() ? "/office/password" : way(to)));
            }
            case StaffSignIn.Outcome.Wrong _ -> refused(login, to, "office.login.wrong");
            case StaffSignIn.Outcome.TooOften _ -> refused(login, to, "office.login.too-often");
        };
    }

    // Pages of the office alone.
    private static String way(String to) {
        var own = OwnPath.of(to).value();
        return own.startsWith(QUEUE + "/") && !own.startsWith("/office/login") ? own : QUEUE;
    }

    private ModelAndView refused(String login, String to, String problem) {
        var page = new OfficeLoginPage(login.length() > 100 ? "" : login, way(to), null, texts.of(problem));
        var view = new ModelAndView("office/login", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
