package golubika.support.web;

import golubika.audit.Caller;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.site.FieldErrors;
import golubika.subscribers.Login;
import golubika.subscribers.RobotChecks;
import golubika.subscribers.RobotChecks.Verdict;
import golubika.subscribers.RobotParts;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.support.Intake;
import golubika.support.OwnRequests;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.SendRequest.Sent;
import golubika.support.SupportLimits;
import golubika.support.Topic;
import golubika.support.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// «Напишите нам» of who is not signed in: often somebody who cannot get in. The robot check is used up last, so that
/// a file which is refused costs no second one.
@Component
class GuestAsks {

    /// Until somebody has shown that the address is theirs.
    static final int MOST_FILES = 1;

    private static final int LONGEST_NUMBER = 40;

    private final Suppliers suppliers;
    private final SendRequest sending;
    private final Intake intake;
    private final OwnRequests requests;
    private final Limits limits;
    private final RobotChecks robots;
    private final RobotParts parts;
    private final AskPages pages;
    private final Complaints complaints;

    GuestAsks(
            Suppliers suppliers,
            SendRequest sending,
            Intake intake,
            OwnRequests requests,
            Limits limits,
            RobotChecks robots,
            RobotParts parts,
            AskPages pages,
            Complaints complaints) {
        this.suppliers = suppliers;
        this.sending = sending;
        this.intake = intake;
        this.requests = requests;
        this.limits = limits;
        this.robots = robots;
        this.parts = parts;
        this.pages = pages;
        this.complaints = complaints;
    }

    /// What a form says when nothing in it is wrong.
    private record Filled(
            UUID key, Login mail, Optional<SupplierCode> supplier, String number, Topic topic, String words) {}

    ModelAndView page(AskForm form) {
        return pages.ofGuest(form, false, parts.fresh(), FieldErrors.NONE);
    }

    /// @param then where the guest goes from what was sent
    ModelAndView ask(AskForm form, List<Intake.Offered> files, Caller caller, Function<Sent, ModelAndView> then) {
        var key = form.sent(files);
        var before = sending.sentByGuest(key);
        if (before.isPresent()) {
            return then.apply(before.get());
        }
        var verdict = parts.judge(form.robot(), caller.network());
        var mail = mail(form);
        var words = Words.of(form.typedText());
        var errors = parts.and(errors(form, files, mail, words), form.robot(), verdict);
        if (errors.any()
                || !(verdict instanceof Verdict.Human human)
                || mail.isEmpty()
                || form.chosenTopic().isEmpty()) {
            return refused(form, !files.isEmpty(), verdict, errors);
        }
        var filled = new Filled(
                key,
                mail.get(),
                supplier(form).map(Supplier::code),
                Words.of(form.typedNumber()),
                form.chosenTopic().get(),
                words);
        return send(form, filled, files, human, Network.of(caller.network()).value(), then);
    }

    private ModelAndView send(
            AskForm form,
            Filled filled,
            List<Intake.Offered> files,
            Verdict.Human human,
            String network,
            Function<Sent, ModelAndView> then) {
        var taken = new Taken(limits);
        if (!taken.take(SupportLimits.GUESTS_BY_NETWORK, network)) {
            var wait = limits.wait(SupportLimits.GUESTS_BY_NETWORK, network);
            return refused(
                    form, !files.isEmpty(), human, "text", complaints.tooOften("support.too-often.network", wait));
        }
        if (!taken.take(SupportLimits.GUESTS_BY_ADDRESS, mailbox(filled.mail()))) {
            return refused(form, !files.isEmpty(), human, "mail", complaints.of("support.too-often.address"));
        }
        var each = List.of(
                new Bucket(SupportLimits.FILES, filled.mail().value()),
                new Bucket(SupportLimits.FILES_BY_NETWORK, network));
        return intake.take(files, each, requests.keptBytes(filled.mail()), outcome -> switch (outcome) {
            case Intake.Outcome.Refused(var sentence) -> {
                taken.giveBack();
                yield refused(form, true, human, "files", sentence);
            }
            case Intake.Outcome.Taken(var kept) -> {
                if (!robots.useUp(human)) {
                    taken.giveBack();
                    yield usedUp(form, !files.isEmpty(), then);
                }
                yield then.apply(sending.sendAsGuest(
                        filled.mail(),
                        filled.supplier().orElse(null),
                        filled.number().isEmpty() ? null : filled.number(),
                        new SendRequest.Question(filled.key(), filled.topic(), new Said(filled.words(), kept))));
            }
        });
    }

    // The same form may have been sent a moment ago; otherwise the check has served for another.
    private ModelAndView usedUp(AskForm form, boolean hadFiles, Function<Sent, ModelAndView> then) {
        var used = new Verdict.Used();
        return sending.sentByGuest(form.key())
                .map(then)
                .orElseGet(() -> refused(form, hadFiles, used, parts.and(FieldErrors.NONE, form.robot(), used)));
    }

    private ModelAndView refused(AskForm form, boolean hadFiles, Verdict verdict, String field, String sentence) {
        return refused(form, hadFiles, verdict, FieldErrors.of(field, sentence));
    }

    private ModelAndView refused(AskForm form, boolean hadFiles, Verdict verdict, FieldErrors errors) {
        return pages.ofGuest(form, hadFiles, parts.again(form.robot(), verdict, errors), errors);
    }

    private static Optional<Login> mail(AskForm form) {
        return Login.read(form.typedMail()) instanceof Login.Reading.Good(var login) && !login.isPhone()
                ? Optional.of(login)
                : Optional.empty();
    }

    private Optional<Supplier> supplier(AskForm form) {
        return SupplierCode.isWellFormed(form.chosenSupplier())
                ? suppliers.find(new SupplierCode(form.chosenSupplier()))
                : Optional.empty();
    }

    private FieldErrors errors(AskForm form, List<Intake.Offered> files, Optional<Login> mail, String words) {
        var errors = FieldErrors.NONE;
        if (files.size() > MOST_FILES) {
            errors = errors.and("files", complaints.of("support.files.one-of-guest"));
        }
        if (form.chosenTopic().isEmpty()) {
            errors = errors.and("topic", complaints.of("support.topic.missing"));
        }
        if (!isNoSupplier(form) && supplier(form).isEmpty()) {
            errors = errors.and("supplier", complaints.of("support.supplier.unknown"));
        }
        if (form.typedNumber().length() > LONGEST_NUMBER) {
            errors = errors.and("number", complaints.of("support.number.too-long"));
        }
        if (words.isEmpty()) {
            errors = errors.and("text", complaints.of("support.text.missing"));
        }
        errors = complaints.length(errors, "text", words);
        return mail.isPresent() ? errors : errors.and("mail", complaints.ofMail(form.typedMail()));
    }

    /// Most mail servers put `vera+anything@` into the mailbox of `vera@`.
    private static String mailbox(Login mail) {
        return mail.value().replaceFirst("\\+[^@]*@", "@");
    }

    private static boolean isNoSupplier(AskForm form) {
        return form.chosenSupplier().isEmpty() || form.chosenSupplier().equals(AskPages.NONE);
    }
}
