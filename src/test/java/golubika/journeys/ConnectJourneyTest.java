package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import golubika.accounts.Pins;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ABill;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Connecting an account with the bill in one hand, and sharing it with the family.
@PortalTest
class ConnectJourneyTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void on_a_phone() {
        try (var browser = Browser.phone(visitors.address());
                var others = Browser.phone(visitors.address())) {
            walk(browser, others);
        }
    }

    @Test
    void on_a_desktop() {
        try (var browser = Browser.desktop(visitors.address());
                var others = Browser.desktop(visitors.address())) {
            walk(browser, others);
        }
    }

    @Test
    void without_scripts_the_button_says_what_is_wrong() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var account = account();
            var page = browser.signIn(visitors.household()).page();
            browser.open("/accounts/connect");
            page.locator("label[for=supplier-test]").click();
            number(page).fill("123");
            button(page, "Подключить ЛС").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("введено 3");
            number(page).fill(account.number());
            button(page, "Подключить ЛС").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Лицевой счёт подключён");
            browser.open("/accounts/connect");
            page.getByText("Изменить", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByLabel("Своё название").fill("Дом");
            button(page, "Сохранить название").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Название сохранено");
        }
    }

    private void walk(Browser browser, Browser others) {
        var account = account();
        var oleg = visitors.household();
        var vera = visitors.household();
        var page = browser.signIn(vera).page();

        browser.open("/accounts/connect");
        page.getByRole(AriaRole.SEARCHBOX).fill("респ test");
        assertThat(page.locator("#q-state")).containsText("Нашлось");
        page.locator("label[for=supplier-test]").click();
        assertThat(page.locator("#r-ls")).containsText("Не более 10 цифр");
        number(page).pressSequentially("12345678901");
        assertThat(page.locator("#ls-state")).containsText("введено 11");
        browser.inspect().picture("07-connect-live-error");
        number(page).fill("12");
        assertThat(page.locator("#ls-state")).isEmpty();
        number(page).blur();
        assertThat(page.locator("#ls-state")).containsText("не меньше 4 цифр, введено 2");
        number(page).fill(account.number());
        assertThat(page.locator("#ls-state")).containsText("Записано верно");
        browser.inspect();
        button(page, "Подключить ЛС").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Лицевой счёт подключён");
        page.getByLabel("PIN-код", new Page.GetByLabelOptions().setExact(true)).fill("482915");
        button(page, "Открыть полную версию").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Полная версия открыта");

        browser.open("/accounts/connect");
        page.getByText("Изменить", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Своё название").fill("Дом");
        browser.inspect().picture("07-connect-list");
        button(page, "Сохранить название").click();
        assertThat(page.locator("#mine").locator("..")).containsText("Дом");

        browser.open("/accounts/" + account.id());
        page.getByRole(AriaRole.LINK, named("Люди и права")).click();
        page.getByLabel("Телефон или e-mail").fill("олег");
        button(page, "Пригласить").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("@");
        page.getByLabel("Телефон или e-mail").fill(oleg.login());
        button(page, "Пригласить").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Приглашение отправлено");
        browser.inspect().picture("19-sharing-waiting");

        var link = mailbox.of(oleg.login()).getFirst().linkPath();
        var guest = others.open(link).page();
        others.inspect().picture("19-invitation-guest");
        guest.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Войти"))
                .click();
        guest.getByLabel("E-mail (логин)").fill(oleg.login());
        guest.getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true)).fill(Visitors.PASSWORD);
        guest.locator("main button[type=submit]").first().click();
        others.inspect().picture("19-invitation");
        button(guest, "Принять приглашение").click();
        assertThat(guest.locator("body")).containsText("Клюквина Анна Петровна");
        others.inspect();

        browser.open("/accounts/" + account.id() + "/people");
        assertThat(page.locator("h2#who")).containsText("Сейчас двое");
        browser.inspect().picture("19-sharing");
        page.getByRole(AriaRole.BUTTON, named("Изменить права")).click();
        browser.inspect().picture("19-sharing-rights");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Платить", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Права изменены");
        page.getByRole(AriaRole.LINK, named("Отключить:")).click();
        browser.inspect().picture("19-revoking");
        button(page, "Отключить").click();
        assertThat(page.locator("h2#who")).containsText("Сейчас только вы");
        others.open("/accounts/" + account.id());
        assertThat(guest.locator("body")).not().containsText("Клюквина");

        browser.open("/accounts/" + account.id() + "/removal").inspect().picture("07-removal");
        button(page, "Отключить счёт").click();
        assertThat(page.locator("body")).containsText("Нет подключенных ЛС");
    }

    @Test
    void a_picture_of_the_bill_fills_the_form_and_another_picture_is_told_from_it() {
        suppliers.save(ASupplier.usual(new SupplierCode("test-too")));
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.signIn(visitors.household()).page();
            browser.open("/accounts/connect");
            show(page, ABill.anotherCode("https://example.com/nothing-to-pay"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Это не код квитанции");

            show(page, ABill.of("0023185952"));

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Номер заполнен");
            assertThat(number(page)).hasValue("0023185952");
            browser.inspect().picture("07-connect-scanned");
        }
    }

    @Test
    void the_camera_reads_the_code_of_the_bill(@TempDir Path folder) {
        suppliers.save(ASupplier.usual(new SupplierCode("test-too")));
        try (var browser =
                Browser.phoneSeeing(visitors.address(), ABill.of("0023185952").film(folder))) {
            var page = browser.signIn(visitors.household()).page();
            browser.open("/accounts/connect");
            button(page, "Отсканировать QR-код квитанции").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Номер заполнен");
            assertThat(number(page)).hasValue("0023185952");
            browser.inspect();
        }
    }

    private static void show(Page page, ABill bill) {
        page.locator("#picture").setInputFiles(new FilePayload("bill.png", "image/png", bill.png()));
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
    }

    private static Locator number(Page page) {
        return page.getByLabel("Лицевой счёт", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
