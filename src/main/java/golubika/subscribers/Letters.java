package golubika.subscribers;

import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What we write to people about their way in.
@Component
class Letters {

    private final Texts texts;
    private final PortalAddress address;

    Letters(Texts texts, PortalAddress address) {
        this.texts = texts;
        this.address = address;
    }

    Message confirm(Login login, String token, LocalDate lastDay) {
        return Message.mail(
                        login.value(),
                        texts.of("subscribers.letter.confirm.subject"),
                        texts.of("subscribers.letter.confirm.text", Format.numericDate(lastDay)))
                .withLink(address.of("/confirm/" + token));
    }

    /// To the owner of a login that somebody is registering once more.
    Message alreadyRegistered(Login login) {
        return Message.mail(
                        login.value(),
                        texts.of("subscribers.letter.registered.subject"),
                        texts.of("subscribers.letter.registered.text"))
                .withLink(address.of("/login"));
    }

    Message passwordChanged(String login) {
        return Message.mail(
                login, texts.of("subscribers.letter.password.subject"), texts.of("subscribers.letter.password.text"));
    }

    Message signedCopy(String login, Document document) {
        return Message.mail(
                login,
                texts.of("subscribers.letter.signed.subject"),
                texts.of("subscribers.letter.signed.text", document.words().replace("## ", "")));
    }
}
