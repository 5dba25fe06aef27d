package golubika.office.web;

import golubika.accounts.AccountId;
import golubika.accounts.AnswerApplication;
import golubika.accounts.AnswerApplication.Outcome;
import golubika.accounts.PinApplication.Refusal;
import golubika.accounts.PinApplication.State;
import golubika.accounts.PinQueue;
import golubika.audit.Caller;
import golubika.office.OfficeActs;
import golubika.office.OfficeActs.Kind;
import golubika.office.Staff;
import golubika.office.web.ApplicationPage.RefusalForm;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.values.PlainText;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/// One PIN application of the staff's own supplier; all others are not there. Looking at one is recorded, and so is
/// each answer, in the transaction that gives it.
@Controller
class ApplicationsController {

    private static final int LONGEST_SAID = 500;

    private final PinQueue queue;
    private final AnswerApplication answers;
    private final ApplicationRows rows;
    private final ApplicationPages pages;
    private final Wordings words;
    private final Heads heads;
    private final OfficeActs acts;
    private final TransactionOperations transaction;
    private final Texts texts;

    ApplicationsController(
            PinQueue queue,
            AnswerApplication answers,
            ApplicationRows rows,
            ApplicationPages pages,
            Wordings words,
            Heads heads,
            OfficeActs acts,
            TransactionOperations transaction,
            Texts texts) {
        this.queue = queue;
        this.answers = answers;
        this.rows = rows;
        this.pages = pages;
        this.words = words;
        this.heads = heads;
        this.acts = acts;
        this.transaction = transaction;
        this.texts = texts;
    }

    @GetMapping("/office/applications/{account}/{application}")
    ModelAndView compare(
            @AuthenticationPrincipal Staff staff,
            @PathVariable AccountId account,
            @PathVariable UUID application,
            Caller caller) {
        var supplier = supplier(staff);
        return shown(staff, supplier, find(supplier, account, application), null, caller);
    }

    @PostMapping("/office/applications/{account}/{application}/grant")
    String grant(
            @AuthenticationPrincipal Staff staff,
            @PathVariable AccountId account,
            @PathVariable UUID application,
            Caller caller,
            RedirectAttributes flash) {
        var supplier = supplier(staff);
        var entry = find(supplier, account, application);
        var compared = words.compared(rows.compared(supplier, entry));
        var outcome = transaction.execute(status -> {
            var answered = answers.grant(supplier.code(), account, application, staff.login());
            if (answered instanceof Outcome.Done) {
                acts.note(staff, Kind.GRANTED, subject(supplier, entry), compared, caller);
            }
            return answered;
        });
        return told(staff, supplier, Objects.requireNonNull(outcome), Kind.GRANTED, flash);
    }

    /// Takes a PIN back that nobody has typed in yet.
    @PostMapping("/office/applications/{account}/{application}/revocation")
    String revoke(
            @AuthenticationPrincipal Staff staff,
            @PathVariable AccountId account,
            @PathVariable UUID application,
            Caller caller,
            RedirectAttributes flash) {
        var supplier = supplier(staff);
        var entry = find(supplier, account, application);
        var outcome = transaction.execute(status -> {
            var revoked = answers.revoke(supplier.code(), account, application, staff.login());
            if (revoked instanceof Outcome.Done) {
                acts.note(staff, Kind.REVOKED, subject(supplier, entry), "", caller);
            }
            return revoked;
        });
        return told(staff, supplier, Objects.requireNonNull(outcome), Kind.REVOKED, flash);
    }

    /// The form of refusing.
    @GetMapping("/office/applications/{account}/{application}/refusal")
    ModelAndView refusing(
            @AuthenticationPrincipal Staff staff,
            @PathVariable AccountId account,
            @PathVariable UUID application,
            Caller caller) {
        var supplier = supplier(staff);
        var entry = find(supplier, account, application);
        return entry.application().state() == State.SENT
                ? shown(staff, supplier, entry, form("", "", FieldErrors.NONE), caller)
                : new ModelAndView("redirect:" + ApplicationPages.path(entry));
    }

