package golubika.payments;

import golubika.notifications.Message;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import golubika.suppliers.Suppliers;
import golubika.values.WorkingDays;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What we write to the payer. It names no person and no place: whoever knows the number may pay.
@Component
class PaymentLetter {

    private final Texts texts;
    private final Suppliers suppliers;
    private final PortalAddress portal;

    PaymentLetter(Texts texts, Suppliers suppliers, PortalAddress portal) {
        this.texts = texts;
        this.suppliers = suppliers;
        this.portal = portal;
    }

    Message accepted(Order order, Instant paidAt) {
        var supplier = suppliers.get(order.supplier());
        var sum = Format.money(order.amount());
        var number = supplier.accountNumber().print(order.accountNumber());
        var paidOn = paidAt.atZone(supplier.timeZone()).toLocalDate();
        var text = texts.of(
                "payments.letter.accepted",
                sum,
                supplier.fullName(),
                number,
                Format.date(WorkingDays.after(paidOn, supplier.dataDelayDays())),
                order.payment().printed());
        return Message.mail(order.receiptEmail(), texts.of("payments.letter.accepted.subject", sum, number), text)
                .withLink(portal.of("/payments/" + order.payment()));
    }
}
