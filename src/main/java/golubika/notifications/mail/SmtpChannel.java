package golubika.notifications.mail;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Sends letters to the mail server of `spring.mail.host`.
@Component
@Order(1)
@ConditionalOnProperty("spring.mail.host")
class SmtpChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(SmtpChannel.class);

    private final JavaMailSender server;
    private final MailText text;
    private final InternetAddress from;

    SmtpChannel(JavaMailSender server, MailText text, @Value("${golubika.mail.from:}") String from)
            throws AddressException {
        if (!StringUtils.hasText(from)) {
            throw new IllegalStateException(
                    "golubika.mail.from is not set: letters need a sender, such as" + " Голубика <lk@example.ru>");
        }
        this.server = server;
        this.text = text;
        this.from = address(from);
    }

    @Override
    public void send(Letter letter) throws Refused {
        try {
            server.send(mail(letter));
        } catch (AddressException e) {
            throw new Refused("not an address", e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (MailSendException e) {
            throw refusal(e);
        }
    }

    private MimeMessage mail(Letter letter) throws MessagingException {
        var message = letter.message();
        var mail = server.createMimeMessage();
        var parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(address(message.to()));
        replyTo(message, parts);
        parts.setSubject(message.subject());
        parts.setSentDate(Date.from(letter.putAt()));
        parts.setText(text.plain(message), text.html(message));
        mail.setHeader("Auto-Submitted", "auto-generated");
        // The same at each try: mail programs show a repeat once.
        mail.setHeader("Message-ID", "<" + letter.id() + "@" + domain(from) + ">");
        return mail;
    }

    // A supplier's address that is none is no reason to withhold the letter.
    private static void replyTo(Message message, MimeMessageHelper parts) throws MessagingException {
        if (message.replyTo() == null) {
            return;
        }
        try {
            parts.setReplyTo(address(message.replyTo()));
        } catch (AddressException e) {
            log.warn("letters cannot be answered: {} is no address", message.replyTo());
        }
    }

    // A recipient that the server does not know stays unknown; anything else may be better in a while.
    private static MailSendException refusal(MailSendException failure) throws Refused {
        for (var each : failure.getMessageExceptions()) {
            if (each instanceof SendFailedException refused && isForGood(refused)) {
                throw new Refused(String.valueOf(refused.getMessage()), refused);
            }
        }
        return failure;
    }

    private static boolean isForGood(SendFailedException refused) {
        var invalid = refused.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }

    // Domains may be written in Cyrillic; mail servers know them by their ASCII form.
    private static InternetAddress address(String written) throws AddressException {
        var parsed = Arrays.stream(InternetAddress.parse(written, false))
                .findFirst()
                .orElseThrow(() -> new AddressException("no address"));
        var at = parsed.getAddress().lastIndexOf('@');
        if (at > 0) {
            parsed.setAddress(parsed.getAddress().substring(0, at + 1) + IDN.toASCII(domain(parsed)));
        }
        parsed.validate();
        return named(parsed);
    }

    private static InternetAddress named(InternetAddress address) throws AddressException {
        try {
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new AddressException(e.getMessage());
        }
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
