package golubika.office.web;

import golubika.audit.Caller;
import golubika.office.OfficeActs;
import golubika.office.Staff;
import golubika.office.StaffBook;
import golubika.office.StaffPasswords;
import golubika.office.StaffSignIn;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.PasswordPolicy;
import golubika.subscribers.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A password of one's own: after a one-time password nothing else can be done. All other sessions end.
@Controller
class OfficePasswordController {

    private final StaffSignIn signIn;
    private final StaffBook book;
    private final OfficeEntrance entrance;
    private final OfficeActs acts;
    private final Passwords passwords;
    private final TransactionOperations transaction;
    private final Heads heads;
    private final Texts texts;

    OfficePasswordController(
            StaffSignIn signIn,
            StaffBook book,
            OfficeEntrance entrance,
            OfficeActs acts,
            Passwords passwords,
            TransactionOperations transaction,
            Heads heads,
            Texts texts) {
        this.signIn = signIn;
        this.book = book;
        this.entrance = entrance;
        this.acts = acts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.heads = heads;
        this.texts = texts;
    }

    @GetMapping("/office/password")
    ModelAndView form(@AuthenticationPrincipal Staff staff) {
        return page(staff, FieldErrors.NONE);
    }

    @PostMapping("/office/password")
    ModelAndView change(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var errors = flaws(staff, current, password, again);
        if (errors.any()) {
            return refused(staff, errors);
        }
        var right = signIn.holds(staff, current);
        if (right.isEmpty()) {
            return refused(staff, FieldErrors.of("current", texts.of("office.login.too-often")));
        }
        if (!right.get()) {
            return refused(staff, FieldErrors.of("current", texts.of("office.password.wrong")));
        }
        var renewed = renewed(staff, password, caller);
        if (renewed.isEmpty()) {
            OfficeEntrance.end(request); // blocked, or given another password, at this very moment
            return new ModelAndView("redirect:/office/login?ended");
        }
        entrance.letIn(request, response, renewed.get());
        flash.addFlashAttribute(QueueController.DONE, texts.of("office.password.done"));
        return new ModelAndView("redirect:/office");
    }

    private Optional<Staff> renewed(Staff staff, String password, Caller caller) {
        var hash = passwords.hash(password);
        return Objects.requireNonNull(transaction.execute(status -> {
            var changed = book.changePassword(staff, hash);
            changed.ifPresent(one -> acts.note(one, OfficeActs.Kind.PASSWORD, "", "", caller));
            return changed;
        }));
    }

    private FieldErrors flaws(Staff staff, String current, String password, String again) {
        var errors = FieldErrors.NONE;
        if (current.isEmpty()) {
            errors = errors.and("current", texts.of("office.password.type-current"));
        }
        var flaw = password.equals(current)
                ? Optional.of(StaffPasswords.Flaw.SAME)
                : StaffPasswords.flaw(password, staff.login());
        if (flaw.isPresent()) {
            errors = errors.and(
                    "password",
                    texts.of(
                            "office.password.flaw." + flaw.get(),
                            StaffPasswords.SHORTEST,
                            PasswordPolicy.STRONG.longest()));
        } else if (!password.equals(again)) {
            errors = errors.and("again", texts.of("office.password.differs"));
        }
        return errors;
    }

    private ModelAndView refused(Staff staff, FieldErrors errors) {
        var view = page(staff, errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Staff staff, FieldErrors errors) {
        return new ModelAndView(
                "office/password", "page", new OfficePasswordPage(heads.of(staff), staff.onceOnly(), errors));
    }
}
