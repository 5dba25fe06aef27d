package golubika.support;

import golubika.accounts.Link;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.values.Sha256;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// «Напишите нам». A request reaches its desk at once, a guest's as well; its writer gets a receipt.
@Component
public class SendRequest {

    private final RequestRows rows;
    private final Remarks remarks;
    private final KeptBytes kept;
    private final SupportLetters letters;
    private final Texts texts;
    private final TransactionOperations transaction;

    SendRequest(
            RequestRows rows,
            Remarks remarks,
            KeptBytes kept,
            SupportLetters letters,
            Texts texts,
            TransactionOperations transaction) {
        this.rows = rows;
        this.remarks = remarks;
        this.kept = kept;
        this.letters = letters;
        this.texts = texts;
        this.transaction = transaction;
    }

    /// @param form of the browser: the same one sent twice is one request
    public record Question(UUID form, Topic topic, Said said) {}

    /// What has been sent.
    ///
    /// @param mail where a guest waits for the answer; null for subscribers
    public record Sent(RequestId id, @Nullable String mail) {}

    /// Asks as a subscriber.
    ///
    /// @param link the account that it is about; null for none: then the portal answers
    public Sent send(SubscriberId by, @Nullable Link link, Question question) {
        return send(
                new RequestRows.Fresh(
                        by.value(),
                        question.form(),
                        null,
                        new Desk(link == null ? null : link.supplier().code()),
                        question.topic(),
                        subject(question),
                        link == null ? null : link.account().value(),
                        link == null ? null : link.printedNumber()),
                question);
    }

    /// Asks as a guest.
    ///
    /// @param mail     an e-mail address that nobody has shown to be theirs
    /// @param supplier null for the portal itself
    /// @param account  as typed
    public Sent sendAsGuest(Login mail, @Nullable SupplierCode supplier, @Nullable String account, Question question) {
        return send(
                new RequestRows.Fresh(
                        guest(question.form()),
                        question.form(),
                        mail.value(),
                        new Desk(supplier),
                        question.topic(),
                        subject(question),
                        null,
                        account),
                question);
    }

    /// The request of a subscriber's form that was sent before.
    public Optional<Sent> sent(SubscriberId by, UUID form) {
        return rows.ofForm(by.value(), form).map(SendRequest::sent);
    }

    /// The request of a guest's form that was sent before.
    public Optional<Sent> sentByGuest(UUID form) {
        return rows.ofForm(guest(form), form).map(SendRequest::sent);
    }

    // Whether the desk is told is decided before: a try of a limit is not taken back with a transaction.
    private Sent send(RequestRows.Fresh fresh, Question question) {
        var tellsDesk = letters.tellsDesk(fresh.desk());
        return Objects.requireNonNull(transaction.execute(status -> send(fresh, question, tellsDesk)));
    }

    private Sent send(RequestRows.Fresh fresh, Question question, boolean tellsDesk) {
        var added = rows.add(fresh);
        if (added.isEmpty()) {
            return sent(rows.ofForm(fresh.writer(), fresh.form()).orElseThrow());
        }
        var row = added.get();
        remarks.add(row.writer(), row.id(), 1, question.form(), question.said(), row.opened());
        kept.check(row, question.said());
        letters.received(row, question.said().words());
        if (tellsDesk) {
            letters.toDesk(row);
        }
        return sent(row);
    }

    private static Sent sent(Row row) {
        return new Sent(row.id(), row.guestMail());
    }

    private String subject(Question question) {
        var subject = Words.subject(question.said().words());
        return subject.isEmpty() ? texts.of("support.topic." + question.topic()) : subject;
    }

    /// A guest is somebody else with every form; who knows the form is who has it before them.
    private static UUID guest(UUID form) {
        var bytes = ByteBuffer.wrap(Sha256.of("guest of form " + form));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
