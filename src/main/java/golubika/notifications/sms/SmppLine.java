package golubika.notifications.sms;

import golubika.notifications.Letter;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line to a message centre, bound in both directions: messages go out, receipts come in. It is opened when there
/// is something to send, asks now and then whether the other side is there, and is opened anew after it broke.
class SmppLine implements MessageReceiverListener {

    private static final Logger log = LoggerFactory.getLogger(SmppLine.class);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final SmppSettings settings;
    private final Sender sender;
    private final Receipts receipts;
    private @Nullable SMPPSession session;

    SmppLine(SmppSettings settings, Sender sender, Receipts receipts) {
        this.settings = settings;
        this.sender = sender;
        this.receipts = receipts;
    }

    /// The open line.
    synchronized SMPPSession open() throws IOException {
        var standing = session;
        if (standing != null && standing.getSessionState().isBound()) {
            return standing;
        }
        hangUp();
        var fresh = new SMPPSession(settings.tls() ? SmppLine::encrypted : plain());
        fresh.setEnquireLinkTimer((int) settings.enquireAfter().toMillis());
        fresh.setTransactionTimer(settings.patience().toMillis());
        fresh.setMessageReceiverListener(this);
        try {
            fresh.connectAndBind(
                    host(), settings.port(), bind(), settings.patience().toMillis());
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        session = fresh;
        return fresh;
    }

    synchronized void hangUp() {
        var standing = session;
        session = null;
        if (standing != null) {
            standing.unbindAndClose();
        }
    }

    /// Hands one part over; returns the name under which receipts will speak of it.
    String submit(Letter letter, byte[] part, boolean ofSeveral)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var form = new ESMClass();
        if (ofSeveral) {
            form.setSpecificFeature(GSMSpecificFeature.UDHI);
        }
        var taken = open().submitShortMessage(
                        "",
                        typeOfSender(),
                        sender.isNumber() && !sender.isShort()
                                ? NumberingPlanIndicator.ISDN
                                : NumberingPlanIndicator.UNKNOWN,
                        withoutPlus(sender.value()),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        withoutPlus(letter.message().to()),
                        form,
                        (byte) 0,
                        (byte) 0,
                        null,
                        validity(letter),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                        (byte) 0,
                        part,
                        new OptionalParameter.User_message_reference(SmsParts.reference(letter.id())));
        return Receipt.partId(taken.getMessageId(), settings.hexIds());
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        if (!delivered.isSmscDeliveryReceipt()) {
            log.info("an SMS to us is left unread");
            return;
        }
        try {
            Receipt.of(delivered, settings.hexIds())
                    .ifPresentOrElse(
                            receipt -> receipts.received(receipt.part(), receipt.state()),
                            () -> log.warn("a receipt that names no message"));
        } catch (RuntimeException e) {
            log.warn("a receipt could not be kept; the centre will bring it again", e);
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not understood", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    private String host() {
        return Objects.requireNonNull(settings.host());
    }

    private TypeOfNumber typeOfSender() {
        if (!sender.isNumber()) {
            return TypeOfNumber.ALPHANUMERIC;
        }
        return sender.isShort() ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.INTERNATIONAL;
    }

    /// Until when the centre may try, as an absolute time (SMPP 3.4, 7.1.1); null leaves it to the centre.
    private static @Nullable String validity(Letter letter) {
        var goodUntil = letter.message().goodUntil();
        return goodUntil == null ? null : SECOND.format(goodUntil) + "000+";
    }

    private static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    private static ConnectionFactory plain() {
        return SocketConnectionFactory.getInstance();
    }

    private static Connection encrypted(String host, int port) throws IOException {
        var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(host, port);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return new SocketConnection(socket);
    }
}
