package golubika.subscribers;

import static golubika.subscribers.EntranceLimits.ROBOT_QUESTION;

import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.values.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// «Защита от роботов», all our own: the browser works a while (ALTCHA proof of work), or without scripts the person
/// answers a question about a letter. Each check is signed, dated and good for one registration.
@Component
public class RobotChecks {

    private final JdbcClient jdbc;
    private final RobotKey key;
    private final Limits limits;
    private final Clock clock;

    RobotChecks(JdbcClient jdbc, RobotKey key, Limits limits, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.limits = limits;
        this.clock = clock;
    }

    /// What a browser or a person has brought, judged but not used up yet.
    public sealed interface Verdict {
        /// @param check      identifies it, to be used up
        /// @param validUntil when it would have expired
        record Human(String check, Instant validUntil) implements Verdict {}

        record NotShown() implements Verdict {}

        /// Another letter was asked for; the question is used up.
        record Wrong() implements Verdict {}

        record TooOften() implements Verdict {}
    }

    /// A piece of work for a browser.
    public ProofOfWork.Challenge challenge() {
        return ProofOfWork.challenge(key.text(), clock.instant());
    }

    /// Judges the browser's solution.
    public Verdict work(String solution) {
        return ProofOfWork.check(solution, key.text(), clock.instant());
    }

    public LetterQuestion question() {
        return LetterQuestion.ask(key.text(), clock.instant());
    }

    /// The same question again, for a form that comes back; a new one when it is not ours or too old.
    public LetterQuestion question(String signed) {
        return LetterQuestion.read(signed, key.text(), clock.instant()).orElseGet(this::question);
    }

    /// Judges an answer. A program could find it too, so few are allowed from one network, and a wrong one uses the
    /// question up.
    ///
    /// @param address network address of who is asking
    public Verdict letter(String signed, String answer, String address) {
        var question = LetterQuestion.read(signed, key.text(), clock.instant());
        if (question.isEmpty() || answer.isBlank()) {
            return new Verdict.NotShown();
        }
        if (!limits.take(ROBOT_QUESTION, Network.of(address).value())) {
            return new Verdict.TooOften();
        }
        var right = new Verdict.Human(signed, question.get().validUntil());
        if (question.get().isRight(answer)) {
            return right;
        }
        useUp(right);
        return new Verdict.Wrong();
    }

    /// Whether it could still be used up.
    public boolean isUnused(Verdict.Human check) {
        return jdbc.sql("select not exists (select from robot_check where check_hash = :hash)")
                .param("hash", Sha256.of(check.check()))
                .query(Boolean.class)
                .single();
    }

    /// Uses a check up; false when it already was.
    public boolean useUp(Verdict.Human check) {
        return jdbc.sql("""
                insert into robot_check (check_hash, valid_until) values (:hash, :until) on conflict do nothing
                """)
                        .param("hash", Sha256.of(check.check()))
                        .param("until", Timestamp.from(check.validUntil()))
                        .update()
                == 1;
    }

    /// Forgets checks that have expired by now.
    int forgetOld() {
        return jdbc.sql("delete from robot_check where valid_until < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
