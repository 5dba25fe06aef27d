package golubika.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class PostmanTest {

    @Autowired
    Outbox outbox;

    @Autowired
    WaitingLetters letters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private final String anna = UUID.randomUUID() + "@example.com";
    private final RecordingChannel channel = new RecordingChannel();
    private Postman postman;

    /// Takes letters, or fails as it is told.
    private static final class RecordingChannel implements Channel {
        final List<Letter> taken = new ArrayList<>();
        RuntimeException failure;
        boolean refusing;

        @Override
        public void send(Letter letter) throws Refused {
            if (refusing) {
                throw new Refused("550 no such person", new IllegalStateException());
            }
            if (failure != null) {
                throw failure;
            }
            taken.add(letter);
        }

        List<Letter> to(String person) {
            return taken.stream()
                    .filter(letter -> letter.message().to().equals(person))
                    .toList();
        }
    }

    @BeforeEach
    void begin() {
        postman = new Postman(
                letters,
                new StaticListableBeanFactory(Map.of("channel", channel)).getBeanProvider(Channel.class),
                clock);
        postman.deliver(Message.Kind.MAIL);
    }

    @Test
    void a_letter_leaves_once() {
        put();
        assertThat(postman.deliver(Message.Kind.MAIL)).isOne();
        assertThat(postman.deliver(Message.Kind.MAIL)).isZero();
        assertThat(channel.to(anna)).hasSize(1);
    }

    @Test
    void a_letter_of_a_transaction_that_failed_never_leaves() {
        transaction.executeWithoutResult(status -> {
            outbox.put(Message.mail(anna, "Привет", "Текст"));
            status.setRollbackOnly();
        });
        postman.deliver(Message.Kind.MAIL);
        assertThat(channel.to(anna)).isEmpty();
    }

    @Test
    void what_failed_is_tried_again_later_and_later() {
        put();
        channel.failure = new IllegalStateException("421 busy");
        postman.deliver(Message.Kind.MAIL);
        channel.failure = null;
        assertThat(postman.deliver(Message.Kind.MAIL)).isZero();
        clock.pass(Duration.ofSeconds(10));
        assertThat(postman.deliver(Message.Kind.MAIL)).isOne();
        assertThat(failure()).isNull();
    }

    @Test
    void what_nobody_took_for_three_days_is_given_up() {
        put();
        channel.failure = new IllegalStateException("421 busy");
        for (var hour = 0; hour <= 24 * 3; hour++) {
            postman.deliver(Message.Kind.MAIL);
            clock.pass(Duration.ofHours(1));
        }
        channel.failure = null;
        clock.pass(Duration.ofDays(30));
        postman.deliver(Message.Kind.MAIL);
        assertThat(channel.to(anna)).isEmpty();
        assertThat(failure()).isEqualTo("421 busy");
    }

    @Test
    void a_side_that_is_busy_is_left_alone_for_its_pause_and_no_letter_is_the_worse_for_it() {
        put();
        put();
        channel.failure = new Channel.Busy("0x58", Duration.ofSeconds(8));
        assertThat(postman.deliver(Message.Kind.MAIL)).isZero();
        channel.failure = null;
        clock.pass(Duration.ofSeconds(7));
        assertThat(postman.deliver(Message.Kind.MAIL)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(postman.deliver(Message.Kind.MAIL)).isEqualTo(2);
        assertThat(jdbc.sql("select max(tries) from outbox_message where recipient = :to")
                        .param("to", anna)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void each_kind_goes_its_own_way_or_waits() {
        transaction.executeWithoutResult(status -> outbox.put(Message.sms("+79001234567", "Текст")));
        put();
        assertThat(postman.deliver(Message.Kind.SMS)).isZero();
        assertThat(postman.deliver(Message.Kind.MAIL)).isOne();
        assertThat(postman.carries(Message.Kind.SMS)).isFalse();
        assertThat(channel.to("+79001234567")).isEmpty();
    }

    @Test
    void a_refused_letter_is_not_tried_again_and_does_not_hold_up_others() {
        put();
        channel.refusing = true;
        postman.deliver(Message.Kind.MAIL);
        channel.refusing = false;
        clock.pass(Duration.ofDays(1));
        put();
        assertThat(postman.deliver(Message.Kind.MAIL)).isOne();
        assertThat(channel.to(anna)).hasSize(1);
    }

    @Test
    void a_letter_whose_node_died_while_sending_is_sent_again_under_its_id() {
        put();
        var claimed = letters.claim(Message.Kind.MAIL).orElseThrow();
        assertThat(postman.deliver(Message.Kind.MAIL)).isZero();
        clock.pass(Duration.ofMinutes(5));
        assertThat(postman.deliver(Message.Kind.MAIL)).isOne();
        assertThat(channel.to(anna)).extracting(Letter::id).containsExactly(claimed.id());
    }

    @Test
    void what_is_outdated_is_not_sent_any_more() {
        var until = clock.instant().plus(Duration.ofMinutes(10));
        transaction.executeWithoutResult(
                status -> outbox.put(Message.mail(anna, "Код", "Код 1234").onlyUntil(until)));
        clock.pass(Duration.ofMinutes(10));
        postman.deliver(Message.Kind.MAIL);
        clock.pass(Duration.ofHours(1));
        postman.deliver(Message.Kind.MAIL);

        assertThat(channel.to(anna)).isEmpty();
        assertThat(failure()).contains("outdated");
    }

    @Test
    void what_would_be_outdated_at_the_next_try_is_given_up_with_the_reason_of_this_one() {
        var until = clock.instant().plus(Duration.ofSeconds(5));
        transaction.executeWithoutResult(
                status -> outbox.put(Message.mail(anna, "Код", "Код 1234").onlyUntil(until)));
        channel.failure = new IllegalStateException("451 later");
        postman.deliver(Message.Kind.MAIL);
        channel.failure = null;
        clock.pass(Duration.ofHours(1));
        postman.deliver(Message.Kind.MAIL);

        assertThat(channel.to(anna)).isEmpty();
        assertThat(failure()).isEqualTo("451 later");
    }

    @Test
    void links_and_codes_are_forgotten_a_day_after_sending() {
        var link = "http://localhost/confirm/secret";
        transaction.executeWithoutResult(status -> outbox.put(
                Message.mail(anna, "Код", "Код 1234: " + link).withLink(link).withCode("1234")));
        postman.deliver(Message.Kind.MAIL);
        letters.forgetSecrets(Message.Kind.MAIL, clock.instant());
        assertThat(body()).contains("1234");
        clock.pass(Duration.ofDays(2));
        letters.forgetSecrets(Message.Kind.MAIL, clock.instant().minus(LetterJobs.SECRETS_KEPT));
        assertThat(body()).isEqualTo("Код …: …");
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = :to and (link, code) is not null")
                        .param("to", anna)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void letters_are_kept_for_half_a_year() {
        put();
        clock.pass(Duration.ofDays(179));
        letters.forget(clock.instant().minus(LetterJobs.KEPT));
        assertThat(body()).isEqualTo("Текст");
        clock.pass(Duration.ofDays(2));
        letters.forget(clock.instant().minus(LetterJobs.KEPT));
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = :to")
                        .param("to", anna)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void put() {
        transaction.executeWithoutResult(status -> outbox.put(Message.mail(anna, "Привет", "Текст")));
    }

    private String failure() {
        return jdbc.sql("select failure from outbox_message where recipient = :to")
                .param("to", anna)
                .query((row, n) -> row.getString("failure"))
                .list()
                .getFirst();
    }

    private String body() {
        return jdbc.sql("select body from outbox_message where recipient = :to")
                .param("to", anna)
                .query(String.class)
                .single();
    }
}
