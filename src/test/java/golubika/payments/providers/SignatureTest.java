package golubika.payments.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// The signatures of banks, by the examples of their documents.
class SignatureTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "test-callback-token, 195685, 70906e55-7114-41d6-8332-4609dc6590f4, GAS-000001,"
                + "A9D273D246A9BCBA3D66736B3F01E54E3B641011816F884CDCD11418046C98C7",
        "yourSecretToken, 123456, 3ff6962a-7dcc-4283-ab50-a6d7dd3386fe, 10747,"
                + "51C892147225ABE87798CB02979D70EF46D0AE79B5AA3B28B1C260BE286C50A9"
    })
    void the_checksum_of_a_callback(String key, String amount, String mdOrder, String number, String checksum) {
        var parameters = new HashMap<>(Map.of(
                "status", "1",
                "orderNumber", number,
                "operation", "deposited",
                "mdOrder", mdOrder,
                "amount", amount));
        assertThat(SberbankChecksum.of(parameters, key)).isEqualTo(checksum);

        parameters.put("checksum", checksum.toLowerCase(java.util.Locale.ROOT));
        assertThat(SberbankChecksum.isRight(parameters, key)).isTrue();
        assertThat(SberbankChecksum.isRight(parameters, key + "1")).isFalse();
        parameters.put("amount", amount + "0");
        assertThat(SberbankChecksum.isRight(parameters, key)).isFalse();
    }

    @Test
    void without_a_checksum_nothing_is_proven() {
        assertThat(SberbankChecksum.isRight(Map.of("mdOrder", "1"), "key")).isFalse();
        assertThat(TbankToken.isRight(json.createObjectNode().put("PaymentId", 1), "key"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "00000, 11111111111111, 72dd466f8ace0a37a1f740ce5fb78101712bc0665d91a8108c7c8a0ccd426db2",
        "21090, usaf8fw8fsw21g, 0024a00af7c350a3a67ca168ce06502aa72772456662e38696d48b56ee9c97d9"
    })
    void the_token_of_an_order(String order, String password, String token) {
        var message = json.readTree("""
                {"TerminalKey":"MerchantTerminalKey","Amount":19200,"OrderId":"%s","Token":"is left out",
                 "Description":"Подарочная карта на 1000 рублей","Empty":null,
                 "DATA":{"Phone":"+71234567890"},"Receipt":{"Items":[{"Price":19200}]}}
                """.formatted(order));
        assertThat(TbankToken.of(message, password)).isEqualTo(token);
    }

    @Test
    void the_token_of_a_notification() {
        var body = """
                {"TerminalKey":"1510572937960","OrderId":"test2","Success":true,"Status":"CONFIRMED","PaymentId":2006896,
                 "ErrorCode":"0","Amount":102120,"CardId":867911,"Pan":"430000**0777","ExpDate":"1122",
                 "RebillId":3207469334,"Token":"874ec3c55c03e69dc67f4d265d53b54ed62095a5e068e0b510b49d7a7349f6d7"}
                """;
        assertThat(TbankToken.isRight(json.readTree(body), "dsgkdsgkjdskg")).isTrue();
        assertThat(TbankToken.isRight(json.readTree(body.replace("CONFIRMED", "REJECTED")), "dsgkdsgkjdskg"))
                .isFalse();
        assertThat(TbankToken.isRight(json.readTree(body), "another")).isFalse();
    }

    @Test
    void numbers_are_reckoned_without_an_exponent() {
        var plain = TbankToken.of(json.readTree("{\"Amount\":100000000000,\"Rate\":0.0000001}"), "p");
        var words = TbankToken.of(json.readTree("{\"Amount\":\"100000000000\",\"Rate\":\"0.0000001\"}"), "p");
        assertThat(plain).isEqualTo(words);
    }
}
