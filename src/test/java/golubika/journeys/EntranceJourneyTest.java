package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A household comes in, as it would with a phone in its hand or at a desk.
@PortalTest
class EntranceJourneyTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Test
    void a_household_registers_confirms_signs_in_and_signs_the_consent_on_a_phone() {
        try (var browser = Browser.phone(visitors.address())) {
            var login = registers(browser);
            browser.open(mailbox.of(login).getFirst().linkPath()).inspect().picture("link");
            press(browser, "Подтвердить регистрацию");
            signsTheConsent(browser);
        }
    }

    @Test
    void who_registered_at_a_desk_opens_the_letter_on_the_phone_and_types_the_password() {
        try (var desk = Browser.desktop(visitors.address());
                var phone = Browser.phone(visitors.address())) {
            var login = registers(desk);
            var link = mailbox.of(login).getFirst().linkPath();
            phone.open(link).inspect().picture("link-password");
            confirm(phone, "berry8");
            assertThat(phone.page().locator("#e-pass")).containsText("Пароль не подошёл");
            phone.inspect().picture("link-password-wrong");
            confirm(phone, Visitors.PASSWORD);
            signsTheConsent(phone);

            desk.open(link);
            assertThat(desk.page().locator("h1")).hasText("Почта подтверждена");
            assertThat(desk.page().getByLabel("E-mail (логин)")).hasValue(login);
            desk.inspect().picture("confirmed");
        }
    }

    @Test
    void without_scripts_a_letter_shows_that_one_is_no_robot() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var login = Visitors.freshLogin();
            browser.open("/register");
            fill(browser, login);
            browser.picture("register-letter");
            var page = browser.page();
            var question = page.locator("label[for=letter]").textContent();
            page.locator("#letter").fill(answer(question));
            press(browser, "Зарегистрироваться");

            assertThat(page.locator("main")).containsText(login);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.fetch = () => Promise.reject(new Error('no connection'))",
                "Object.defineProperty(crypto, 'subtle', {value: undefined})",
                "window.Worker = class { constructor() { throw new Error('an old browser'); } }"
            })
    void where_the_work_cannot_be_done_the_question_appears_instead(String obstacle) {
        try (var browser = Browser.phone(visitors.address())) {
            browser.page().addInitScript(obstacle);
            browser.open("/register");
            fill(browser, Visitors.freshLogin());
            browser.page()
                    .getByText("Я не робот", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(browser.page().locator("#letter")).isVisible();
            assertThat(browser.page().getByLabel("Я не робот")).not().isVisible();
        }
    }

    @Test
    void pressing_twice_while_the_answer_is_slow_is_pressing_once() {
        try (var browser = Browser.phone(visitors.address())) {
            var login = Visitors.freshLogin();
            browser.open("/register");
            fill(browser, login);
            tick(browser);
            var page = browser.page();
            var slow = new ArrayList<Route>();
            page.route("**/register", route -> {
                if (route.request().method().equals("POST")) {
                    slow.add(route);
                } else {
                    route.resume();
                }
            });

            var pressedAgain = new ArrayList<String>();
            page.route("**/pressed-again?*", route -> {
                pressedAgain.add(route.request().url());
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });

            // All in the page, since Playwright asks it nothing more before the answer is there.
            page.evaluate("""
                    () => {
                        const button = document.querySelector('main [type=submit]');
                        button.click();
                        setTimeout(() => {
                            button.form.requestSubmit();
                            fetch('/pressed-again?' + button.ariaDisabled);
                        }, 300);
                    }
                    """);
            page.waitForCondition(() -> !slow.isEmpty() && !pressedAgain.isEmpty());
            assertThat(pressedAgain.getFirst()).endsWith("?true");
            slow.getFirst().resume();

            assertThat(page.locator("main")).containsText(login);
            assertThat(slow).hasSize(1);
            assertThat(mailbox.of(login)).hasSize(1);
            browser.open(mailbox.of(login).getFirst().linkPath());
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Подтвердить регистрацию")))
                    .isVisible();
            assertThat(page.locator("[type=password]")).hasCount(0);
        }
    }

    @Test
    void who_comes_back_to_a_form_may_send_it_again() {
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(visitors.household()).open("/settings");
            var page = browser.page();
            var button = page.locator("form[action^='/settings/profile'] [type=submit]");
            var sent = new ArrayList<Route>();
            page.route("**/settings/profile", route -> {
                sent.add(route);
                route.fulfill(new Route.FulfillOptions().setStatus(204)); // the page stays
            });

            button.evaluate("button => button.click()");
            page.waitForCondition(() -> sent.size() == 1);
            assertThat(button).hasAttribute("aria-disabled", "true");
            button.evaluate("button => { dispatchEvent(new PageTransitionEvent('pageshow')); button.click(); }");
            page.waitForCondition(() -> sent.size() == 2);
        }
    }

    @Test
    void mistakes_stand_at_their_fields_and_what_was_typed_stays() {
        try (var browser = Browser.phone(visitors.address())) {
            browser.open("/register");
            var page = browser.page();
            page.getByLabel("E-mail (логин)").fill("vera.example.com");
            page.getByLabel("Укажите пароль").fill("ber7");
            page.getByLabel("Повторите пароль").fill("ber8");
            tick(browser);
            press(browser, "Зарегистрироваться");

            assertThat(page.locator("#e-login")).containsText("Не хватает знака @");
            assertThat(page.locator("#e-pass")).containsText("Сейчас 4 символа, нужно от 5 до 10");
            assertThat(page.locator("#e-pass2")).containsText("не совпадают");
            assertThat(page.getByLabel("E-mail (логин)")).hasValue("vera.example.com");
            assertThat(page.getByLabel("Я не робот")).isChecked();
            browser.inspect().picture("register-errors");
        }
    }

    @Test
    void pages_that_refuse_are_as_clear_as_the_others() {
        try (var browser = Browser.phone(visitors.address())) {
            browser.open("/confirm/outdated").inspect().picture("link-unusable");

            browser.open("/login?next=%2Fsettings");
            signIn(browser, Visitors.freshLogin());
            assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("не подошёл");
            browser.inspect().picture("login-wrong");

            browser.signIn(visitors.household()).open("/settings");
            press(browser, "Сменить пароль");
            assertThat(browser.page().locator("#e-new")).hasText("Придумайте пароль.");
            browser.inspect().picture("settings-errors");
        }
    }

    @Test
    void who_waits_for_the_letter_can_put_the_address_right() {
        try (var browser = Browser.desktop(visitors.address())) {
            var login = Visitors.freshLogin();
            browser.open("/register");
            fill(browser, login);
            tick(browser);
            press(browser, "Зарегистрироваться");
            browser.open("/login");
            signIn(browser, login);
            var page = browser.page();

            page.getByText("Ошиблись в адресе? Исправить").click();
            page.getByLabel("E-mail (логин)").fill("vera@example");
            press(browser, "Исправить и выслать ссылку");
            assertThat(page.locator("#e-login")).containsText("после знака @");
            browser.inspect().picture("waiting-error");

            var right = Visitors.freshLogin();
            page.getByLabel("E-mail (логин)").fill(right);
            press(browser, "Исправить и выслать ссылку");
            assertThat(page.locator("main")).containsText("Отправили ещё одно письмо на " + right);
            assertThat(mailbox.of(right)).hasSize(1);
        }
    }

    private String registers(Browser browser) {
        var login = Visitors.freshLogin();
        var page = browser.page();
        browser.open("/login").inspect().picture("login");
        browser.open("/register").inspect().picture("register");
        fill(browser, login);
        tick(browser);
        press(browser, "Зарегистрироваться");
        assertThat(page.locator("main")).containsText("до 20.12.2026");
        assertThat(page.locator("main")).containsText(login);
        browser.inspect().picture("registered");

        page.getByText("Возврат к странице авторизации").click();
        signIn(browser, login);
        assertThat(page.locator("h1")).hasText("Подтвердите почту");
        browser.inspect().picture("waiting");
        press(browser, "Выслать ссылку");
        assertThat(page.locator("main")).containsText("Отправили ещё одно письмо");
        assertThat(mailbox.of(login)).hasSize(2);
        press(browser, "Выйти");
        return login;
    }

    private static void confirm(Browser browser, String password) {
        browser.page()
                .getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        press(browser, "Подтвердить регистрацию");
    }

    private static void signsTheConsent(Browser browser) {
        var page = browser.page();
        assertThat(page.locator("h1")).hasText("Подпишите согласие");
        browser.inspect().picture("consent");
        page.locator("summary").click();
        browser.inspect().picture("consent-open");
        page.getByLabel("Я прочитал(а)").check();
        press(browser, "Подписать согласие");
        assertThat(browser.path()).isEqualTo("/");
        assertThat(page.locator("main")).containsText("Подключить ЛС");

        browser.open("/settings").inspect().picture("settings");
        browser.open("/agreement").inspect().picture("agreement");
        browser.open("/settings");
        page.locator("#leave [type=submit]").click();
        assertThat(page.locator("h1")).containsText("Вход");
        assertThat(page.locator("main")).containsText("Вы вышли");
    }

    private static void fill(Browser browser, String login) {
        var page = browser.page();
        page.getByLabel("E-mail (логин)").fill(login);
        page.getByLabel("Укажите пароль").fill(Visitors.PASSWORD);
        page.getByLabel("Повторите пароль").fill(Visitors.PASSWORD);
    }

    private static void tick(Browser browser) {
        browser.page().getByLabel("Я не робот").check();
        assertThat(browser.page().locator("#robot-state")).hasText("Проверка пройдена.");
    }

    private static void signIn(Browser browser, String login) {
        browser.page().getByLabel("E-mail (логин)").fill(login);
        browser.page()
                .getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true))
                .fill(Visitors.PASSWORD);
        press(browser, "Войти");
    }

    private static void press(Browser browser, String button) {
        browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(button)
                                .setExact(true))
                .click();
    }

    private static String answer(String question) {
        var word = question.substring(question.indexOf('«') + 1, question.indexOf('»'));
        var place = java.util.List.of("первая", "вторая", "третья", "четвёртая", "пятая")
                .indexOf(question.split(" ")[2]);
        return word.substring(place, place + 1);
    }
}
