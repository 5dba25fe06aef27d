package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What a guest may send without being one of our pages: it is refused, and fills no log.
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class UnreadableFormsTest {

    @Autowired
    Visitors visitors;

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/recover"})
    void an_endless_login_is_refused_at_its_field(String path, CapturedOutput log) {
        for (var login : new String[] {"a.".repeat(3000) + "@x.ru", "a@" + "я".repeat(3000) + ".ru"}) {
            assertThat(visitors.guest()
                            .post(path, Map.of("login", login, "password", "berry7"))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(log).doesNotContain("Exception", "Error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/recover"})
    void a_field_that_no_form_has_is_passed_over(String path, CapturedOutput log) {
        for (var field : new String[] {"login[0]", "login.value", "login[a].b", "class.name"}) {
            assertThat(visitors.guest().post(path, Map.of(field, "x")).status()).isEqualTo(422);
        }
        assertThat(log).doesNotContain("Exception");
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "/login, login",
        "/register, login",
        "/recover, login",
        "/login/passkey, credential",
        "/theme, theme",
    })
    void a_file_in_place_of_a_field_is_unreadable(String path, String field, CapturedOutput log) {
        var answer = visitors.guest().postFile(path, field);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Не получилось прочитать запрос");
        assertThat(log).doesNotContain("Exception");
    }

    @Test
    void what_no_page_asks_for_is_refused_without_a_word_in_the_log(CapturedOutput log) {
        var guest = visitors.guest();

        assertThat(guest.post("/theme", Map.of()).status()).isEqualTo(400);
        assertThat(guest.post("/agreement", Map.of()).status()).isEqualTo(405);
        assertThat(guest.post("/agreement", Map.of()).header("Allow")).contains("GET");
        assertThat(log).doesNotContain("Exception");
    }

    @Test
    void a_spoilt_cookie_of_a_known_device_keeps_nobody_out() {
        var household = visitors.household();
        for (var spoilt : new String[] {"x\u00e9", "a\"b", "a.b c.\u00ff", "\"", ".".repeat(50)}) {
            var visitor = visitors.guest().with("golubika-device", spoilt);

            var answer = visitor.post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD));

            assertThat(answer.location()).as(spoilt).isEqualTo("/");
            assertThat(visitor.get("/settings").status()).isEqualTo(200);
        }
    }
}
