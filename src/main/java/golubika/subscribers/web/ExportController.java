package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.subscribers.exports.Export;
import golubika.subscribers.exports.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// «Скачать мои данные»: order the file, and take it with the password.
@Controller
class ExportController {

    private final Exports exports;
    private final Asked password;
    private final Texts texts;

    ExportController(Exports exports, Asked password, Texts texts) {
        this.exports = exports;
        this.password = password;
        this.texts = texts;
    }

    @GetMapping("/export")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber) {
        return page(subscriber, FieldErrors.NONE);
    }

    @PostMapping("/export")
    ModelAndView order(@AuthenticationPrincipal Subscriber subscriber, Caller caller) {
        return exports.order(subscriber, caller)
                ? new ModelAndView("redirect:/export")
                : page(subscriber, FieldErrors.of("order", texts.of("subscribers.export.too-often")));
    }

    /// Somebody reloads what a form has answered.
    @GetMapping("/export/file")
    String reloaded() {
        return "redirect:/export";
    }

    @PostMapping("/export/file")
    @Nullable
    ModelAndView download(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(name = "password", defaultValue = "") String typed,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        var errors = password.errors(subscriber.id(), typed);
        if (errors.any()) {
            return page(subscriber, errors);
        }
        var file = exports.file(subscriber, caller);
        if (file.isEmpty()) {
            return new ModelAndView("redirect:/export");
        }
        response.setContentType("application/zip");
        response.setContentLength(file.get().length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("golubika.zip").build().toString());
        response.getOutputStream().write(file.get());
        return null;
    }

    private ModelAndView page(Subscriber subscriber, FieldErrors errors) {
        var view = new ModelAndView(
                "subscribers/export",
                "page",
                exports.latest(subscriber.id())
                        .map(export -> page(subscriber, export, errors))
                        .orElseGet(() -> new ExportPage(subscriber.printedLogin(), "none", null, null, errors)));
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private ExportPage page(Subscriber subscriber, Export export, FieldErrors errors) {
        return new ExportPage(
                subscriber.printedLogin(),
                export.state().name().toLowerCase(Locale.ROOT),
                size(export.bytes()),
                Format.date(day(export.keptUntil())),
                errors);
    }

    private String size(long bytes) {
        return texts.of("subscribers.export.size", Format.number(Math.max(1, bytes / 1024)));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, PortalTime.ZONE);
    }
}
