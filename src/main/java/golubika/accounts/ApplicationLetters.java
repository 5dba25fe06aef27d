package golubika.accounts;

import golubika.accounts.PinApplication.Refusal;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Login;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The supplier's answers to PIN applications. They name the account as its own person calls it, or by the end of its
/// number: who finds the letter with the PIN has no use for it.
@Component
class ApplicationLetters {

    private final Texts texts;
    private final PortalAddress portal;

    ApplicationLetters(Texts texts, PortalAddress portal) {
        this.texts = texts;
        this.portal = portal;
    }

    /// It is not sent once the PIN is over.
    Message granted(Login to, Link link, int number, String pin, Instant until) {
        var lastDay = Format.date(until.atZone(link.supplier().timeZone()).toLocalDate());
        return written(to, "granted", link, number, pin, lastDay).withCode(pin).onlyUntil(until);
    }

    /// @param said by the staff, possibly empty
    Function<Login, Message> refused(Link link, int number, Refusal refusal, String said) {
        var words = said.isEmpty() ? "" : "\n\n" + texts.of("accounts.application.said", said);
        return to -> written(
                to,
                "refused",
                link,
                number,
                texts.of("accounts.application.refusal." + refusal) + words,
                texts.of("accounts.application.refusal." + refusal + ".next"));
    }

    Function<Login, Message> revoked(Link link, int number) {
        return to -> written(to, "pin-revoked", link, number);
    }

    /// Nobody has answered, and nobody will.
    Function<Login, Message> unanswered(Link link, int number) {
        return to -> written(to, "pin-unanswered", link, number, link.supplier().supportPhone());
    }

    private Message written(Login to, String kind, Link link, int number, Object... more) {
        var address = portal.of("/accounts/" + link.account() + "#application");
        var arguments = new Object[more.length + 3];
        arguments[0] = link.ownName() == null ? texts.of("accounts.no", link.maskedNumber()) : link.ownName();
        arguments[1] = link.supplier().name();
        arguments[2] = Integer.toString(number);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return to.isPhone()
                ? Message.sms(to.value(), texts.of("accounts.sms." + kind, arguments) + '\n' + address)
                        .withLink(address)
                : Message.mail(
                                to.value(),
                                texts.of("accounts.letter." + kind + ".subject", arguments),
                                texts.of("accounts.letter." + kind + ".text", arguments))
                        .withLink(address);
    }
}
