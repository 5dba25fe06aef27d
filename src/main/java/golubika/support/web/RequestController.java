package golubika.support.web;

import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Subscriber;
import golubika.support.Door;
import golubika.support.OwnRequests;
import golubika.support.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// One's own request. Somebody else's does not exist here, whatever account it is about.
@Controller
class RequestController {

    private final OwnRequests requests;
    private final RequestPages pages;
    private final Replies replies;
    private final Contacts contacts;
    private final Texts texts;

    RequestController(OwnRequests requests, RequestPages pages, Replies replies, Contacts contacts, Texts texts) {
        this.requests = requests;
        this.pages = pages;
        this.replies = replies;
        this.contacts = contacts;
        this.texts = texts;
    }

    /// @param fresh the person has just sent it
    /// @param card  the number of a card was struck out of what they have just sent
    @GetMapping("/support/requests/{id}")
    ModelAndView page(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable RequestId id,
            @RequestParam(name = "new", required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable String card) {
        var notes = new ArrayList<String>();
        if (fresh != null) {
            var hasMail = contacts.of(subscriber.id()).mail().isPresent();
            notes.add(texts.of(hasMail ? "support.new" : "support.new.phone"));
        }
        if (card != null) {
            notes.add(texts.of("support.card"));
        }
        return pages.page(visit(subscriber, id), notes);
    }

    @PostMapping("/support/requests/{id}")
    ModelAndView say(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable RequestId id,
            @ModelAttribute ReplyForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        return replies.say(visit(subscriber, id), form, SentFiles.of(files));
    }

    @PostMapping("/support/requests/{id}/closing")
    ModelAndView close(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable RequestId id,
            @ModelAttribute ReplyForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        return replies.close(visit(subscriber, id), form, SentFiles.of(files));
    }

    @GetMapping("/support/requests/{id}/files/{file}")
    ResponseEntity<InputStreamResource> file(
            @AuthenticationPrincipal Subscriber subscriber, @PathVariable RequestId id, @PathVariable UUID file) {
        return Downloads.of(requests.file(Door.of(subscriber.id(), id), file));
    }

    private static RequestPages.Visit visit(Subscriber subscriber, RequestId id) {
        return new RequestPages.Visit(Door.of(subscriber.id(), id), subscriber, "/support/requests/" + id);
    }
}