    @PostMapping("/office/applications/{account}/{application}/refusal")
    ModelAndView refuse(
            @AuthenticationPrincipal Staff staff,
            @PathVariable AccountId account,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String said,
            Caller caller,
            RedirectAttributes flash) {
        var supplier = supplier(staff);
        var entry = find(supplier, account, application);
        var refusal = refusal(reason);
        var added = PlainText.of(said);
        var errors = errors(refusal, added);
        if (refusal.isEmpty() || errors.any()) {
            var view = shown(staff, supplier, entry, form(reason, added, errors), caller);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var outcome = transaction.execute(status -> {
            var answered = answers.refuse(supplier.code(), account, application, refusal.get(), added, staff.login());
            if (answered instanceof Outcome.Done) {
                var why = texts.of("office.refusal." + refusal.get());
                acts.note(staff, Kind.REFUSED, subject(supplier, entry), why, caller);
            }
            return answered;
        });
        return new ModelAndView(told(staff, supplier, Objects.requireNonNull(outcome), Kind.REFUSED, flash));
    }

    /// The addresses of the forms, opened again by themselves.
    @GetMapping({
        "/office/applications/{account}/{application}/grant",
        "/office/applications/{account}/{application}/revocation"
    })
    String back(@PathVariable AccountId account, @PathVariable UUID application) {
        return "redirect:/office/applications/" + account + "/" + application;
    }

    // The portal's own desk has no accounts, and so no PIN applications.
    private Supplier supplier(Staff staff) {
        return heads.supplier(staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PinQueue.Entry find(Supplier supplier, AccountId account, UUID application) {
        return queue.find(supplier.code(), account, application)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView shown(
            Staff staff, Supplier supplier, PinQueue.Entry entry, @Nullable RefusalForm form, Caller caller) {
        if (entry.written() != null) {
            acts.note(staff, Kind.SEEN, subject(supplier, entry), "", caller);
        }
        var page = pages.page(staff, supplier, entry, form);
        return new ModelAndView(form == null ? "office/application" : "office/refusal", "page", page);
    }

    // Who presses twice hears of their own answer, not of a colleague's.
    private String told(Staff staff, Supplier supplier, Outcome outcome, Kind deed, RedirectAttributes flash) {
        switch (outcome) {
            case Outcome.Done(var number) -> flash.addFlashAttribute(QueueController.DONE, done(deed, number));
            case Outcome.Closed(var entry)
            when entry.application().state() == stateAfter(deed)
                    && staff.login().equals(entry.closedBy()) ->
                flash.addFlashAttribute(
                        QueueController.DONE, done(deed, entry.application().number()));
            case Outcome.Closed(var entry) ->
                flash.addFlashAttribute(
                        QueueController.REFUSED,
                        texts.of(
                                deed == Kind.REVOKED ? "office.too-late.revoke" : "office.too-late",
                                Integer.toString(entry.application().number()),
                                words.outcome(entry, supplier.timeZone())));
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/office";
    }

    private String done(Kind deed, int number) {
        return texts.of("office.done." + deed, Integer.toString(number));
    }

    private static State stateAfter(Kind deed) {
        return deed == Kind.GRANTED ? State.GRANTED : State.REFUSED;
    }

    private static String subject(Supplier supplier, PinQueue.Entry entry) {
        return "№ " + entry.application().number() + ", ЛС "
                + supplier.accountNumber().print(entry.number());
    }

    private static Optional<Refusal> refusal(String reason) {
        return Arrays.stream(Refusal.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
    }

    private FieldErrors errors(Optional<Refusal> refusal, String said) {
        if (refusal.isEmpty()) {
            return FieldErrors.of("reason", texts.of("office.refusal.choose"));
        }
        if (said.length() > LONGEST_SAID) {
            return FieldErrors.of("said", texts.of("office.refusal.too-long", LONGEST_SAID));
        }
        return refusal.get() == Refusal.OTHER && said.isEmpty()
                ? FieldErrors.of("said", texts.of("office.refusal.say"))
                : FieldErrors.NONE;
    }

    private static RefusalForm form(String reason, String said, FieldErrors errors) {
        return new RefusalForm(
                Arrays.stream(Refusal.values()).map(Refusal::name).toList(), reason, said, errors);
    }
}
