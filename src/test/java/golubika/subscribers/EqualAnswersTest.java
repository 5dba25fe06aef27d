package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whoever asks about a login learns nothing of whether somebody has it: the answers are equal to the letter, and the
/// same work stands behind them.
@PortalTest
class EqualAnswersTest {

    private static final String WRONG = "wrong7";

    @Autowired
    Visitors visitors;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    /// What somebody may try with a login.
    enum Deed {
        SIGN_IN("/login", form -> form),
        SIGN_IN_AFTER_FAILURES("/login", form -> form),
        REGISTER("/register", form -> {
            form.put("password2", form.get("password"));
            return form;
        }),
        RECOVER("/recover", form -> form);

        private final String path;
        private final Function<Map<String, String>, Map<String, String>> fill;

        Deed(String path, Function<Map<String, String>, Map<String, String>> fill) {
            this.path = path;
            this.fill = fill;
        }
    }

    private record Traces(
            int status,
            String location,
            String text,
            Map<String, List<String>> headers,
            double hashes,
            int letters,
            long questions) {}

    @ParameterizedTest
    @EnumSource
    void a_known_and_an_unknown_login_get_the_same_answer_for_the_same_work(Deed deed) {
        var known = attempt(deed, visitors.household().login());
        var unknown = attempt(deed, Visitors.freshLogin());

        assertThat(unknown).isEqualTo(known);
        assertThat(known.hashes + known.letters).as("there is work to compare").isPositive();
    }

    @Test
    void attempts_to_register_come_in_alike_whether_or_not_the_login_is_taken() {
        var taken = signInWithEachOfThreeAttempts(visitors.household().login());
        var free = signInWithEachOfThreeAttempts(Visitors.freshLogin());

        assertThat(free).isEqualTo(taken);
        assertThat(free).extracting(Traces::status).containsExactly(422, 302, 302);
    }

    private List<Traces> signInWithEachOfThreeAttempts(String login) {
        var passwords = List.of("probe01", "probe02", "probe03");
        for (var password : passwords) {
            send(Deed.REGISTER, visitors.guest(), login, password);
            clock.pass(Duration.ofMinutes(1));
        }
        return passwords.stream()
                .map(password -> traces(Deed.SIGN_IN, visitors.guest(), login, password))
                .toList();
    }

    private Traces attempt(Deed deed, String login) {
        var visitor = visitors.guest();
        if (deed == Deed.SIGN_IN_AFTER_FAILURES) {
            for (var i = 0; i < 4; i++) {
                send(deed, visitor, login, WRONG);
            }
        }
        return traces(deed, visitor, login, WRONG);
    }

    private Traces traces(Deed deed, Visitor visitor, String login, String password) {
        var hashes = hashes();
        var letters = letters();
        var questions = questions();
        var answer = send(deed, visitor, login, password);
        questions = questions() - questions;
        return new Traces(
                answer.status(),
                answer.location(),
                plain(answer.text(), login),
                headers(answer, login),
                hashes() - hashes,
                letters() - letters,
                questions);
    }

    private static Visitor.Answer send(Deed deed, Visitor visitor, String login, String password) {
        var form = new HashMap<>(Map.of("login", login, "password", password, "solution", RobotSolver.solve(visitor)));
        return visitor.post(deed.path, deed.fill.apply(form));
    }

    /// Without what differs from one visit to the next.
    private static String plain(String text, String login) {
        return text.replace(login, "LOGIN")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("name=\"question\" value=\"[^\"]+\"", "")
                .replaceAll("Какая буква [^?]+", "");
    }

    private static Map<String, List<String>> headers(Visitor.Answer answer, String login) {
        var headers = new TreeMap<String, List<String>>();
        answer.response()
                .headers()
                .map()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream()
                                .map(value -> value.replace(login, "LOGIN"))
                                .map(value -> name.equals("set-cookie") ? value.replaceFirst("=[^;]*", "=") : value)
                                .collect(Collectors.toList())));
        headers.remove("date");
        headers.remove("content-length"); // that of the text, which is compared without the login
        return headers;
    }

    /// How often a connection to the database has been used, for a transaction or a statement by itself.
    private long questions() {
        return meters.get("hikaricp.connections.usage").timer().count();
    }

    private double hashes() {
        return meters.get("golubika.password.hashes").counter().count();
    }

    private int letters() {
        return jdbc.sql("select count(*) from outbox_message")
                .query(Integer.class)
                .single();
    }
}
