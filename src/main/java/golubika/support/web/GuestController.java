package golubika.support.web;

import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.site.Texts;
import golubika.support.OwnRequests;
import golubika.support.Passes;
import golubika.support.SupportLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A guest's request, opened by the link of a letter. Opening it changes nothing, as mail programs open links by
/// themselves; whoever writes on the page, closes it, or presses «Это моя почта», has shown that the address is theirs.
@Controller
class GuestController {

    private final Passes passes;
    private final OwnRequests requests;
    private final RequestPages pages;
    private final Replies replies;
    private final Limits limits;
    private final Texts texts;

    GuestController(
            Passes passes, OwnRequests requests, RequestPages pages, Replies replies, Limits limits, Texts texts) {
        this.passes = passes;
        this.requests = requests;
        this.pages = pages;
        this.replies = replies;
        this.limits = limits;
        this.texts = texts;
    }

    @GetMapping("/support/guest/{secret}")
    ModelAndView page(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String card, Caller caller) {
        var notes = card == null ? List.<String>of() : List.of(texts.of("support.card"));
        return with(secret, caller, visit -> pages.page(visit, notes));
    }

    @PostMapping("/support/guest/{secret}")
    ModelAndView say(
            @PathVariable String secret,
            @ModelAttribute ReplyForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller) {
        return with(secret, caller, visit -> replies.say(visit, form, SentFiles.of(files)));
    }

    @PostMapping("/support/guest/{secret}/closing")
    ModelAndView close(
            @PathVariable String secret,
            @ModelAttribute ReplyForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Caller caller) {
        return with(secret, caller, visit -> replies.close(visit, form, SentFiles.of(files)));
    }

    @PostMapping("/support/guest/{secret}/address")
    ModelAndView proveMail(@PathVariable String secret, Caller caller) {
        return with(secret, caller, visit -> {
            requests.proveMail(visit.door());
            return new ModelAndView("redirect:" + visit.path());
        });
    }

    @GetMapping("/support/guest/{secret}/files/{file}")
    ResponseEntity<InputStreamResource> file(@PathVariable String secret, @PathVariable UUID file, Caller caller) {
        return Downloads.of(visit(secret, caller).flatMap(visit -> requests.file(visit.door(), file)));
    }

    private ModelAndView with(String secret, Caller caller, Function<RequestPages.Visit, ModelAndView> deed) {
        return visit(secret, caller).map(deed).orElseGet(GuestController::closed);
    }

    private Optional<RequestPages.Visit> visit(String secret, Caller caller) {
        var network = Network.of(caller.network()).value();
        if (!limits.take(SupportLimits.LINKS_BY_NETWORK, network)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return passes.door(secret).map(door -> new RequestPages.Visit(door, null, "/support/guest/" + secret));
    }

    private static ModelAndView closed() {
        var view = new ModelAndView("support/link-closed");
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
