package golubika.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.testing.PortalTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LettersBySmtpTest {

    private static final int PORT = freePort();
    private static final String LINK = "http://localhost/confirm/1";
    private static GreenMail server = started();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> PORT);
        settings.add("golubika.mail.from", () -> "Голубика <lk@голубика.example>");
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Channel channel;

    @Autowired
    MailText text;

    @Autowired
    TransactionTemplate transaction;

    private final String anna = UUID.randomUUID() + "@example.com";

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void a_letter_arrives_soon_after_it_was_put() throws Exception {
        transaction.executeWithoutResult(
                status -> outbox.put(Message.mail(anna, "Подтвердите почту", "Здравствуйте!\n\nОсталось немного.")
                        .withLink(LINK)));
        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
        var mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Подтвердите почту");
        assertThat(mail.getFrom()[0].toString()).endsWith("<lk@xn--80abfvkdu5b.example>");
        assertThat(part(mail, "text/plain")).contains("Здравствуйте!", "Осталось немного.", LINK);
        assertThat(part(mail, "text/html")).contains("<a href=\"" + LINK + "\"", "Осталось немного.", "#2f3d9c");
    }

    @Test
    void a_repeat_bears_the_same_message_id() throws Exception {
        var letter = letter(anna);
        channel.send(letter);
        channel.send(letter);
        assertThat(received())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + letter.id() + "@xn--80abfvkdu5b.example>")
                .hasSize(2);
    }

    @Test
    void a_server_that_is_down_is_worth_another_try() throws Exception {
        server.stop();
        var letter = letter(anna);
        assertThatThrownBy(() -> channel.send(letter)).isInstanceOf(MailSendException.class);
        server = started();
        channel.send(letter);
        assertThat(received()).hasSize(1);
    }

    @Test
    void an_answer_goes_where_the_letter_says_and_an_address_that_is_none_withholds_nothing() throws Exception {
        for (var replyTo : List.of("support@газ.example", "no address\r\nBcc: all@example.com")) {
            var message = Message.mail(anna, "Ответ", "Готово").withReplyTo(replyTo);
            channel.send(new Letter(UUID.randomUUID(), message, Instant.EPOCH, 1));
        }

        var mails = received();
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().getReplyTo()[0].toString()).isEqualTo("support@xn--80afn.example");
        assertThat(mails.getLast().getReplyTo()[0].toString()).contains("lk@");
        assertThat(mails.getLast().getHeader("Bcc")).isNull();
    }

    @Test
    void text_of_a_letter_cannot_become_markup() throws Exception {
        channel.send(new Letter(
                UUID.randomUUID(), Message.mail(anna, "<b>", "<script>alert(1)</script>"), Instant.EPOCH, 1));
        assertThat(part(received().getFirst(), "text/html"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void an_unknown_recipient_is_refused_for_good() throws IOException {
        try (var refusing = new RefusingMailServer("550 no such person")) {
            assertThatThrownBy(() -> channel(refusing).send(letter(anna))).isInstanceOf(Channel.Refused.class);
        }
    }

    @Test
    void a_recipient_who_is_put_off_is_tried_again() throws IOException {
        try (var busy = new RefusingMailServer("451 come later")) {
            assertThatThrownBy(() -> channel(busy).send(letter(anna))).isInstanceOf(MailSendException.class);
        }
    }

    @Test
    void what_is_no_address_is_refused_for_good() {
        assertThatThrownBy(() -> channel.send(letter("no address"))).isInstanceOf(Channel.Refused.class);
    }

    private Channel channel(RefusingMailServer server) throws IOException {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        try {
            return new SmtpChannel(sender, text, "lk@example.com");
        } catch (jakarta.mail.internet.AddressException e) {
            throw new IOException(e);
        }
    }

    private static Letter letter(String to) {
        return new Letter(UUID.randomUUID(), Message.mail(to, "Привет", "Текст"), Instant.EPOCH, 1);
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isToAnna(mail))
                .toList();
    }

    private boolean isToAnna(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().equals(anna);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws Exception {
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new AssertionError("no " + type);
    }

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
