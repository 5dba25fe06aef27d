package golubika.notifications.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/// An operator's message centre, as the tests need it: it takes messages or not, drops the line, and sends receipts.
final class MessageCentre implements ServerMessageReceiverListener, AutoCloseable {

    static final String SYSTEM_ID = "golubika";
    static final String PASSWORD = "berries7";

    /// Status that answers the next part, in place of taking it.
    final Deque<Integer> refusals = new ArrayDeque<>();
    final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger binds = new AtomicInteger();

    /// The line breaks instead of an answer to the next part, which has been taken.
    volatile boolean dropping;

    private final SMPPServerSessionListener listener;
    private final AtomicInteger ids = new AtomicInteger(1000);
    private volatile SMPPServerSession line;

    MessageCentre(int port) {
        try {
            listener = new SMPPServerSessionListener(port);
            listener.setMessageReceiverListener(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                var session = listener.accept();
                Thread.ofVirtual().start(() -> bind(session));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            var request = session.waitForBind(10_000);
            if (!SYSTEM_ID.equals(request.getSystemId()) || !PASSWORD.equals(request.getPassword())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                return;
            }
            if (request.getBindType() != BindType.BIND_TRX) {
                request.reject(SMPPConstant.STAT_ESME_RBINDFAIL);
                return;
            }
            line = session;
            binds.incrementAndGet();
            request.accept("centre");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm part, SMPPServerSession source) throws ProcessRequestException {
        var refusal = refusals.poll();
        if (refusal != null) {
            throw new ProcessRequestException("refused", refusal);
        }
        taken.add(part);
        if (dropping) {
            dropping = false;
            source.close();
        }
        try {
            return new SubmitSmResult(new MessageId(Integer.toString(ids.incrementAndGet())), new OptionalParameter[0]);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The name under which the part was taken that came last.
    String lastId() {
        return Integer.toString(ids.get());
    }

    void receipt(String id, String state) throws Exception {
        var text = "id:" + id + " sub:001 dlvrd:001 submit date:2611201200 done date:2611201201 stat:" + state
                + " err:000 text:";
        line.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "79001234567",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Golubika",
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                GeneralDataCoding.DEFAULT,
                text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// What the parts say together, as a phone shows it.
    String text() {
        var whole = new ByteArrayOutputStream();
        taken.forEach(part -> {
            var bytes = part.getShortMessage();
            var from = part.isUdhi() ? bytes[0] + 1 : 0;
            whole.writeBytes(Arrays.copyOfRange(bytes, from, bytes.length));
        });
        return whole.toString(StandardCharsets.UTF_16BE);
    }

    void hangUp() {
        line.close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (line != null) {
            line.close();
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti part, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
