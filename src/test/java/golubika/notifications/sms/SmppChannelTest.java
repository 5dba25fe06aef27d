package golubika.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import golubika.notifications.Outbox;
import golubika.testing.PortalTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// SMS by SMPP, to a message centre of our own.
@PortalTest
class SmppChannelTest {

    private static final String PHONE = "+79001234567";
    private static final String SHORT = "Голубика: пароль изменён.";
    private static final String LONG = "Голубика: код 123456. Никому его не сообщайте.\n"
            + "https://lk.example.ru/confirm/AbCdEfGhIjKlMnOpQrStUv\n@lk.example.ru #123456";

    @Autowired
    Receipts receipts;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final int port = MessageCentre.freePort();
    private MessageCentre centre;
    private SmppChannel channel;

    @BeforeEach
    void open() {
        centre = new MessageCentre(port);
        channel = channel(port, MessageCentre.PASSWORD, false);
    }

    @AfterEach
    void close() throws IOException {
        channel.destroy();
        centre.close();
    }

    @Test
    void a_short_text_travels_whole_in_cyrillic_and_asks_for_a_receipt() throws Exception {
        channel.send(letter(SHORT));

        var part = centre.taken.getFirst();
        assertThat(centre.taken).hasSize(1);
        assertThat(centre.text()).isEqualTo(SHORT);
        assertThat(part.getDataCoding()).isEqualTo((byte) 8);
        assertThat(part.getDestAddress()).isEqualTo("79001234567");
        assertThat(part.getSourceAddr()).isEqualTo("Golubika");
        assertThat(part.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(part.getRegisteredDelivery()).isEqualTo((byte) 1);
        assertThat(part.isUdhi()).isFalse();
    }

    @Test
    void the_centre_learns_until_when_it_is_of_use() throws Exception {
        var code = Message.sms(PHONE, SHORT).onlyUntil(Instant.parse("2026-11-20T12:10:00Z"));
        channel.send(new Letter(UUID.randomUUID(), code, Instant.EPOCH, 1));
        channel.send(letter(SHORT));

        assertThat(centre.taken.get(0).getValidityPeriod()).isEqualTo("261120121000000+");
        assertThat(centre.taken.get(1).getValidityPeriod()).isNullOrEmpty();
    }

    @Test
    void a_long_text_travels_in_two_parts_that_belong_together() throws Exception {
        channel.send(letter(LONG));

        assertThat(centre.text()).isEqualTo(LONG);
        assertThat(centre.taken).hasSize(2).allMatch(SubmitSm::isUdhi);
        var first = centre.taken.get(0).getShortMessage();
        var second = centre.taken.get(1).getShortMessage();
        assertThat(first).startsWith(5, 0, 3, first[3], 2, 1).hasSizeLessThanOrEqualTo(140);
        assertThat(second).startsWith(5, 0, 3, first[3], 2, 2);
    }

    @Test
    void a_repeat_after_a_broken_line_bears_the_same_reference_and_takes_a_new_line() throws Exception {
        var letter = letter(SHORT);
        centre.dropping = true;
        assertThatThrownBy(() -> channel.send(letter))
                .isInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(Channel.Busy.class);

        channel.send(letter);

        assertThat(centre.binds).hasValue(2);
        assertThat(centre.taken).hasSize(2);
        assertThat(centre.taken.stream()
                        .map(part -> part.getOptionalParameter(OptionalParameter.User_message_reference.class)
                                .getValue())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL})
    void a_full_centre_is_left_alone_ever_longer(int status) throws Exception {
        for (var i = 0; i < 3; i++) {
            centre.refusals.add(status);
            assertThatThrownBy(() -> channel.send(letter(SHORT)))
                    .isInstanceOf(Channel.Busy.class)
                    .hasMessageContaining("status 0x");
        }
        channel.send(letter(SHORT));
        assertThat(centre.taken).hasSize(1);
    }

    @Test
    void a_number_that_nobody_has_is_refused_for_good_and_other_trouble_is_not() {
        centre.refusals.add(SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThatThrownBy(() -> channel.send(letter(SHORT))).isInstanceOf(Channel.Refused.class);

        centre.refusals.add(SMPPConstant.STAT_ESME_RSYSERR);
        assertThatThrownBy(() -> channel.send(letter(SHORT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 0x08");
    }

    @Test
    void a_centre_that_is_away_or_does_not_know_us_takes_nothing_for_a_while() throws Exception {
        var stranger = channel(port, "wrong", false);
        assertThatThrownBy(() -> stranger.send(letter(SHORT))).isInstanceOf(Channel.Busy.class);

        var elsewhere = MessageCentre.freePort();
        var patient = channel(elsewhere, MessageCentre.PASSWORD, false);
        assertThatThrownBy(() -> patient.send(letter(SHORT))).isInstanceOf(Channel.Busy.class);
        try (var late = new MessageCentre(elsewhere)) {
            patient.send(letter(SHORT));
            assertThat(late.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"DELIVRD, true, ", "ACCEPTD, false, ", "UNDELIV, false, UNDELIV", "EXPIRED, false, EXPIRED"})
    void a_receipt_is_noted_at_the_message(String state, boolean delivered, String undelivered) throws Exception {
        var letter = put(SHORT);
        channel.send(letter);
        centre.receipt(centre.lastId(), state);

        assertThat(delivery(letter.id())).isEqualTo(delivery(delivered, undelivered));
    }

    @Test
    void a_message_of_two_parts_is_delivered_with_the_second() throws Exception {
        var letter = put(LONG);
        channel.send(letter);
        var second = centre.lastId();
        var first = Integer.toString(Integer.parseInt(second) - 1);

        centre.receipt(second, "DELIVRD");
        assertThat(delivery(letter.id())).isEqualTo(delivery(false, null));
        centre.receipt(first, "DELIVRD");
        assertThat(delivery(letter.id())).isEqualTo(delivery(true, null));
    }

    @Test
    void a_receipt_that_overtakes_the_answer_counts_as_well() {
        var letter = put(SHORT);
        var part = UUID.randomUUID().toString();

        receipts.received(part, "DELIVRD");
        receipts.taken(letter.id(), part, 1);

        assertThat(delivery(letter.id())).isEqualTo(delivery(true, null));
    }

    @Test
    void a_centre_that_counts_in_hexadecimal_when_it_takes_is_understood() throws Exception {
        channel.destroy();
        channel = channel(port, MessageCentre.PASSWORD, true);
        var letter = put(SHORT);
        channel.send(letter);

        centre.receipt(Integer.toString(Integer.parseInt(centre.lastId(), 16)), "DELIVRD");

        assertThat(delivery(letter.id())).isEqualTo(delivery(true, null));
    }

    @Test
    void after_the_centre_has_hung_up_the_line_is_opened_anew() throws Exception {
        channel.send(letter(SHORT));
        centre.hangUp();
        sendUntilTaken(letter(SHORT));

        assertThat(centre.binds).hasValueGreaterThan(1);
    }

    // The first try may still find the line that is breaking just now.
    private void sendUntilTaken(Letter letter) throws Exception {
        try {
            channel.send(letter);
        } catch (IllegalStateException broken) {
            channel.send(letter);
        }
    }

    private SmppChannel channel(int port, String password, boolean hexIds) {
        var settings = new SmppSettings(
                "127.0.0.1",
                port,
                false,
                MessageCentre.SYSTEM_ID,
                password,
                "",
                hexIds,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
        return new SmppChannel(settings, "Golubika", receipts);
    }

    private static Letter letter(String text) {
        return new Letter(UUID.randomUUID(), Message.sms(PHONE, text), Instant.EPOCH, 1);
    }

    /// A letter that lies in the outbox as well.
    private Letter put(String text) {
        var marked = Message.sms("+7900" + Math.abs(UUID.randomUUID().hashCode() % 10_000_000), text);
        transaction.executeWithoutResult(status -> outbox.put(marked));
        var id = jdbc.sql("select message_id from outbox_message where recipient = :to order by put_at desc limit 1")
                .param("to", marked.to())
                .query(UUID.class)
                .single();
        return new Letter(id, Message.sms(PHONE, text), Instant.EPOCH, 1);
    }

    private Map<String, Object> delivery(UUID letter) {
        return jdbc.sql("""
                select delivered_at is not null as delivered, coalesce(undelivered, '') as undelivered
                from outbox_message where message_id = :id
                """).param("id", letter).query().singleRow();
    }

    private static Map<String, Object> delivery(boolean delivered, String undelivered) {
        return Map.of("delivered", delivered, "undelivered", undelivered == null ? "" : undelivered);
    }
}
