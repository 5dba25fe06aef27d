package golubika.bills;

import golubika.accounts.Link;
import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.subscribers.Login;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What we write about bills. Letters name no person and no place: an account goes by its own name, or by the end of
/// its number.
@Component
public class BillLetters {

    private final Texts texts;
    private final PortalAddress portal;

    BillLetters(Texts texts, PortalAddress portal) {
        this.texts = texts;
        this.portal = portal;
    }

    /// «Квитанция за октябрь готова», with the sum and a link to the bill.
    public Message ready(Login to, Link link, Bill bill) {
        var address = portal.of("/accounts/" + link.account() + "/bills/" + bill.month());
        var month = Format.monthName(bill.month());
        return to.isPhone()
                ? Message.sms(to.value(), texts.of("bills.sms.ready", month, sum(bill)) + '\n' + address)
                        .withLink(address)
                : Message.mail(
                                to.value(),
                                texts.of("bills.letter.ready.subject", month),
                                texts.of(
                                        "bills.letter.ready.text",
                                        Format.month(bill.month()).toLowerCase(Locale.ROOT),
                                        name(link),
                                        sum(bill)))
                        .withLink(address);
    }

    /// A notice that leads to the bills of the account.
    Function<Login, Message> about(String notice, Link link) {
        var address = portal.of("/accounts/" + link.account() + "/bills");
        return to -> to.isPhone()
                ? Message.sms(to.value(), texts.of("bills.sms." + notice, link.maskedNumber()) + '\n' + address)
                        .withLink(address)
                : Message.mail(
                                to.value(),
                                texts.of("bills.letter." + notice + ".subject"),
                                texts.of(
                                        "bills.letter." + notice + ".text",
                                        name(link),
                                        link.supplier().name()))
                        .withLink(address);
    }

    private String sum(Bill bill) {
        if (bill.toPay().isNegative()) {
            return texts.of("bills.letter.overpaid", Format.money(bill.toPay().abs()));
        }
        if (bill.toPay().isZero()) {
            return texts.of("bills.letter.nothing");
        }
        return bill.dueDate() == null
                ? texts.of("bills.letter.to-pay", Format.money(bill.toPay()))
                : texts.of("bills.letter.to-pay-by", Format.money(bill.toPay()), Format.day(bill.dueDate()));
    }

    private String name(Link link) {
        return link.ownName() != null ? link.ownName() : texts.of("bills.account", link.maskedNumber());
    }
}
