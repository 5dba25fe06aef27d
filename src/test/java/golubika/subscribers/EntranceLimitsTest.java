package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.limits.Taken;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each limit of the entrance, at the very deed that it guards: the last try is let through, the next is refused, after
/// one pause there is one more, and who has another key does not notice.
@PortalTest
class EntranceLimitsTest {

    private static final String TOO_MANY = "Слишком много|слишком много|уже ушло|недавно ушло";

    private static final AtomicInteger FRESH = new AtomicInteger();

    @Autowired
    Limits limits;

    @Autowired
    Resending resending;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    Postage postage;

    @Autowired
    TypedCodes codes;

    @Autowired
    JdbcClient jdbc;

    /// Somebody who may be refused.
    ///
    /// @param key     whose bucket it is
    /// @param refused tries what is limited and says whether it was refused; each try is a failure, or counts even
    /// when it succeeds
    private record Knocking(String key, BooleanSupplier refused) {

        Knocking(String key, Supplier<Visitor.Answer> tries) {
            this(key, () -> tries.get().text().replaceAll("\\s", " ").matches("(?s).*(" + TOO_MANY + ").*"));
        }

        boolean isRefused() {
            return refused.getAsBoolean();
        }
    }

    /// @param somebody makes a new one, with a key that nobody had before
    private record Row(Limit limit, Supplier<Knocking> somebody) {}

