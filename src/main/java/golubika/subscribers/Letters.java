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

    /// To the owner of a login who has forgotten the password, or of whom somebody says so.
    Message recover(Login login, String token) {
        return Message.mail(
                        login.value(),
                        texts.of("subscribers.letter.recover.subject"),
                        texts.of("subscribers.letter.recover.text"))
                .withLink(address.of("/recover/" + token));
    }

    /// To an address that no cabinet has: people who own several addresses mistake them.
    Message nothingToRecover(Login login) {
        return Message.mail(
                        login.value(),
                        texts.of("subscribers.letter.recover.subject"),
                        texts.of("subscribers.letter.nothing-to-recover.text"))
                .withLink(address.of("/register"));
    }

    Message passwordRenewed(String login) {
        return Message.mail(
                        login,
                        texts.of("subscribers.letter.renewed.subject"),
                        texts.of("subscribers.letter.renewed.text"))
                .withLink(address.of("/recover"));
    }

    Message signedCopy(String login, Document document) {
        return Message.mail(
                login,
                texts.of("subscribers.letter.signed.subject"),
                texts.of("subscribers.letter.signed.text", document.words().replace("## ", "")));
    }
}
