package golubika.payments.providers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.payments.Answer;
import golubika.payments.Answer.Status;
import golubika.payments.PaymentId;
import golubika.payments.Refunded;
import golubika.values.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the words of banks mean to us; a word that we do not know means nothing, and never money.
class BankWordsTest {

    private static final PaymentId PAYMENT = PaymentId.at(Instant.parse("2026-11-20T12:00:00Z"));
    private static final Money SUM = Money.ofKopecks(1956_85);

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"0, PENDING", "1, PENDING", "5, PENDING", "2, SUCCEEDED", "3, CANCELED", "4, GIVEN_BACK", "6, DECLINED"
    })
    void states_of_sberbank(String word, Status status) {
        assertThat(SberbankAnswer.state(order(word, 116), null)).isInstanceOfSatisfying(Answer.Told.class, told -> {
            assertThat(told.status()).isEqualTo(status);
            assertThat(told.reference()).isEqualTo("md-1");
            assertThat(told.order()).isEqualTo(PAYMENT.toString());
            assertThat(told.amount()).isEqualTo(SUM);
            assertThat(told.currency()).isEqualTo("RUB");
        });
    }

    @Test
    void an_order_out_of_time_takes_no_other_try() {
        assertThat(SberbankAnswer.state(order("6", -2007), null)).isInstanceOfSatisfying(Answer.Told.class, told -> {
            assertThat(told.status()).isEqualTo(Status.CANCELED);
            assertThat(told.reason()).isEqualTo("expired_on_confirmation");
        });
        assertThat(((Answer.Told) SberbankAnswer.state(order("6", 116), null)).reason())
                .isEqualTo("insufficient_funds");
        assertThat(((Answer.Told) SberbankAnswer.state(order("6", 4711), null)).reason())
                .isEqualTo("action 4711");
    }

    @Test
    void what_was_taken_counts_and_in_which_currency() {
        var other = read("""
                {"errorCode":"0","orderNumber":"%s","orderStatus":2,"amount":195685,"currency":"840",
                 "attributes":[{"name":"mdOrder","value":"md-1"}],"paymentAmountInfo":{"depositedAmount":100}}
                """.formatted(PAYMENT.digits()));
        assertThat(SberbankAnswer.state(other, null)).isInstanceOfSatisfying(Answer.Told.class, told -> {
            assertThat(told.amount()).isEqualTo(Money.ofKopecks(100));
            assertThat(told.currency()).isEqualTo("840");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"errorCode\":\"0\"}",
                "{\"errorCode\":\"7\",\"orderStatus\":2,\"amount\":1,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":7,\"amount\":1,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":8,\"amount\":1,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":\"paid\",\"amount\":1,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":2,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":2,\"amount\":1.5,\"currency\":\"643\"}",
                "{\"errorCode\":\"0\",\"orderStatus\":2,\"amount\":1}"
            })
    void what_sberbank_says_unclearly_is_unclear(String said) {
        assertThat(SberbankAnswer.state(read(said), "md-1")).isInstanceOf(Answer.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "8", "9", "14", "15"})
    void an_order_that_sberbank_does_not_take_is_refused(String error) {
        assertThat(SberbankAnswer.registered(read("{\"errorCode\":\"" + error + "\"}"), PAYMENT, SUM))
                .isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"errorCode\":\"7\"}",
                "{\"errorCode\":\"99\"}",
                "{\"errorCode\":\"0\",\"orderId\":\"x\"}",
                "{\"formUrl\":\"https://bank/\"}"
            })
    void a_registration_without_a_clear_word_is_unclear(String said) {
        assertThat(SberbankAnswer.registered(read(said), PAYMENT, SUM)).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void a_registration_succeeds_with_and_without_a_code() {
        for (var code : new String[] {"", "\"errorCode\":\"0\",", "\"errorCode\":0,"}) {
            var said = read("{" + code + "\"orderId\":\"md-1\",\"formUrl\":\"https://bank/pay\"}");
            assertThat(SberbankAnswer.registered(said, PAYMENT, SUM))
                    .isInstanceOfSatisfying(
                            Answer.Told.class, told -> assertThat(told.page()).isEqualTo("https://bank/pay"));
        }
    }

    @Test
    void an_order_that_sberbank_does_not_know_is_not_found_and_one_that_it_does_not_tell_of_is_unclear() {
        assertThat(SberbankAnswer.state(read("{\"errorCode\":\"6\"}"), "md-1"))
                .isEqualTo(new Answer.Refused("not_found"));
        assertThat(SberbankAnswer.state(read("{\"errorCode\":\"5\"}"), "md-1")).isInstanceOf(Answer.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, PENDING",
        "FORM_SHOWED, PENDING",
        "AUTHORIZING, PENDING",
        "3DS_CHECKING, PENDING",
        "3DS_CHECKED, PENDING",
        "PAY_CHECKING, PENDING",
        "AUTHORIZED, PENDING",
        "CONFIRMING, PENDING",
        "CONFIRM_CHECKING, PENDING",
        "CONFIRMED, SUCCEEDED",
        "AUTH_FAIL, DECLINED",
        "REJECTED, DECLINED",
        "CANCELED, CANCELED",
        "DEADLINE_EXPIRED, CANCELED",
        "REVERSED, CANCELED",
        "REVERSING, GIVEN_BACK",
        "PARTIAL_REVERSED, GIVEN_BACK",
        "REFUNDING, GIVEN_BACK",
        "ASYNC_REFUNDING, GIVEN_BACK",
        "PARTIAL_REFUNDED, GIVEN_BACK",
        "REFUNDED, GIVEN_BACK"
    })
    void states_of_tbank(String word, Status status) {
        var said = read("""
                {"Success":true,"ErrorCode":"0","Status":"%s","PaymentId":13660,"OrderId":"%s","Amount":195685}
                """.formatted(word, PAYMENT));
        assertThat(TbankAnswer.state(said)).isInstanceOfSatisfying(Answer.Told.class, told -> {
            assertThat(told.status()).isEqualTo(status);
            assertThat(told.reference()).isEqualTo("13660");
            assertThat(told.order()).isEqualTo(PAYMENT.toString());
            assertThat(told.amount()).isEqualTo(SUM);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Success\":true,\"Status\":\"PAID\",\"PaymentId\":1,\"OrderId\":\"x\",\"Amount\":1}",
                "{\"Success\":true,\"Status\":\"confirmed\",\"PaymentId\":1,\"OrderId\":\"x\",\"Amount\":1}",
                "{\"Success\":true,\"Status\":\"CONFIRMED\",\"OrderId\":\"x\",\"Amount\":1}",
                "{\"Success\":true,\"Status\":\"CONFIRMED\",\"PaymentId\":1,\"OrderId\":\"x\"}",
                "{\"Success\":true,\"Status\":\"CONFIRMED\",\"PaymentId\":1,\"OrderId\":\"x\",\"Amount\":1.5}",
                "{\"Success\":false,\"Status\":\"CONFIRMED\",\"PaymentId\":1,\"OrderId\":\"x\",\"Amount\":1}",
                "{\"Success\":false,\"ErrorCode\":\"9999\"}"
            })
    void what_tbank_says_unclearly_is_unclear(String said) {
        assertThat(TbankAnswer.state(read(said))).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void an_order_that_tbank_does_not_take_is_refused_and_its_own_faults_are_unclear() {
        assertThat(TbankAnswer.started(read("{\"Success\":false,\"ErrorCode\":\"309\"}")))
                .isEqualTo(new Answer.Refused("error 309"));
        for (var fault : new String[] {"{\"Success\":false,\"ErrorCode\":\"9999\"}", "{\"Success\":false}", "{}"}) {
            assertThat(TbankAnswer.started(read(fault))).as(fault).isInstanceOf(Answer.Unclear.class);
        }
    }

    @Test
    void money_is_given_back_at_the_bank_s_clear_word_alone() {
        assertThat(TbankAnswer.refunded(read("{\"Success\":true,\"Status\":\"PARTIAL_REFUNDED\"}"), "1"))
                .isEqualTo(new Refunded.Done("1"));
        assertThat(TbankAnswer.refunded(read("{\"Success\":true,\"Status\":\"ASYNC_REFUNDING\"}"), "1"))
                .isEqualTo(new Refunded.Underway("1"));
        assertThat(TbankAnswer.refunded(read("{\"Success\":true,\"Status\":\"CONFIRMED\"}"), "1"))
                .isInstanceOf(Refunded.Unclear.class);
        assertThat(TbankAnswer.refunded(read("{\"Success\":false,\"ErrorCode\":\"4\"}"), "1"))
                .isInstanceOf(Refunded.Refused.class);
        assertThat(SberbankAnswer.refunded(read("{\"errorCode\":\"0\"}"), "1")).isEqualTo(new Refunded.Done("1"));
        assertThat(SberbankAnswer.refunded(read("{}"), "1")).isInstanceOf(Refunded.Unclear.class);
        assertThat(SberbankAnswer.refunded(read("{\"errorCode\":\"5\"}"), "1")).isInstanceOf(Refunded.Refused.class);
        assertThat(SberbankAnswer.refunded(read("{\"errorCode\":\"7\"}"), "1")).isInstanceOf(Refunded.Unclear.class);
    }

    private JsonNode order(String status, int action) {
        return read("""
                {"errorCode":"0","orderNumber":"%s","orderStatus":%s,"actionCode":%s,"amount":195685,"currency":"643",
                 "attributes":[{"name":"mdOrder","value":"md-1"}],"authDateTime":1795176000000}
                """.formatted(PAYMENT.digits(), status, action));
    }

    private JsonNode read(String text) {
        return json.readTree(text);
    }
}
