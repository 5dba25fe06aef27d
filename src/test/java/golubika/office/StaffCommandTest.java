package golubika.office;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.subscribers.Passwords;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Staff accounts, made beside a portal that runs.
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class StaffCommandTest {

    private static final Pattern ONCE = Pattern.compile("Одноразовый пароль: (\\S+)");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    StaffBook book;

    @Autowired
    OfficeActs acts;

    @Autowired
    Passwords passwords;

    @Autowired
    Visitors visitors;

    @Value("${spring.datasource.url}")
    String database;

    @BeforeEach
    void begin() {
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void a_one_time_password_is_shown_once_and_has_to_be_replaced(CapturedOutput output) {
        assertThat(run("add", "Vera.K", "Вера К.", "test")).isZero();
        var once = once(output);
        var visitor = visitors.guest();

        assertThat(visitor.post("/office/login", Map.of("login", "vera.k", "password", once))
                        .location())
                .isEqualTo("/office/password");
        assertThat(visitor.get("/office").location()).isEqualTo("/office/password");
        assertThat(visitor.get("/office/log").location()).isEqualTo("/office/password");
        assertThat(visitor.post("/office/password", change(once, "короткий")).text())
                .contains("Нужно не меньше 12 знаков");
        assertThat(visitor.post("/office/password", change(once, "vera.k и ягоды"))
                        .text())
                .contains("есть ваш логин");
        assertThat(visitor.post("/office/password", change(once, once)).text()).contains("тот же пароль");
        assertThat(visitor.post("/office/password", change("другой пароль", AnOffice.PASSWORD))
                        .text())
                .contains("Этот пароль не подошёл");

        assertThat(visitor.post("/office/password", change(once, AnOffice.PASSWORD))
                        .location())
                .isEqualTo("/office");
        assertThat(visitor.get("/office").text()).contains("Вера К.", "Пароль сохранён");
        assertThat(visitors.guest()
                        .post("/office/login", Map.of("login", "vera.k", "password", once))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoever_is_blocked_is_out_at_once_and_comes_back_with_a_new_password(CapturedOutput output) {
        run("add", "anna", "Анна", "test");
        var visitor = visitors.guest();
        visitor.post("/office/login", Map.of("login", "anna", "password", once(output)));
        visitor.post("/office/password", change(once(output), AnOffice.PASSWORD));
        assertThat(visitor.get("/office").status()).isEqualTo(200);

        assertThat(run("block", "anna")).isZero();

        assertThat(visitor.get("/office").location()).isEqualTo("/office/login");
        assertThat(visitors.guest()
                        .post("/office/login", Map.of("login", "anna", "password", AnOffice.PASSWORD))
                        .status())
                .isEqualTo(422);
        assertThat(run("list")).isZero();
        assertThat(output).contains("anna", "вход закрыт");

        assertThat(run("password", "anna")).isZero();
        assertThat(visitors.guest()
                        .post("/office/login", Map.of("login", "anna", "password", last(output)))
                        .location())
                .isEqualTo("/office/password");
        assertThat(acts.of(ASupplier.CODE, 0, 100).stream()
                        .filter(act -> act.subject().equals("anna"))
                        .map(OfficeActs.Act::kind))
                .containsExactly(
                        OfficeActs.Kind.RENEWED,
                        OfficeActs.Kind.FAILED,
                        OfficeActs.Kind.BLOCKED,
                        OfficeActs.Kind.ADDED);
        var office = new AnOffice(book, passwords, visitors);
        var log = office.atWork(office.somebody(ASupplier.CODE)).get("/office/log");
        for (var deed : List.of("Заведён сотрудник anna", "Закрыт вход сотруднику anna")) {
            assertThat(log.text()).containsPattern(deed + "</th><td [^>]*>на сервере</td>");
        }
    }

    @Test
    void the_portals_own_desk_has_no_supplier(CapturedOutput output) {
        assertThat(run("add", "desk", "Портал", "portal")).isZero();

        assertThat(book.find("desk").orElseThrow().supplierCode()).isEmpty();
        assertThat(output).contains("desk: Портал");
    }

    @Test
    void what_cannot_be_is_told(CapturedOutput output) {
        assertThat(run("add", "no", "Имя", "test")).isEqualTo(1);
        assertThat(run("add", "nobody", " ", "test")).isEqualTo(1);
        assertThat(run("add", "nobody", "Имя", "nowhere")).isEqualTo(1);
        assertThat(run("add", "twice", "Имя", "test")).isZero();
        assertThat(run("add", "twice", "Имя", "test")).isEqualTo(1);
        assertThat(run("block", "absent")).isEqualTo(1);
        assertThat(run("password", "absent")).isEqualTo(1);
        assertThat(run("add", "alone")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(output)
                .contains("от 3 до 40", "нет имени", "Поставщика «nowhere» нет", "уже занят", "«absent» нет")
                .contains("bin/run staff add");
    }

    private static Map<String, String> change(String current, String password) {
        return Map.of("current", current, "password", password, "again", password);
    }

    private static String once(CapturedOutput output) {
        var found = ONCE.matcher(output.getOut());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String last(CapturedOutput output) {
        return ONCE.matcher(output.getOut())
                .results()
                .map(found -> found.group(1))
                .toList()
                .getLast();
    }

    private int run(String... words) {
        return StaffCommand.run(Stream.concat(
                        Stream.of(words), Stream.of("--spring.datasource.url=" + database, "--golubika.jobs=false"))
                .toArray(String[]::new));
    }
}
