package golubika.subscribers;

import golubika.audit.Caller;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// What we write to people about their way in: a letter to an e-mail, an SMS to a phone.
@Component
public class Letters {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final Texts texts;
    private final PortalAddress address;
    private final SmsText sms;
    private final Clock clock;

    Letters(Texts texts, PortalAddress address, SmsText sms, Clock clock) {
        this.texts = texts;
        this.address = address;
        this.sms = sms;
        this.clock = clock;
    }

    Message confirm(Login login, Token token, LocalDate lastDay) {
        return letter(login, "confirm", Format.numericDate(lastDay)).withLink(address.of("/confirm/" + token.value()));
    }

    Message confirm(Login phone, Token token, String code) {
        return sms.withCode(phone, "/confirm/" + token.value(), code)
                .onlyUntil(clock.instant().plus(Codes.GOOD_FOR));
    }

    /// To the owner of a login that somebody is registering once more.
    Message alreadyRegistered(Login login) {
        return leading(login, "registered", "/login");
    }

    Message passwordChanged(String login) {
        return notice(Login.of(login), "password");
    }

    /// To the owner of a login who has forgotten the password, or of whom somebody says so.
    Message recover(Login login, String token) {
        return leading(login, "recover", "/recover/" + token)
                .onlyUntil(clock.instant().plus(Recovery.GOOD_FOR));
    }

    /// To an address that no cabinet has: people who own several addresses mistake them.
    Message nothingToRecover(Login login) {
        return login.isPhone()
                ? sms.withLink(login, "subscribers.sms.nothing-to-recover", "/register")
                : Message.mail(
                                login.value(),
                                texts.of("subscribers.letter.recover.subject"),
                                texts.of("subscribers.letter.nothing-to-recover.text"))
                        .withLink(address.of("/register"));
    }

    Message passwordRenewed(String login) {
        return leading(Login.of(login), "renewed", "/recover");
    }

    Message removalAsked(String login, LocalDate day) {
        return leading(Login.of(login), "removal-asked", "/", Format.date(day));
    }

    Message removalTomorrow(String login, LocalDate day) {
        return leading(Login.of(login), "removal-tomorrow", "/", Format.date(day));
    }

    /// To the owner, when somebody has come in from a browser that we see for the first time.
    Message newDevice(String login, Caller caller, Instant at) {
        var moment = at.atZone(MOSCOW);
        var address = caller.maskedAddress();
        return leading(
                Login.of(login),
                "device",
                "/settings/history",
                Format.date(moment.toLocalDate()),
                Format.time(moment.toLocalTime()),
                caller.device() == null ? texts.of("subscribers.device.unknown") : caller.device(),
                address == null ? "" : texts.of("subscribers.letter.device.address", address));
    }

    public Message passkeyAdded(String login, String name) {
        return leading(Login.of(login), "passkey-added", "/settings/history", name);
    }

    public Message passkeyRemoved(String login, String name) {
        return leading(Login.of(login), "passkey-removed", "/settings/history", name);
    }

    Message signedCopy(String login, Document document) {
        var to = Login.of(login);
        return to.isPhone()
                ? sms.withLink(to, "subscribers.sms.signed", "/settings")
                : letter(
                        to, "signed." + document.name(), document.text().words().replace("## ", ""));
    }

    /// To a contact that somebody says is theirs: a code to type where they said so, and a link.
    Message confirmContact(Login fresh, Token token, String code) {
        var path = "/settings/contacts/" + token.value();
        var now = clock.instant();
        return fresh.isPhone()
                ? sms.withCode(fresh, path, code).onlyUntil(now.plus(Codes.GOOD_FOR))
                : letter(fresh, "contact", code)
                        .withLink(address.of(path))
                        .withCode(code)
                        .onlyUntil(now.plus(WantedContacts.GOOD_FOR));
    }

    /// To the owner of a contact that somebody else wants to have.
    Message contactIsTaken(Login login) {
        return notice(login, "contact-taken");
    }

    /// To the contact that no longer counts.
    Message contactReplaced(Login old, Login fresh) {
        return notice(old, "contact-replaced", fresh.masked());
    }

    Message contactAdded(Login login, Login fresh) {
        return leading(login, "contact-added", "/recover", fresh.masked());
    }

    Message contactRemoved(Login removed) {
        return notice(removed, "contact-removed");
    }

    private Message notice(Login login, String name, Object... arguments) {
        return login.isPhone()
                ? sms.plain(login, "subscribers.sms." + name, arguments)
                : letter(login, name, arguments);
    }

    private Message leading(Login login, String name, String path, Object... arguments) {
        return login.isPhone()
                ? sms.withLink(login, "subscribers.sms." + name, path, arguments)
                : letter(login, name, arguments).withLink(address.of(path));
    }

    private Message letter(Login login, String name, Object... arguments) {
        return Message.mail(
                login.value(),
                texts.of("subscribers.letter." + name + ".subject"),
                texts.of("subscribers.letter." + name + ".text", arguments));
    }
}
