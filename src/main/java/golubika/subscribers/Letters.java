package golubika.subscribers;

import golubika.audit.Caller;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.PortalTime;
import golubika.site.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What we write to people about their way in: a letter to an e-mail, an SMS to a phone.
@Component
public class Letters {

    /// Leads to «Ключи доступа» of the settings, even by way of the sign-in, which goes on to paths alone.
    private static final String PASSKEYS = "/settings/passkeys";

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

    /// @param keys names of the passkeys that let in all the same
    Message passwordChanged(Login login, List<String> keys) {
        return leading(login, "password", PASSKEYS, keys(keys, "kept"));
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

    Message passwordRenewed(Login login, KeyRing.Cleared keys) {
        return leading(login, "renewed", PASSKEYS, keys(keys.removed(), "gone"), keys(keys.kept(), "kept"));
    }

    Message removalAsked(Login login, LocalDate day) {
        return leading(login, "removal-asked", "/", Format.date(day));
    }

    Message removalTomorrow(Login login, LocalDate day) {
        return leading(login, "removal-tomorrow", "/", Format.date(day));
    }

    /// To the owner, when somebody has come in from a browser that we see for the first time.
    Message newDevice(Login login, Caller caller, Instant at) {
        var moment = at.atZone(PortalTime.ZONE);
        var address = caller.maskedAddress();
        return leading(
                login,
                "device",
                "/settings/history",
                Format.date(moment.toLocalDate()),
                Format.time(moment.toLocalTime()),
                caller.device() == null ? texts.of("subscribers.device.unknown") : caller.device(),
                address == null ? "" : texts.of("subscribers.letter.device.address", address));
    }

    public Message passkeyAdded(Login login, String name) {
        return leading(login, "passkey-added", "/settings/history", name);
    }

    public Message passkeyRemoved(Login login, String name) {
        return leading(login, "passkey-removed", "/settings/history", name);
    }

    Message signedCopy(Login to, Document document) {
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

    /// To the contact that no longer counts, and to the one that stays.
    Message contactReplaced(Login to, Login old, Login fresh) {
        return to.equals(old)
                ? notice(old, "contact-replaced", fresh.masked())
                : leading(to, "contact-changed", "/recover", old.masked(), fresh.masked());
    }

    Message contactAdded(Login login, Login fresh) {
        return leading(login, "contact-added", "/recover", fresh.masked());
    }

    Message contactRemoved(Login to, Login removed) {
        return to.equals(removed)
                ? notice(removed, "contact-removed")
                : leading(to, "contact-gone", "/recover", removed.masked());
    }

    private String keys(List<String> names, String fate) {
        var listed = names.stream().map(name -> '«' + name + '»').collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : texts.of("subscribers.letter.keys-" + fate, listed);
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
