package golubika.office.web;

import golubika.audit.Caller;
import golubika.office.OfficeActs;
import golubika.office.OfficeActs.Kind;
import golubika.office.Staff;
import golubika.office.web.ThreadPages.Draft;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.support.RequestId;
import golubika.support.Requests;
import golubika.support.Requests.Outcome;
import golubika.support.Words;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One request to support of the staff's own desk; all others are not there. Looks and answers are recorded.
@Controller
class ThreadController {

    private final Requests requests;
    private final ThreadPages pages;
    private final OfficeActs acts;
    private final TransactionOperations transaction;
    private final Texts texts;

    ThreadController(
            Requests requests, ThreadPages pages, OfficeActs acts, TransactionOperations transaction, Texts texts) {
        this.requests = requests;
        this.pages = pages;
        this.acts = acts;
        this.transaction = transaction;
        this.texts = texts;
    }

    @GetMapping("/office/requests/{request}")
    ModelAndView thread(@AuthenticationPrincipal Staff staff, @PathVariable RequestId request, Caller caller) {
        return shown(staff, request, Draft.NOTHING, caller);
    }

    /// @param seen the version that the answer was written to
    @PostMapping("/office/requests/{request}/answer")
    ModelAndView answer(
            @AuthenticationPrincipal Staff staff,
            @PathVariable RequestId request,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String text,
            Caller caller,
            RedirectAttributes flash) {
        var words = Words.of(text);
        if (words.isEmpty() || words.length() > Words.LONGEST) {
            var sentence = words.isEmpty()
                    ? texts.of("office.request.text.missing")
                    : texts.of("office.request.text.too-long", Words.LONGEST);
            return refused(staff, request, new Draft(text, FieldErrors.of("text", sentence), null), caller);
        }
        var outcome = transaction.execute(status -> {
            var answered = requests.answer(RequestLines.desk(staff), request, seen, staff.name(), words);
            if (answered == Outcome.DONE) {
                acts.note(staff, Kind.REQUEST_ANSWERED, "№ " + request, "", caller);
            }
            return answered;
        });
        return told(staff, request, Objects.requireNonNull(outcome), "office.request.answered", text, caller, flash);
    }

    @PostMapping("/office/requests/{request}/close")
    ModelAndView close(
            @AuthenticationPrincipal Staff staff,
            @PathVariable RequestId request,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String text,
            Caller caller,
            RedirectAttributes flash) {
        if (!Words.of(text).isEmpty()) {
            var sentence = texts.of("office.request.text.unsent");
            return refused(staff, request, new Draft(text, FieldErrors.of("text", sentence), null), caller);
        }
        var outcome = transaction.execute(status -> {
            var closed = requests.close(RequestLines.desk(staff), request, seen);
            if (closed == Outcome.DONE) {
                acts.note(staff, Kind.REQUEST_CLOSED, "№ " + request, "", caller);
            }
            return closed;
        });
        return told(staff, request, Objects.requireNonNull(outcome), "office.request.closed", text, caller, flash);
    }

    /// The addresses of the forms, opened again by themselves.
    @GetMapping({"/office/requests/{request}/answer", "/office/requests/{request}/close"})
    String back(@PathVariable RequestId request) {
        return "redirect:/office/requests/" + request;
    }

    /// A file, to be saved: what households send is never shown as a page of ours.
    @GetMapping("/office/requests/{request}/files/{file}")
    ResponseEntity<InputStreamResource> file(
            @AuthenticationPrincipal Staff staff,
            @PathVariable RequestId request,
            @PathVariable UUID file,
            Caller caller) {
        var kept = requests.file(RequestLines.desk(staff), request, file)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        acts.note(staff, Kind.FILE_SEEN, "№ " + request, "", caller);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.kind().type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kept.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentLength(kept.size())
                .body(new InputStreamResource(kept.content().get()));
    }

    private ModelAndView told(
            Staff staff,
            RequestId request,
            Outcome outcome,
            String done,
            String text,
            Caller caller,
            RedirectAttributes flash) {
        return switch (outcome) {
            case DONE -> {
                flash.addFlashAttribute(QueueController.DONE, texts.of(done, request.toString()));
                yield new ModelAndView("redirect:/office");
            }
            case CHANGED -> {
                var view = refused(
                        staff, request, new Draft(text, FieldErrors.NONE, texts.of("office.request.changed")), caller);
                view.setStatus(HttpStatus.CONFLICT);
                yield view;
            }
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private ModelAndView refused(Staff staff, RequestId request, Draft draft, Caller caller) {
        var view = shown(staff, request, draft, caller);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView shown(Staff staff, RequestId request, Draft draft, Caller caller) {
        var opened = requests.thread(RequestLines.desk(staff), request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        acts.note(staff, Kind.REQUEST_SEEN, "№ " + request, "", caller);
        return new ModelAndView("office/thread", "page", pages.page(staff, opened, draft));
    }
}
