package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.office.StaffBook;
import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.Topic;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody without a PIN, on a phone, and whoever answers, at a desk.
@PortalTest
class OfficeJourneyTest {

    private static final SupplierCode SUPPLIER = new SupplierCode("journey-office");
    private static final String PASSWORD = "брусника-на-кочке";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    SendRequest support;

    @Autowired
    StaffBook book;

    @Autowired
    Passwords passwords;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private AnAccount account;
    private Household vera;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc, SUPPLIER, usual -> usual);
        account = AnAccount.of(jdbc, SUPPLIER, Long.toString(4_000_000 + System.nanoTime() % 1_000_000))
                .withMeter("M1", "00417385", 5, 27_927)
                .closedAt(BillingMonth.of(2026, 10), 33_248, LocalDate.of(2026, 11, 5));
        vera = visitors.household();
        linkAccount.link(vera.id(), suppliers.get(SUPPLIER), account.number());
        book.add("operator.07", "Оператор 07", SUPPLIER, passwords.hash(PASSWORD), null);
    }

    @Test
    void an_application_is_granted_and_its_pin_opens_the_full_version() {
        try (var phone = Browser.phone(visitors.address());
                var desk = Browser.desktop(visitors.address())) {
            var page = phone.signIn(vera).page();
            ask(phone, "Клюквина Анна Петровна", "Ягодный, Лесная, д. 5", "0041-7385");
            assertThat(page.getByText("отправлена 20 ноября")).isVisible();
            phone.inspect().picture("application-sent");

            come(desk);
            var row = desk.page()
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(account.number()));
            assertThat(row).containsText("Совпало: фамилия, адрес, счётчик");
            desk.inspect().picture("office-queue");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(desk.page().getByRole(AriaRole.STATUS)).containsText("выслан абоненту");

            var letter = mailbox.of(vera.login()).getFirst();
            phone.open("/").open(letter.linkPath());
            var window = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Введите PIN-код"));
            assertThat(window).isVisible();
            phone.inspect().picture("pin-window");
            window.getByLabel("PIN-код").fill("не тот");
            window.getByRole(AriaRole.BUTTON).click();
            assertThat(window.getByRole(AriaRole.ALERT)).containsText("PIN-код не подошёл");
            phone.inspect();
            window.getByLabel("PIN-код").fill(Objects.requireNonNull(letter.code()));
            window.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("Клюквина Анна Петровна").first()).isVisible();

            desk.open("/office/log");
            assertThat(desk.page().locator("main")).containsText("PIN-код выслан, заявка №");
            desk.inspect().picture("office-log");
        }
    }

    @Test
    void a_refusal_is_read_and_mended() {
        try (var phone = Browser.phone(visitors.address());
                var desk = Browser.desktop(visitors.address())) {
            var page = phone.signIn(vera).page();
            ask(phone, "Брусникина Анна", "Ягодный, Полевая, 7", "");

            come(desk);
            var row = desk.page()
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(account.number()));
            assertThat(row).containsText("Не совпало: фамилия, адрес");
            row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Сравнить"))
                    .click();
            assertThat(desk.page().locator("main")).containsText("Клюквина Анна Петровна");
            desk.inspect().picture("office-application");
            link(desk.page(), "Отклонить").click();
            desk.inspect().picture("office-refusal");
            desk.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Отклонить заявку"))
                    .click();
            assertThat(desk.page().getByText("Выберите причину")).isVisible();
            desk.inspect();
            desk.page().getByLabel("Не хватает данных, чтобы сверить").check();
            desk.page().getByLabel("Что добавить").fill("Добавьте номер договора");
            desk.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Отклонить заявку"))
                    .click();
            assertThat(desk.page().getByRole(AriaRole.STATUS)).containsText("отказано");
            desk.open("/office?show=closed").inspect().picture("office-closed");

            phone.open("/accounts/" + account.id());
            assertThat(page.locator("#application")).containsText("не хватает данных");
            assertThat(page.locator("#application")).containsText("Добавьте номер договора");
            phone.inspect().picture("application-refused");
            link(page, "Отправить новую заявку").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Заявка на PIN-код")))
                    .isVisible();
        }
    }

    @Test
    void a_question_is_answered_and_its_writer_reads_it() {
        var link = links.find(vera.id(), account.id()).orElseThrow();
        var question = new Said("Здравствуйте. Почему выросла сумма? Газа жгли столько же.", List.of());
        var request = support.send(
                        vera.id(), link, new SendRequest.Question(UUID.randomUUID(), Topic.CHARGES, question))
                .id();
        try (var phone = Browser.phone(visitors.address());
                var small = Browser.phone(visitors.address());
                var desk = Browser.desktop(visitors.address())) {
            phone.signIn(vera);
            come(desk);
            link(desk.page(), "Почему выросла сумма").click();
            desk.inspect().picture("office-request");
            come(small);
            small.inspect().picture("office-queue");
            link(small.page(), "Почему выросла сумма").click();
            small.inspect().picture("office-request");
            desk.page().getByLabel("Ваш ответ").fill("С 1 июля выросла цена газа.");
            button(desk.page(), "Ответить").click();
            assertThat(desk.page().getByRole(AriaRole.STATUS)).containsText("отправлен");
            desk.inspect();

            var letter = mailbox.of(vera.login()).getFirst();
            org.assertj.core.api.Assertions.assertThat(letter.body()).contains("С 1 июля выросла цена газа.");
            phone.open("/support/requests/" + request);
            assertThat(phone.page().locator("main")).containsText("С 1 июля выросла цена газа.");
        }
    }

    @Test
    void without_scripts_everything_works_as_well() {
        try (var phone = Browser.phoneWithoutScripts(visitors.address())) {
            var page = phone.signIn(vera).page();
            phone.open("/accounts/" + account.id());
            link(page, "Нет PIN-кода?").click();
            page.getByLabel("Адрес, куда подаётся газ").fill("Лесная");
            button(page, "Отправить заявку").click();
            assertThat(page.getByText("Не хватает номера дома").first()).isVisible();
            assertThat(page.getByLabel("Адрес, куда подаётся газ")).hasValue("Лесная");
            page.getByLabel("Фамилия, имя, отчество").fill("Клюквина Анна");
            page.getByLabel("Адрес, куда подаётся газ").fill("Лесная, 5");
            button(page, "Отправить заявку").click();
            assertThat(page.locator("#application")).containsText("Ответ обычно приходит до 24");
            button(page, "Отозвать заявку").click();
            assertThat(link(page, "Нет PIN-кода?")).isVisible();
        }
    }

    private void ask(Browser phone, String name, String address, String serial) {
        var page = phone.page();
        phone.open("/accounts/" + account.id());
        phone.inspect().picture("account-basic-asks");
        link(page, "Нет PIN-кода?").click();
        button(page, "Отправить заявку").click();
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        phone.inspect().picture("application-form");
        page.getByLabel("Фамилия, имя, отчество").fill(name);
        page.getByLabel("Адрес, куда подаётся газ").fill(address);
        page.getByLabel("Серийный номер счётчика").fill(serial);
        button(page, "Отправить заявку").click();
    }

    private void come(Browser desk) {
        desk.open("/office");
        desk.inspect().picture("office-login");
        desk.page().getByLabel("Логин").fill("operator.07");
        desk.page().getByLabel("Пароль").fill(PASSWORD);
        button(desk.page(), "Войти").click();
        assertThat(desk.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Заявки и обращения");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
