package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.subscribers.exports.ExportMaking;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is a person's own, on a phone: the password forgotten, the name, what was signed, all data, and leaving.
@PortalTest
class OwnDataJourneyTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_has_forgotten_the_password_comes_in_with_a_new_one() {
        var household = visitors.household();
        try (var browser = Browser.phone(visitors.address())) {
            browser.open("/login").page().getByText("Забыли пароль?").click();
            browser.inspect().picture("recover");
            press(browser, "Выслать ссылку");
            assertThat(browser.page().locator("#e-login")).containsText("Укажите адрес");
            browser.inspect().picture("recover-errors");

            browser.page().getByLabel("E-mail (логин)").fill(household.login());
            browser.page().getByText("Я не робот", exactly()).click();
            press(browser, "Выслать ссылку");
            assertThat(browser.page().locator("main")).containsText(household.login());
            browser.inspect().picture("recover-sent");

            var link = mailbox.of(household.login()).getFirst().linkPath();
            browser.open(link);
            type(browser, "ягода", "ягод");
            assertThat(browser.page().locator("#e-new")).containsText("русские буквы");
            assertThat(browser.page().locator("#e-new2")).containsText("не совпадают");
            browser.inspect().picture("new-password-errors");
            type(browser, "fresh8", "fresh8");
            assertThat(browser.page().locator("main")).containsText("Войдите с новым паролем");
            browser.inspect();

            browser.open(link).inspect().picture("recover-unusable");
            assertThat(browser.page().locator("h1")).hasText("Ссылка не работает");
        }
    }

    @Test
    void settings_hold_the_name_what_was_signed_and_the_data() {
        var household = visitors.household();
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(household).open("/settings");
            browser.page().getByLabel("Как к вам обращаться").fill("Вера Павловна");
            browser.page()
                    .getByLabel("Профиль", new Page.GetByLabelOptions().setExact(true))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить"))
                    .click();
            assertThat(browser.page().locator(".note--ok")).containsText("Запомнили");
            browser.inspect().picture("settings");
            browser.open("/");
            assertThat(browser.page().locator("main")).containsText("Здравствуйте, Вера Павловна!");
            browser.inspect().picture("home-greeting");

            browser.open("/settings")
                    .page()
                    .getByRole(AriaRole.LINK, named("Скачать мои данные"))
                    .click();
            browser.inspect().picture("export");
            press(browser, "Собрать мои данные");
            browser.inspect().picture("export-waiting");
            ExportMaking.in(portal);
            browser.page().getByText("Проверить, готово ли").click();
            browser.page().getByLabel("Ваш пароль").fill("wrong7");
            press(browser, "Скачать архив");
            assertThat(browser.page().locator("#e-password")).containsText("не подошёл");
            browser.inspect().picture("export-ready");
            browser.page().getByLabel("Ваш пароль").fill(Visitors.PASSWORD);
            var file = browser.page().waitForDownload(() -> press(browser, "Скачать архив"));
            assertThat(file.suggestedFilename()).isEqualTo("golubika.zip");
        }
    }

    @Test
    void leaving_says_what_follows_and_can_be_taken_back() {
        var household = visitors.household();
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(household).open("/settings");
            browser.page()
                    .getByRole(AriaRole.LINK, named("Удалить личный кабинет"))
                    .click();
            press(browser, "Удалить личный кабинет");
            assertThat(browser.page().locator("#e-password")).containsText("Наберите пароль");
            browser.inspect().picture("deletion");
            browser.page().getByLabel("Ваш пароль").fill(Visitors.PASSWORD);
            press(browser, "Удалить личный кабинет");
            browser.inspect().picture("deletion-asked");
            browser.open("/").inspect().picture("home-removal");
            press(browser, "Оставить кабинет");
            assertThat(browser.page().getByText("Кабинет будет удалён")).hasCount(0);
        }
    }

    @Test
    void a_withdrawn_consent_can_be_signed_again() {
        var household = visitors.household();
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(household).open("/settings");
            browser.page().getByRole(AriaRole.LINK, named("Отозвать согласие")).click();
            browser.inspect().picture("withdrawal");
            browser.page().getByLabel("Ваш пароль").fill(Visitors.PASSWORD);
            press(browser, "Отозвать согласие");
            assertThat(browser.page().locator("main")).containsText("Вы отозвали согласие");
            browser.inspect().picture("consent-withdrawn");
            browser.open("/settings");
            assertThat(browser.path()).isEqualTo("/consent");
            press(browser, "Подписать согласие");
            assertThat(browser.page().locator("#e-agree")).containsText("Отметьте");
            browser.page().getByLabel("Я прочитал(а)").check();
            press(browser, "Подписать согласие");
            browser.open("/settings").inspect();
            assertThat(browser.path()).isEqualTo("/settings");
        }
    }

    @Test
    void a_new_version_says_what_it_has_changed() {
        var household = visitors.household();
        jdbc.sql("""
                insert into signed_document (version, words)
                values ('first edition', E'Согласие\nРедакция от 1 ноября 2026\n\nСлова.') on conflict do nothing
                """).update();
        jdbc.sql("update consent set version = 'first edition' where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(household);
            assertThat(browser.page().locator("h1")).hasText("Примите новые условия");
            browser.inspect().picture("agreement-changed");
            browser.page().getByLabel("Я прочитал(а)").check();
            press(browser, "Принять условия");
            assertThat(browser.page().locator("main")).containsText("Что изменилось");
            browser.inspect().picture("consent-changed");
        }
    }

    private static void type(Browser browser, String fresh, String repeated) {
        browser.page().getByLabel("Новый пароль").fill(fresh);
        browser.page().getByLabel("Повторите пароль").fill(repeated);
        press(browser, "Сменить пароль");
    }

    private static void press(Browser browser, String button) {
        browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
