package golubika.accounts;

import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Login;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What we write about who may see an account. Others appear as masked logins: a letter may be read over a shoulder,
/// and whoever invites must not be able to write words of their own to strangers in our name.
@Component
class AccountLetters {

    private final Texts texts;
    private final PortalAddress portal;

    AccountLetters(Texts texts, PortalAddress portal) {
        this.texts = texts;
        this.portal = portal;
    }

    /// A notice that leads to the account.
    Function<Login, Message> about(String notice, Link link) {
        return to -> written(
                to,
                notice,
                "/accounts/" + link.account(),
                link.printedNumber(),
                link.supplier().name());
    }

    /// A notice that leads to who is connected.
    ///
    /// @param who a masked login
    Function<Login, Message> leadingToPeople(String notice, Link link, String who) {
        return to -> written(
                to,
                notice,
                "/accounts/" + link.account() + "/people",
                link.printedNumber(),
                link.supplier().name(),
                who);
    }

    /// To somebody who may do other things from now on.
    Function<Login, Message> rights(Link link, Rights rights) {
        return to -> written(
                to,
                "rights",
                "/accounts/" + link.account(),
                link.printedNumber(),
                link.supplier().name(),
                words(rights));
    }

    /// «смотреть, передавать показания».
    private String words(Rights rights) {
        var words = new ArrayList<String>(List.of(texts.of("accounts.right.look")));
        if (rights.readings()) {
            words.add(texts.of("accounts.right.readings"));
        }
        if (rights.payment()) {
            words.add(texts.of("accounts.right.payment"));
        }
        return String.join(", ", words);
    }

    /// A notice to somebody who has no access any more.
    Function<Login, Message> ended(String notice, Link link) {
        return to ->
                written(to, notice, "/", link.printedNumber(), link.supplier().name());
    }

    /// @param path   with the secret
    /// @param inviter a masked login
    Message invitation(Login to, String path, Link link, String inviter, Instant validUntil) {
        var lastDay = Format.day(validUntil.atZone(link.supplier().timeZone()).toLocalDate());
        return written(
                        to,
                        "invitation",
                        path,
                        link.printedNumber(),
                        link.supplier().name(),
                        inviter,
                        lastDay)
                .onlyUntil(validUntil);
    }

    private Message written(Login to, String notice, String path, Object... arguments) {
        var address = portal.of(path);
        return to.isPhone()
                ? Message.sms(to.value(), texts.of("accounts.sms." + notice, arguments) + '\n' + address)
                        .withLink(address)
                : Message.mail(
                                to.value(),
                                texts.of("accounts.letter." + notice + ".subject", arguments),
                                texts.of("accounts.letter." + notice + ".text", arguments))
                        .withLink(address);
    }
}
