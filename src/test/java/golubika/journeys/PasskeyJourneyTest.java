package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.VirtualAuthenticator;
import golubika.testing.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Coming in by fingerprint, from the first passkey to the last.
@PortalTest
class PasskeyJourneyTest {

    /// The authenticator takes what the field offers without waiting for anybody, before the test can look.
    private static final String WITHOUT_OFFER =
            "PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)";

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Test
    void a_passkey_is_added_named_used_and_removed_and_then_of_no_use() {
        try (var browser = Browser.phone(visitors.address())) {
            var household = visitors.household();
            var reader = VirtualAuthenticator.in(browser);
            browser.page().addInitScript(WITHOUT_OFFER);
            var page = browser.signIn(household).page();
            browser.open("/settings").inspect();
            reader.touched(true);
            page.getByLabel("Название нового ключа").fill("Мой телефон");
            press(browser, "Добавить ключ на этом устройстве");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Ключ доступа добавлен");
            assertThat(page.locator("#keys")).containsText("Мой телефон");
            assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Добавлен ключ доступа");
            assertThat(reader.passkeys()).isEqualTo(1);

            page.locator("#keys summary").click();
            page.getByLabel("Название", new Page.GetByLabelOptions().setExact(true))
                    .fill("Телефон Веры");
            press(browser, "Сохранить название");
            assertThat(page.locator("#keys")).containsText("Телефон Веры");
            page.locator("#keys summary").click();
            browser.inspect().picture("settings-keys");

            press(browser, "Добавить ключ на этом устройстве");
            assertThat(page.locator("#key-state")).containsText("ключ от кабинета уже есть");

            reader.touched(false);
            signOut(browser);
            browser.open("/login").inspect().picture("login-passkey");
            enter(browser, reader);
            assertThat(page).hasURL(visitors.address() + "/");
            browser.open("/settings");
            assertThat(page.locator("#keys")).containsText("последний вход");
            browser.open("/settings/history").inspect().picture("history");
            assertThat(page.locator("main")).containsText("Вход с ключом доступа");
            assertThat(page.locator("main")).containsText("Добавлен ключ доступа «Мой телефон»");

            browser.open("/settings");
            page.locator("#keys summary").click();
            press(browser, "Удалить ключ");
            assertThat(page.locator("#keys")).containsText("Ключей пока нет");
            assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Удалён ключ доступа");

            reader.touched(false);
            signOut(browser);
            browser.open("/login");
            enter(browser, reader);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Этот ключ нам не знаком");
            browser.inspect().picture("login-passkey-unknown");
        }
    }

    @Test
    void a_finger_that_is_not_the_owners_does_not_come_in() {
        try (var browser = Browser.phone(visitors.address())) {
            var household = visitors.household();
            var reader = VirtualAuthenticator.in(browser);
            browser.page().addInitScript(WITHOUT_OFFER);
            browser.signIn(household).open("/settings");
            reader.touched(true);
            press(browser, "Добавить ключ на этом устройстве");
            assertThat(browser.page().locator("#keys")).containsText("Linux, Chrome");

            reader.touched(false).recognises(false);
            signOut(browser);
            browser.open("/login");
            enter(browser, reader);
            assertThat(browser.page().locator("[data-passkey] [data-state]")).containsText("Войти с ключом не вышло");
            browser.inspect();
        }
    }

    @Test
    void the_field_of_the_login_offers_the_passkey_by_itself() {
        try (var browser = Browser.phone(visitors.address())) {
            var reader = VirtualAuthenticator.in(browser).touched(true);
            browser.signIn(visitors.household()).open("/settings");
            press(browser, "Добавить ключ на этом устройстве");
            assertThat(browser.page().locator("#keys")).containsText("Linux, Chrome");
            assertThat(reader.passkeys()).isEqualTo(1);

            // Whoever is virtual chooses at once what is offered.
            browser.page().locator("#leave [type=submit]").click();
            assertThat(browser.page()).hasURL(visitors.address() + "/");
            browser.open("/settings");
            assertThat(browser.page().locator("#keys")).containsText("последний вход");
        }
    }

    @Test
    void ten_minutes_after_the_sign_in_the_password_is_asked_for_first() {
        try (var browser = Browser.desktop(visitors.address())) {
            var reader = VirtualAuthenticator.in(browser);
            var page = browser.signIn(visitors.household()).page();
            clock.pass(Duration.ofMinutes(10));
            browser.open("/settings").inspect().picture("settings-keys-proof");
            assertThat(page.locator("#keys")).containsText("наберите пароль ещё раз");

            prove(page, "wrong7");
            assertThat(page.locator("#e-key-password")).containsText("Текущий пароль не подошёл");
            browser.inspect();
            prove(page, Visitors.PASSWORD);
            reader.touched(true);
            press(browser, "Добавить ключ на этом устройстве");
            assertThat(page.locator("#keys")).containsText("Добавлен 20");
            browser.inspect().picture("settings-sections");
        }
    }

    @Test
    void after_several_failures_the_robot_check_is_shown_and_passed() {
        try (var browser = Browser.phone(visitors.address())) {
            var household = visitors.household();
            var page = browser.page();
            browser.open("/login");
            for (var i = 0; i < 3; i++) {
                fill(page, household.login(), "wrong7");
                press(browser, "Войти");
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("не подошёл");
            }
            browser.inspect().picture("login-robot");

            fill(page, household.login(), Visitors.PASSWORD);
            press(browser, "Войти");
            assertThat(page.locator("#e-human")).containsText("Отметьте «Я не робот»");
            browser.inspect();
            fill(page, household.login(), Visitors.PASSWORD);
            page.getByLabel("Я не робот").check();
            assertThat(page.locator("#robot-state")).hasText("Проверка пройдена.");
            press(browser, "Войти");
            assertThat(page).hasURL(visitors.address() + "/");
        }
    }

    @Test
    void without_scripts_the_settings_say_what_passkeys_need() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            browser.signIn(visitors.household()).open("/settings");
            assertThat(browser.page().locator("#keys noscript p")).containsText("разрешите в браузере скрипты");
            assertThat(browser.page().getByText("Добавить ключ на этом устройстве"))
                    .not()
                    .isVisible();
        }
    }

    private static void enter(Browser browser, VirtualAuthenticator reader) {
        reader.touched(true);
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Войти по отпечатку или лицу"))
                .click();
    }

    private static void prove(Page page, String password) {
        page.getByLabel("Текущий пароль").last().fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Продолжить"))
                .click();
    }

    private static void fill(Page page, String login, String password) {
        page.getByLabel("E-mail (логин)").fill(login);
        page.getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true)).fill(password);
    }

    private static void signOut(Browser browser) {
        browser.open("/settings");
        browser.page().locator("#leave [type=submit]").click();
        assertThat(browser.page().locator("main")).containsText("Вы вышли");
    }

    private static void press(Browser browser, String button) {
        browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
