package golubika.support.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.subscribers.Subscriber;
import golubika.support.SendRequest.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// «Напишите нам» (M20): for those inside with their accounts and requests, for everybody else with an e-mail address
/// for the answer. Who has not confirmed or signed yet is a guest here.
@Controller
class SupportController {

    private final SubscriberAsks subscribers;
    private final GuestAsks guests;
    private final AskPages pages;

    SupportController(SubscriberAsks subscribers, GuestAsks guests, AskPages pages) {
        this.subscribers = subscribers;
        this.guests = guests;
        this.pages = pages;
    }

    /// A link may choose topic, account or supplier.
    @GetMapping("/support")
    ModelAndView page(
            @AuthenticationPrincipal @Nullable Subscriber subscriber,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String supplier,
            HttpServletRequest request) {
        var form = new AskForm(null, topic, account, null, null, supplier, null, null, null, null);
        return subscriber != null && isInside(request)
                ? pages.ofSubscriber(subscriber, form, false, FieldErrors.NONE)
                : guests.page(form);
    }

    @PostMapping("/support")
    ModelAndView ask(
            @AuthenticationPrincipal @Nullable Subscriber subscriber,
            @ModelAttribute AskForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offered = SentFiles.of(files);
        return subscriber != null && isInside(request)
                ? subscribers.ask(subscriber, form, offered)
                : guests.ask(form, offered, caller, sent -> sent(sent, form, request, response));
    }

    @GetMapping("/support/requests")
    ModelAndView all(@AuthenticationPrincipal Subscriber subscriber) {
        return new ModelAndView("support/requests").addObject("page", new RequestsPage(pages.mine(subscriber)));
    }

    @GetMapping("/support/sent")
    ModelAndView sent(
            @CookieValue(name = SentByGuest.COOKIE, required = false) @Nullable String cookie,
            @RequestParam(required = false) @Nullable String card) {
        return SentByGuest.read(cookie)
                .map(sent -> new ModelAndView("support/sent", "page", sent).addObject("card", card != null))
                .orElseGet(() -> new ModelAndView("redirect:/support"));
    }

    private static ModelAndView sent(
            Sent sent, AskForm form, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", SentByGuest.of(sent).cookie(request.isSecure()));
        return new ModelAndView("redirect:/support/sent" + (form.namesCard() ? "?card" : ""));
    }

    private static boolean isInside(HttpServletRequest request) {
        return request.isUserInRole("SUBSCRIBER");
    }
}
