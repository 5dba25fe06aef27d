package golubika.notifications.sms;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Sends SMS to the operator's message centre of `golubika.sms.smpp.host`.
///
/// A repeat bears the same user_message_reference and, in several parts, the same number in their headers; SMPP 3.4
/// has no more to know it by.
@Component
@Order(1)
@ConditionalOnProperty("golubika.sms.smpp.host")
class SmppChannel implements Channel, DisposableBean {

    private static final Set<Integer> FULL = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    // No other try will change these: no such number, or a text that is too long.
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RINVMSGLEN);

    private final SmppLine line;
    private final Receipts receipts;
    private final BackOff backOff = new BackOff();

    SmppChannel(SmppSettings settings, @Value("${golubika.sms.sender:}") String sender, Receipts receipts) {
        this.line = new SmppLine(settings, new Sender(sender), receipts);
        this.receipts = receipts;
    }

    @Override
    public boolean carries(Message.Kind kind) {
        return kind == Message.Kind.SMS;
    }

    @Override
    public void send(Letter letter) throws Refused {
        connect();
        var parts = SmsParts.of(letter.message().text(), letter.id());
        try {
            submit(letter, parts);
        } catch (NegativeResponseException e) {
            throw answered(e.getCommandStatus());
        } catch (IOException | ResponseTimeoutException | InvalidResponseException e) {
            line.hangUp();
            throw new IllegalStateException("the line broke off: " + e.getMessage(), e);
        } catch (PDUException e) {
            throw new Refused("cannot be written as SMPP", e);
        }
        backOff.reset();
    }

    private void connect() {
        try {
            line.open();
        } catch (IOException e) {
            throw new Busy("no line: " + e.getMessage(), backOff.next());
        }
    }

    private void submit(Letter letter, List<byte[]> parts)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        for (var part : parts) {
            var id = line.submit(letter, part, parts.size() > 1);
            receipts.taken(letter.id(), id, parts.size());
        }
    }

    private RuntimeException answered(int status) throws Refused {
        var reason = "status 0x%02x".formatted(status);
        if (FOR_GOOD.contains(status)) {
            throw new Refused(reason);
        }
        return FULL.contains(status) ? new Busy(reason, backOff.next()) : new IllegalStateException(reason);
    }

    @Override
    public void destroy() {
        line.hangUp();
    }
}
