package golubika.subscribers;

import golubika.audit.Caller;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// What we write to people about their way in.
@Component
public class Letters {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

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

    Message removalAsked(String login, LocalDate day) {
        return Message.mail(
                        login,
                        texts.of("subscribers.letter.removal-asked.subject", Format.date(day)),
                        texts.of("subscribers.letter.removal-asked.text", Format.date(day)))
                .withLink(address.of("/"));
    }

    Message removalTomorrow(String login, LocalDate day) {
        return Message.mail(
                        login,
                        texts.of("subscribers.letter.removal-tomorrow.subject", Format.date(day)),
                        texts.of("subscribers.letter.removal-tomorrow.text", Format.date(day)))
                .withLink(address.of("/"));
    }

    /// To the owner, when somebody has come in from a browser that we see for the first time.
    Message newDevice(String login, Caller caller, Instant at) {
        var moment = at.atZone(MOSCOW);
        var address = caller.maskedAddress();
        return Message.mail(
                        login,
                        texts.of("subscribers.letter.device.subject"),
                        texts.of(
                                "subscribers.letter.device.text",
                                Format.date(moment.toLocalDate()),
                                Format.time(moment.toLocalTime()),
                                caller.device() == null ? texts.of("subscribers.device.unknown") : caller.device(),
                                address == null ? "" : texts.of("subscribers.letter.device.address", address)))
                .withLink(this.address.of("/settings/history"));
    }

    public Message passkeyAdded(String login, String name) {
        return passkey(login, "added", name);
    }

    public Message passkeyRemoved(String login, String name) {
        return passkey(login, "removed", name);
    }

    Message signedCopy(String login, Document document) {
        return Message.mail(
                login,
                texts.of("subscribers.letter.signed." + document.name() + ".subject"),
                texts.of(
                        "subscribers.letter.signed." + document.name() + ".text",
                        document.text().words().replace("## ", "")));
    }

    private Message passkey(String login, String what, String name) {
        return Message.mail(
                        login,
                        texts.of("subscribers.letter.passkey-" + what + ".subject"),
                        texts.of("subscribers.letter.passkey-" + what + ".text", name))
                .withLink(address.of("/settings/history"));
    }
}
