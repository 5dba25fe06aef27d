package golubika.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page of last resort for people, and a problem detail (RFC 9457) for programs.
@Controller
@RequestMapping("/error")
class ErrorPages implements ErrorController {

    private final List<SessionRealm> realms;

    ErrorPages(List<SessionRealm> realms) {
        this.realms = List.copyOf(realms);
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        var status = status(request);
        var view = new ModelAndView("site/error");
        view.addObject("page", page(request, status));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        return ResponseEntity.of(ProblemDetail.forStatus(status(request))).build();
    }

    private ErrorPage page(HttpServletRequest request, int status) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException
                ? ErrorPage.stale(OwnPath.before(request))
                : ErrorPage.of(status, home(request));
    }

    private String home(HttpServletRequest request) {
        return SessionRealm.of(realms, request).map(SessionRealm::path).orElse("/");
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
