package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class RobotCheckTest {

    private static final List<String> PLACES = List.of("первая", "вторая", "третья", "четвёртая", "пятая");

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @Test
    void without_any_check_nobody_registers() {
        assertThat(register(visitors.guest(), Map.of()).text()).contains("Отметьте «Я не робот» и дождитесь");
    }

    @Test
    void a_solution_serves_once() {
        var visitor = visitors.guest();
        var solution = RobotSolver.solve(visitor);

        assertThat(register(visitor, Map.of("solution", solution)).status()).isEqualTo(302);
        assertThat(register(visitor, Map.of("solution", solution)).status()).isEqualTo(422);
    }

    @Test
    void other_mistakes_do_not_use_a_solution_up() {
        var visitor = visitors.guest();
        var solution = RobotSolver.solve(visitor);

        assertThat(register(visitor, Map.of("solution", solution, "password2", "other7"))
                        .text())
                .contains("value=\"" + solution.substring(0, 20));
        assertThat(register(visitor, Map.of("solution", solution)).status()).isEqualTo(302);
    }

    @Test
    void a_solution_is_good_for_half_an_hour() {
        var visitor = visitors.guest();
        var solution = RobotSolver.solve(visitor);
        clock.pass(Duration.ofMinutes(30));

        assertThat(register(visitor, Map.of("solution", solution)).status()).isEqualTo(422);
    }

    @Test
    void a_lengthened_life_or_a_changed_number_is_found_out() {
        var visitor = visitors.guest();
        var json = new String(Base64.getDecoder().decode(RobotSolver.solve(visitor)), StandardCharsets.UTF_8);

        for (var forged : List.of(
                json.replaceFirst("expires=\\d+", "expires=99999999999"),
                json.replaceFirst("\"number\":(\\d+)", "\"number\":1$1"),
                json.replaceFirst("\"signature\":\"..", "\"signature\":\"zz"),
                "{}",
                "not even json")) {
            var solution = Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(register(visitor, Map.of("solution", solution)).status())
                    .as(forged)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_right_letter_serves_once_capital_or_not() {
        var visitor = visitors.guest();
        var question = question(visitor);
        var answer = Map.of("question", question.signed, "letter", question.answer.toUpperCase(java.util.Locale.ROOT));

        assertThat(register(visitor, answer).status()).isEqualTo(302);
        assertThat(register(visitor, answer).text()).contains("проверка уже сработала", "сначала посмотрите");
    }

    @Test
    void a_wrong_letter_uses_the_question_up() {
        var visitor = visitors.guest();
        var question = question(visitor);

        assertThat(register(visitor, Map.of("question", question.signed, "letter", "ъ"))
                        .text())
                .contains("Это не та буква");
        assertThat(register(visitor, Map.of("question", question.signed, "letter", question.answer))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobody_can_ask_themselves_a_question() {
        var visitor = visitors.guest();
        var question = question(visitor);
        var easier = question.signed.replaceFirst("^\\d+\\.\\d+", "0.1");
        var forged = easier.equals(question.signed) ? question.signed.replaceFirst("^\\d+", "1") : easier;

        assertThat(register(visitor, Map.of("question", forged, "letter", "ч")).status())
                .isEqualTo(422);
        assertThat(register(visitor, Map.of("question", "nonsense", "letter", "ч"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void ten_answers_in_a_row_are_enough_from_one_network() {
        var visitor = visitors.guest();
        for (var i = 0; i < 10; i++) {
            register(visitor, Map.of("question", question(visitor).signed, "letter", "ъ"));
        }
        var question = question(visitor);
        var answer = Map.of("question", question.signed, "letter", question.answer);

        assertThat(register(visitor, answer).text()).contains("Слишком много ответов подряд");
        assertThat(register(visitors.guest(), answer).status()).isEqualTo(302);
    }

    private record Question(String signed, String answer) {}

    private static Question question(Visitor visitor) {
        var page = visitor.get("/register").text();
        var asked = Pattern.compile("Какая буква (\\S+) в\u00a0слове «(\\S+)»").matcher(page);
        var signed = Pattern.compile("name=\"question\" value=\"([^\"]+)\"").matcher(page);
        if (!asked.find() || !signed.find()) {
            throw new AssertionError("no question on the page");
        }
        var place = PLACES.indexOf(asked.group(1));
        return new Question(signed.group(1), asked.group(2).substring(place, place + 1));
    }

    private static Visitor.Answer register(Visitor visitor, Map<String, String> check) {
        var fields = new HashMap<>(
                Map.of("login", Visitors.freshLogin(), "password", Visitors.PASSWORD, "password2", Visitors.PASSWORD));
        fields.putAll(check);
        return visitor.post("/register", fields);
    }
}