    static Stream<String> names() throws IllegalAccessException {
        return constants().stream().map(Limit::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_limit_refuses_at_its_size_and_lets_one_in_after_its_pause(String name) {
        var row = rows().stream()
                .filter(one -> one.limit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row tests the limit " + name));
        var somebody = row.somebody.get();
        for (var i = 1; i < row.limit.size(); i++) {
            assertThat(limits.take(row.limit, somebody.key)).isTrue();
        }

        assertThat(somebody.isRefused()).as("the last try").isFalse();
        assertThat(somebody.isRefused()).as("one too many").isTrue();
        assertThat(row.somebody.get().isRefused()).as("somebody else").isFalse();
        clock.pass(row.limit.refill().minusMillis(1));
        assertThat(somebody.isRefused()).as("a little too early").isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(somebody.isRefused()).as("after the pause").isFalse();
        assertThat(somebody.isRefused()).as("only one more").isTrue();
    }

    private static List<Limit> constants() throws IllegalAccessException {
        var constants = new ArrayList<Limit>();
        for (var field : EntranceLimits.class.getDeclaredFields()) {
            if (field.getType() == Limit.class && Modifier.isStatic(field.getModifiers())) {
                constants.add((Limit) field.get(null));
            }
        }
        return constants;
    }

    private List<Row> rows() {
        return List.of(
                new Row(EntranceLimits.PASSWORD_BY_LOGIN, () -> {
                    var visitor = visitors.guest();
                    var login = Visitors.freshLogin();
                    return new Knocking(login + ' ' + network(visitor), () -> signIn(visitor, login));
                }),
                new Row(EntranceLimits.PASSWORD_ANYWHERE, () -> {
                    var login = Visitors.freshLogin();
                    return new Knocking(login, () -> signIn(visitors.guest(), login));
                }),
                new Row(EntranceLimits.PASSWORD_BY_DEVICE, () -> {
                    var household = visitors.household();
                    var visitor = visitors.signedIn(household);
                    var device = visitor.cookies().get("golubika-device");
                    visitor.post("/logout", Map.of());
                    return new Knocking(
                            household.id() + " " + HexFormat.of().formatHex(new Token(device).hash()),
                            () -> signIn(visitor, household.login()));
                }),
                new Row(EntranceLimits.PASSWORD_BY_NETWORK, () -> {
                    var visitor = visitors.guest();
                    return new Knocking(network(visitor), () -> signIn(visitor, Visitors.freshLogin()));
                }),
                new Row(EntranceLimits.PASSWORD_CHANGE, () -> {
                    var household = visitors.household();
                    var visitor = visitors.signedIn(household);
                    return new Knocking(
                            household.id().toString(),
                            () -> visitor.post(
                                    "/settings/password", Map.of("old", "wrong7", "new", "fresh8", "new2", "fresh8")));
                }),
                new Row(EntranceLimits.PASSWORD_BY_LINK, () -> {
                    var attempt = visitors.guest();
                    var login = Visitors.freshLogin();
                    register(attempt, login);
                    var link = mailbox.of(login).getFirst().linkPath();
                    return new Knocking(
                            attemptOf(login), () -> visitors.guest().post(link, Map.of("password", "wrong7")));
                }),
                new Row(EntranceLimits.REGISTRATION_BY_NETWORK, () -> {
                    var visitor = visitors.guest();
                    return new Knocking(network(visitor), () -> register(visitor, Visitors.freshLogin()));
                }),
                new Row(EntranceLimits.LETTER_BY_NETWORK, () -> {
                    var login = Visitors.freshLogin();
                    var visitor = visitors.guest();
                    register(visitors.guest(), login); // this letter counts elsewhere
                    visitor.post("/login", Map.of("login", login, "password", Visitors.PASSWORD));
                    return new Knocking(
                            network(visitor),
                            () -> visitor.post("/confirm/address", Map.of("login", Visitors.freshLogin())));
                }),
                new Row(EntranceLimits.LETTER_BY_ADDRESS, () -> {
                    var login = Visitors.freshLogin();
                    return new Knocking(login, () -> register(visitors.guest(), login));
                }),
                new Row(EntranceLimits.RECOVERY_BY_NETWORK, () -> {
                    var visitor = visitors.guest();
                    return new Knocking(network(visitor), () -> recover(visitor, Visitors.freshLogin()));
                }),
                new Row(EntranceLimits.RECOVERY_BY_ADDRESS, () -> {
                    var login = Visitors.freshLogin();
                    return new Knocking(login, () -> recover(visitors.guest(), login));
                }),
                new Row(EntranceLimits.RECOVERY_BY_PHONE, () -> {
                    var phone = freshPhone();
                    return new Knocking(
                            phone.value(),
                            () -> postage.takeRecovery(new Taken(limits), phone, freshNetwork())
                                    .isPresent());
                }),
                new Row(EntranceLimits.CORRECTED_LOGIN, () -> {
                    var login = Visitors.freshLogin();
                    register(visitors.guest(), login);
                    var attempt = new SubscriberId(UUID.fromString(attemptOf(login)));
                    return new Knocking(attempt.toString(), () -> isUncorrected(attempt));
                }),
                new Row(EntranceLimits.SMS_PAUSE, () -> {
                    var phone = freshPhone();
                    return new Knocking(phone.value(), () -> isUnsent(phone, freshNetwork()));
                }),
                new Row(EntranceLimits.SMS_BY_PHONE, () -> {
                    var phone = freshPhone();
                    return new Knocking(phone.value(), () -> isUnsent(phone, freshNetwork()));
                }),
                new Row(EntranceLimits.SMS_BY_NETWORK, () -> {
                    var network = freshNetwork();
                    return new Knocking(network, () -> isUnsent(freshPhone(), network));
                }),
                new Row(EntranceLimits.CODE_BY_NETWORK, () -> {
                    var network = freshNetwork();
                    return new Knocking(
                            network,
                            () -> codes.confirm(nobody(), "000000", network) instanceof TypedCodes.Outcome.TooOften);
                }),
                new Row(EntranceLimits.ROBOT_QUESTION, () -> {
                    var visitor = visitors.guest();
                    return new Knocking(network(visitor), () -> answerWrong(visitor));
                }));
    }

    private boolean isUnsent(Login phone, String network) {
        return postage.take(phone, network).isPresent();
    }

    private boolean isUncorrected(SubscriberId attempt) {
        var fresh = Login.of(Visitors.freshLogin());
        return resending.send(resending.waiting(attempt).orElseThrow(), fresh, freshNetwork())
                instanceof Resending.Outcome.NotSent;
    }

    private static Resending.Waiting nobody() {
        return new Resending.Waiting(new SubscriberId(UUID.randomUUID()), freshPhone(), LocalDate.of(2026, 12, 20));
    }

    private static Login freshPhone() {
        return Login.of("+7900%07d".formatted(FRESH.incrementAndGet()));
    }

    /// An address for documentation (RFC 5737) that no visitor has.
    private static String freshNetwork() {
        var number = FRESH.incrementAndGet();
        return "203.0.%d.%d".formatted(number / 250, 1 + number % 250);
    }

    private String attemptOf(String login) {
        return jdbc.sql("select subscriber_id::text from login where login = :login")
                .param("login", login)
                .query(String.class)
                .single();
    }

    private static String network(Visitor visitor) {
        return Network.of(visitor.network()).value();
    }

    private static Visitor.Answer signIn(Visitor visitor, String login) {
        return checked(visitor, "/login", Map.of("login", login, "password", "wrong7"));
    }

    private static Visitor.Answer register(Visitor visitor, String login) {
        return checked(
                visitor,
                "/register",
                Map.of("login", login, "password", Visitors.PASSWORD, "password2", Visitors.PASSWORD));
    }

    private static Visitor.Answer recover(Visitor visitor, String login) {
        return checked(visitor, "/recover", Map.of("login", login));
    }

    private static Visitor.Answer checked(Visitor visitor, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("solution", RobotSolver.solve(visitor));
        return visitor.post(path, form);
    }

    private static Visitor.Answer answerWrong(Visitor visitor) {
        var question = Arrays.stream(visitor.get("/register").text().split("name=\"question\" value=\""))
                .skip(1)
                .findFirst()
                .orElseThrow();
        return visitor.post(
                "/register",
                Map.of("login", "", "question", question.substring(0, question.indexOf('"')), "letter", "ъ"));
    }
}
