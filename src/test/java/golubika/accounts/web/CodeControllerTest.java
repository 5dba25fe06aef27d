package golubika.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.Payee;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Copy;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CodeControllerTest {

    private static final String PAGE = "/accounts/connect/code";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Visitors visitors;

    private Visitor visitor;

    @BeforeEach
    void begin() {
        suppliers.save(paidTo("code-one", "7838016481"));
        suppliers.save(paidTo("code-two", "7707049388"));
        suppliers.save(paidTo("code-three", "7707049388"));
        visitor = visitors.signedIn(visitors.household());
    }

    @Test
    void the_code_of_a_bill_fills_supplier_and_number_and_connects_nothing() {
        var answer = scan("ST00012|Name=Газ|PayeeINN=7838016481|PersAcc=0023 185952|Sum=195685");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("Поля заполнены", "value=\"0023 185952\"", "Нет подключенных ЛС")
                .containsPattern("value=\"code-one\" checked");
    }

    @Test
    void what_was_filled_in_connects_by_the_usual_button() {
        var account = AnAccount.of(jdbc, new SupplierCode("code-one"), "77001122");
        scan("ST00012|PayeeINN=7838016481|PersAcc=" + account.number());

        assertThat(visitor.post("/accounts/connect", Map.of("supplier", "code-one", "account", account.number()))
                        .location())
                .startsWith("/accounts/" + account.id());
    }

    @Test
    void where_several_suppliers_are_paid_at_one_the_page_asks_which_of_them() {
        var answer = scan("ST00012|PayeeINN=7707049388|PersAcc=23185952").text();

        assertThat(answer)
                .contains("выберите своего", "supplier-code-two", "supplier-code-three", "value=\"23185952\"")
                .doesNotContain("supplier-code-one");
    }

    @Test
    void a_number_that_fits_none_of_them_is_left_to_the_person() {
        assertThat(scan("ST00012|PayeeINN=7707049388|PersAcc=1").text())
                .contains("supplier-code-two", "supplier-code-three", "value=\"1\"");
        assertThat(scan("ST00012|PayeeINN=7838016481|Sum=100").text()).contains("В коде нет номера");
    }

    @Test
    void a_bill_in_the_old_encoding_is_read_as_well() {
        var bytes = "ST00011|Name=ООО \"Газ\"|PayeeINN=7838016481|PersAcc=23185952"
                .getBytes(Charset.forName("windows-1251"));

        assertThat(post(Base64.getEncoder().encodeToString(bytes)).text()).contains("Поля заполнены");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/pay, Это не код квитанции",
        "'', Это не код квитанции",
        "ST00012|PersAcc=23185952, нет в нашем списке",
        "ST00012|PayeeINN=7700000000|PersAcc=23185952, нет в нашем списке",
    })
    void another_code_is_told_from_a_bill(String code, String sentence) {
        var answer = scan(code);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(sentence);
    }

    @Test
    void hostile_codes_break_nothing() {
        assertThat(post("%%%").status()).isEqualTo(422);
        assertThat(post("A".repeat(8_000)).status()).isEqualTo(422);
        assertThat(scan("ST00012|PayeeINN=7838016481|PersAcc=<script>alert(1)</script>")
                        .text())
                .doesNotContain("<script>alert");
        assertThat(scan("ST00012|PayeeINN=7838016481|PersAcc=" + "1".repeat(3_000))
                        .text())
                .doesNotContain("1".repeat(50));
    }

    @Test
    void camera_and_compiled_code_are_for_this_page_alone() {
        for (var path : List.of("/accounts/connect", PAGE)) {
            var page = path.equals(PAGE) ? scan("ST00012|PayeeINN=7838016481|PersAcc=1") : visitor.get(path);
            assertThat(page.header("Permissions-Policy")).contains("camera=(self)", "microphone=()");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("script-src 'self' 'wasm-unsafe-eval';")
                    .doesNotContain("'unsafe-eval'", "'unsafe-inline'");
        }
        for (var path : List.of("/", "/settings", "/accounts/connect/hint", "/login")) {
            assertThat(visitor.get(path).header("Permissions-Policy")).contains("camera=()");
            assertThat(visitor.get(path).header("Content-Security-Policy")).doesNotContain("wasm");
        }
    }

    @Test
    void the_decoder_comes_from_our_own_origin() {
        var decoder = "/assets/vendor/zxing-wasm-3.1.4/";

        assertThat(visitor.get(decoder + "es/reader/index.js").status()).isEqualTo(200);
        assertThat(visitor.get(decoder + "es/share.js").status()).isEqualTo(200);
        assertThat(visitor.get(decoder + "reader/zxing_reader.wasm").header("Content-Type"))
                .isEqualTo("application/wasm");
    }

    private Visitor.Answer scan(String code) {
        return post(Base64.getEncoder().encodeToString(code.getBytes(StandardCharsets.UTF_8)));
    }

    private Visitor.Answer post(String code) {
        return visitor.post(PAGE, Map.of("code", code));
    }

    private static Supplier paidTo(String code, String inn) {
        return Copy.of(
                ASupplier.usual(new SupplierCode(code)),
                "payees",
                payees -> ((List<?>) payees)
                        .stream()
                                .map(payee -> Copy.of((Payee) payee, "inn", _ -> inn))
                                .toList());
    }
}
