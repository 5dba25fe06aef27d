package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.PortalWithBank;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Beside a running portal, as an operator would.
class ProviderCommandTest extends PortalWithBank {

    private static final SupplierCode SUPPLIER = new SupplierCode("by-command");

    @Autowired
    Environment environment;

    @Autowired
    Providers providers;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aSupplier() {
        ASupplier.in(suppliers, jdbc, SUPPLIER, UnaryOperator.identity());
        jdbc.sql("delete from provider_shop where supplier = 'by-command'").update();
    }

    @Test
    void a_supplier_takes_its_money_through_whom_the_command_names() {
        assertThat(run("", "by-command")).isZero();
        assertThat(said()).contains("нет магазина в базе");

        assertThat(run("hush-password\nhush-callbacks\n", "by-command", "sberbank", "kirov-api", "--methods", "CARD"))
                .isZero();
        assertThat(run(
                        "hush-terminal\n",
                        "by-command",
                        "tbank",
                        "terminal-1",
                        "--base-url",
                        "https://rest-api-test.tinkoff.ru/v2"))
                .isZero();
        assertThat(said())
                .contains("Новые платежи: SBERBANK, магазин kirov-api; способы: CARD; адрес: обычный")
                .contains("Новые платежи: TBANK, магазин terminal-1")
                .contains("https://rest-api-test.tinkoff.ru/v2")
                .contains("Прежние платежи: SBERBANK")
                .doesNotContain("hush");
        assertThat(rows()).contains("kirov-api", "terminal-1").doesNotContain("hush");

        clock.pass(Duration.ofSeconds(6));
        assertThat(providers.of(SUPPLIER))
                .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("TBANK"));
    }

    @Test
    void without_a_secret_or_a_supplier_nothing_is_kept() {
        assertThat(run("\n", "by-command", "tbank", "terminal-1")).isEqualTo(1);
        assertThat(said()).contains("Секрет пуст");
        assertThat(run("hush\n", "nobody", "tbank", "terminal-1")).isEqualTo(1);
        assertThat(said()).contains("Поставщика nobody нет");
        assertThat(rows()).isEmpty();
    }

    @Test
    void words_that_make_no_sense_are_answered_with_the_usage() {
        for (var words : new String[][] {
            {},
            {"Киров"},
            {"by-command", "sberbank"},
            {"by-command", "paypal", "shop"},
            {"by-command", "tbank", "shop", "secret-as-a-word"},
            {"by-command", "tbank", "shop", "--methods", "CASH"},
            {"by-command", "tbank", "shop", "--base-url", "file:///etc"},
            {"by-command", "--what"}
        }) {
            assertThat(run("hush\n", words)).as(String.join(" ", words)).isEqualTo(2);
        }
        assertThat(said()).contains("bin/run provider");
    }

    private String rows() {
        return String.join(
                "\n",
                jdbc.sql("select provider_shop::text from provider_shop where supplier = 'by-command'")
                        .query(String.class)
                        .list());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private int run(String typed, String... words) {
        var all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url");
        all[words.length + 1] = "--golubika.secret=" + environment.getRequiredProperty("golubika.secret");
        return ProviderCommand.run(
                all,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
