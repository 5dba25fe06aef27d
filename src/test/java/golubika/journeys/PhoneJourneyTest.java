package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.subscribers.Login;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PhoneNetwork;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A household comes in with nothing but a phone, and changes how it is reached.
@PortalTest
@Import(PhoneNetwork.class)
class PhoneJourneyTest {

    private static final String FIELD = "Телефон или e-mail (логин)";

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private final String phone = PhoneNetwork.freshPhone();

    @Test
    void a_household_registers_by_phone_mistypes_and_outwaits_its_codes_and_is_in() {
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.page();
            browser.open("/register").inspect().picture("register-phone");
            register(browser, "8 (999) " + phone.substring(5));
            assertThat(page.locator("h1")).containsText("Введите код из");
            assertThat(page.locator("main")).containsText(Login.of(phone).printed());
            assertThat(page.getByLabel("Код, 6 цифр")).isFocused();
            assertThat(button(browser, "Выслать код")).isDisabled();
            browser.inspect().picture("code");

            var code = code(phone);
            var wrong = code.equals("000000") ? "000001" : "000000";
            for (var left = 4; left > 0; left--) {
                type(browser, wrong);
                assertThat(page.locator("#e-code")).containsText("Осталось попыток: " + left);
            }
            browser.inspect().picture("code-wrong");
            type(browser, wrong);
            assertThat(page.locator("#e-code")).containsText("попыток больше нет");

            another(browser);
            clock.pass(Duration.ofMinutes(10));
            type(browser, code(phone));
            assertThat(page.locator("#e-code")).containsText("больше не действует");
            browser.inspect().picture("code-outdated");

            another(browser);
            assertThat(page.locator("main")).containsText("Отправили ещё одну СМС");
            browser.inspect().picture("code-again");
            type(browser, code(phone).substring(0, 3) + " " + code(phone).substring(3));
            assertThat(page.locator("h1")).hasText("Подпишите согласие");
        }
    }

    @Test
    void without_scripts_the_page_says_when_and_the_portal_holds_to_it() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var page = browser.page();
            browser.open("/register");
            page.getByLabel(FIELD).fill(phone);
            page.getByLabel("Укажите пароль").fill(Visitors.PASSWORD);
            page.getByLabel("Повторите пароль").fill(Visitors.PASSWORD);
            page.locator("#letter")
                    .fill(answer(page.locator("label[for=letter]").textContent()));
            press(browser, "Зарегистрироваться");

            assertThat(page.locator("#r-resend")).containsText("можно выслать через 1:00");
            press(browser, "Выслать код");
            assertThat(page.locator("#e-resend")).containsText("можно выслать через 1:00");
            browser.picture("code-too-soon");
            type(browser, code(phone));
            assertThat(page.locator("h1")).hasText("Подпишите согласие");
        }
    }

    @Test
    void a_mistyped_phone_is_put_right_and_the_link_confirms_with_one_button() {
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.page();
            browser.open("/register");
            register(browser, PhoneNetwork.freshPhone());
            page.getByText("Ошиблись в номере? Исправить").click();
            page.getByLabel(FIELD).fill("+7 495 123-45-67");
            press(browser, "Исправить и выслать заново");
            assertThat(page.locator("#e-login")).containsText("не сотовый");
            browser.inspect().picture("code-correct");
            page.getByLabel(FIELD).fill(phone);
            press(browser, "Исправить и выслать заново");
            assertThat(page.locator("main"))
                    .containsText("Отправили ещё одну СМС на " + Login.of(phone).printed());

            browser.open(mailbox.of(phone).getFirst().linkPath()).inspect().picture("link-phone");
            press(browser, "Подтвердить регистрацию");
            assertThat(page.locator("h1")).hasText("Подпишите согласие");
        }
    }

    @Test
    void the_address_is_changed_and_a_phone_is_added() {
        var household = visitors.household();
        var address = Visitors.freshLogin();
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.page();
            browser.signIn(household).open("/settings").inspect();
            want(browser, "vera@example", "");
            assertThat(page.locator("#e-contact")).containsText("после знака @");
            browser.inspect().picture("contacts-errors");

            fillWanted(browser, address, Visitors.PASSWORD);
            assertThat(page.locator("#profile")).containsText("Ждём подтверждения");
            browser.inspect().picture("contacts-waiting");
            typeContact(browser, "999999".equals(code(address)) ? "999998" : "999999");
            assertThat(page.locator("#e-code")).containsText("Осталось попыток: 4");
            typeContact(browser, code(address));
            assertThat(page.locator("main")).containsText("Контакт подтверждён: " + address);
            assertThat(mailbox.of(household.login()).getFirst().subject()).contains("заменён");

            want(browser, phone, Visitors.PASSWORD);
            browser.open(mailbox.of(phone).getFirst().linkPath()).inspect().picture("contact-link");
            press(browser, "Подтвердить");
            assertThat(page.locator("#profile")).containsText(Login.of(phone).printed());
            page.getByText("Удалить контакт", new Page.GetByTextOptions().setExact(true))
                    .click();
            browser.inspect().picture("contacts-both");
        }
        try (var desk = Browser.desktop(visitors.address())) {
            desk.signIn(new Visitors.Household(household.id(), phone))
                    .open("/settings")
                    .inspect()
                    .picture("contacts");
        }
    }

    @Test
    void at_a_desk_the_pages_are_as_good() {
        try (var browser = Browser.desktop(visitors.address())) {
            browser.open("/login").inspect().picture("login-phone");
            browser.open("/register").inspect().picture("register-phone");
            register(browser, phone);
            assertThat(browser.page().locator("h1")).containsText("Введите код из");
            browser.inspect().picture("code");
        }
    }

    private void another(Browser browser) {
        clock.pass(Duration.ofMinutes(1));
        browser.open("/confirm");
        press(browser, "Выслать код");
    }

    private String code(String to) {
        return mailbox.of(to).getFirst().code();
    }

    private static void register(Browser browser, String login) {
        var page = browser.page();
        page.getByLabel(FIELD).fill(login);
        page.getByLabel("Укажите пароль").fill(Visitors.PASSWORD);
        page.getByLabel("Повторите пароль").fill(Visitors.PASSWORD);
        page.getByLabel("Я не робот").check();
        assertThat(page.locator("#robot-state")).hasText("Проверка пройдена.");
        press(browser, "Зарегистрироваться");
    }

    private static void type(Browser browser, String code) {
        browser.page().getByLabel("Код, 6 цифр").fill(code);
        press(browser, "Подтвердить");
    }

    private static void want(Browser browser, String contact, String password) {
        browser.page().getByText("Добавить или сменить телефон, e-mail").click();
        fillWanted(browser, contact, password);
    }

    private static void fillWanted(Browser browser, String contact, String password) {
        var page = browser.page();
        page.getByLabel("Новый телефон или e-mail").fill(contact);
        page.locator("#contact-pass").fill(password);
        page.locator("form[action^='/settings/contacts#'] button").click();
    }

    private static void typeContact(Browser browser, String code) {
        browser.page().getByLabel("Код, 6 цифр").fill(code);
        press(browser, "Подтвердить");
    }

    private static void press(Browser browser, String name) {
        button(browser, name).click();
    }

    private static Locator button(Browser browser, String name) {
        return browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static String answer(String question) {
        var word = question.substring(question.indexOf('«') + 1, question.indexOf('»'));
        var place = java.util.List.of("первая", "вторая", "третья", "четвёртая", "пятая")
                .indexOf(question.split(" ")[2]);
        return word.substring(place, place + 1);
    }
}
