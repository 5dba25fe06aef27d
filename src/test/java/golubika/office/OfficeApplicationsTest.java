package golubika.office;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.PinApplication;
import golubika.accounts.PinApplication.Refusal;
import golubika.accounts.PinApplication.State;
import golubika.accounts.PinApplication.Written;
import golubika.accounts.PinApplications;
import golubika.audit.Caller;
import golubika.office.OfficeActs.Kind;
import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What staff do with PIN applications, on their pages.
@PortalTest
class OfficeApplicationsTest {

    private static int suppliersMade;

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
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    PinApplications applications;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private SupplierCode code;
    private AnOffice office;
    private Staff olga;
    private Visitor atWork;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        code = new SupplierCode("desk-" + ++suppliersMade);
        ASupplier.in(suppliers, jdbc, code, usual -> usual);
        office = new AnOffice(book, passwords, visitors);
        olga = office.somebody(code);
        atWork = office.atWork(olga);
    }

    @Test
    void what_was_written_stands_beside_what_is_known_and_the_look_is_recorded() {
        var asked = ask("Брусникина Анна", "Лесная, 5", "77");

        assertThat(atWork.get("/office").text())
                .contains("Не совпало: фамилия, счётчик")
                .doesNotContain("Брусникина");
        assertThat(kinds()).doesNotContain(Kind.SEEN);
        assertThat(atWork.get(path(asked)).text())
                .contains("Брусникина Анна", "Клюквина Анна Петровна", "ул. Лесная, д. 5", "00417385");
        assertThat(acts.of(code, 0, 1)).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(Kind.SEEN);
            assertThat(act.login()).isEqualTo(olga.login());
            assertThat(act.subject())
                    .contains("№ " + asked.application.number())
                    .doesNotContain("Клюквина");
        });
    }

    @Test
    void granting_shows_the_pin_to_nobody_at_the_desk() {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");

        assertThat(atWork.post(path(asked) + "/grant", Map.of()).location()).isEqualTo("/office");

        var pin = mailbox.of(asked.household.login()).getFirst().code();
        assertThat(pin).matches("[0-9]{6}");
        for (var page : new String[] {"/office", "/office?show=closed", path(asked), "/office/log"}) {
            assertThat(atWork.get(page).text()).as(page).doesNotContain(pin);
        }
        assertThat(atWork.get("/office?show=closed").text()).contains("PIN-код выслан: " + olga.name());
        assertThat(acts.of(code, 0, 100).stream().filter(act -> act.kind() == Kind.GRANTED))
                .singleElement()
                .satisfies(act -> assertThat(act.detail()).isEqualTo("Совпало: фамилия, адрес"));
    }

    @Test
    void a_grant_against_the_data_is_recorded_with_what_differed() {
        var asked = ask("Брусникина Анна", "Лесная, 6", "00417385");
        atWork.post(path(asked) + "/grant", Map.of());

        assertThat(atWork.get("/office/log").text()).contains("PIN-код выслан, заявка №", "Не совпало: фамилия, адрес");
    }

    @Test
    void a_pin_that_nobody_has_typed_in_can_be_taken_back() {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");
        atWork.post(path(asked) + "/grant", Map.of());
        assertThat(atWork.get(path(asked)).text()).contains("Отменить PIN");

        assertThat(atWork.post(path(asked) + "/revocation", Map.of()).location())
                .isEqualTo("/office");

        assertThat(latest(asked).state()).isEqualTo(State.REFUSED);
        assertThat(mailbox.of(asked.household.login()).getFirst().subject()).contains("отменён");
        assertThat(kinds().findFirst()).contains(Kind.REVOKED);
        assertThat(atWork.get(path(asked)).text()).doesNotContain("Отменить PIN");
    }

    @Test
    void a_namesake_is_somebody_else() {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");
        var login = olga.login() + "-2";
        book.add(login, olga.name(), code, passwords.hash(AnOffice.PASSWORD), null);
        var namesake = office.atWork(book.find(login).orElseThrow());
        atWork.post(path(asked) + "/grant", Map.of());

        namesake.post(path(asked) + "/grant", Map.of());
        assertThat(namesake.get("/office").text()).contains("уже закрыта", "(" + olga.login() + ")");
    }

    @Test
    void who_comes_second_learns_who_was_first_and_nothing_happens_twice() {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");
        var egor = office.atWork(office.somebody(code));
        atWork.post(path(asked) + "/grant", Map.of());

        atWork.post(path(asked) + "/grant", Map.of());
        assertThat(atWork.get("/office").text()).contains("выслан абоненту").doesNotContain("уже закрыта");
        egor.post(path(asked) + "/refusal", Map.of("reason", "UNPROVEN"));
        assertThat(egor.get("/office").text()).contains("уже закрыта", olga.name(), "Ваш ответ не отправлен");
        egor.post(path(asked) + "/grant", Map.of());

        assertThat(mailbox.of(asked.household.login())).hasSize(1);
        assertThat(kinds().filter(kind -> kind == Kind.GRANTED || kind == Kind.REFUSED))
                .containsExactly(Kind.GRANTED);
        assertThat(latest(asked).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void pressed_at_once_by_many_it_is_answered_once() throws Exception {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");
        var desks = IntStream.range(0, 4)
                .mapToObj(i -> office.atWork(office.somebody(code)))
                .toList();
        var deeds = desks.stream()
                .<Callable<Integer>>map(desk ->
                        () -> desk.post(path(asked) + "/grant", Map.of()).status())
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(deeds).stream().map(Future::resultNow)).containsOnly(302);
        }

        assertThat(mailbox.of(asked.household.login())).hasSize(1);
        assertThat(kinds().filter(Kind.GRANTED::equals)).hasSize(1);
    }

    @Test
    void a_refusal_needs_a_reason_and_other_needs_words() {
        var asked = ask("Клюквина Анна", "Лесная, 5", "");

        assertThat(refuse(asked, "", "").text()).contains("Выберите причину");
        assertThat(refuse(asked, "NONSENSE", "").text()).contains("Выберите причину");
        var withoutWords = refuse(asked, Refusal.OTHER.name(), " ");
        assertThat(withoutWords.status()).isEqualTo(422);
        assertThat(withoutWords.text()).contains("Напишите абоненту, в чём дело");
        assertThat(refuse(asked, Refusal.OTHER.name(), "я".repeat(501)).text()).contains("Слишком длинно");
        assertThat(latest(asked).state()).isEqualTo(State.SENT);

        assertThat(refuse(asked, Refusal.OTHER.name(), "Позвоните нам").location())
                .isEqualTo("/office");
        assertThat(latest(asked).said()).isEqualTo("Позвоните нам");
        assertThat(atWork.get("/office/log").text()).contains("Отказ, заявка №");
    }

    @Test
    void the_head_tells_what_waits_what_is_late_and_how_long_answers_take() {
        var first = ask("Клюквина Анна", "Лесная, 5", "");
        ask("Клюквина Анна", "Лесная, 5", "");
        clock.pass(Duration.ofMinutes(200));
        atWork = office.atWork(olga);
        atWork.post(path(first) + "/grant", Map.of());

        assertThat(tile("Заявок на PIN-код")).isEqualTo("1");
        assertThat(tile("Просрочено")).isEqualTo("0");
        assertThat(tile("Средний ответ")).isEqualTo("3 ч 20 мин");
        // Sent on a Friday; the answer is due on Tuesday.
        clock.pass(Duration.ofDays(5));
        atWork = office.atWork(olga);
        assertThat(tile("Просрочено")).isEqualTo("1");
        assertThat(atWork.get("/office?show=overdue").text()).contains("5 дней");
    }

    @Test
    void the_queue_is_paged_the_oldest_first() {
        for (var i = 0; i < 21; i++) {
            ask("Клюквина Анна", "Лесная, 5", "");
            clock.pass(Duration.ofMinutes(1));
        }
        atWork = office.atWork(olga);

        assertThat(atWork.get("/office").text())
                .contains("№ 1<", "№ 20<", "applications=20")
                .doesNotContain("№ 21<");
        assertThat(atWork.get("/office?applications=20").text())
                .contains("№ 21<")
                .doesNotContain("№ 20<");
    }

    private record Asked(Household household, AccountId account, PinApplication application) {}

    private Asked ask(String name, String address, String serial) {
        var account = AnAccount.of(jdbc, code, Long.toString(1_000_000 + System.nanoTime() % 8_000_000))
                .withMeter("M1", "00417385", 5, 27_927);
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(code), account.number());
        applications.send(
                household.id(),
                links.find(household.id(), account.id()).orElseThrow(),
                new Written(name, address, serial, ""),
                new Caller("2001:db8:b:" + Integer.toHexString((int) (System.nanoTime() & 0xffff)) + "::1", null));
        return new Asked(
                household,
                account.id(),
                applications.latest(household.id(), account.id()).orElseThrow());
    }

    private Visitor.Answer refuse(Asked asked, String reason, String said) {
        return atWork.post(path(asked) + "/refusal", Map.of("reason", reason, "said", said));
    }

    private PinApplication latest(Asked asked) {
        return applications.latest(asked.household.id(), asked.account).orElseThrow();
    }

    private Stream<Kind> kinds() {
        return acts.of(code, 0, 100).stream().map(OfficeActs.Act::kind);
    }

    private String tile(String name) {
        var text = atWork.get("/office").text();
        var from = text.indexOf("<dd>", text.indexOf(name)) + 4;
        return text.substring(from, text.indexOf("</dd>", from));
    }

    private static String path(Asked asked) {
        return "/office/applications/" + asked.account + "/" + asked.application.id();
    }
}
