package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.testing.Browser;
import golubika.testing.PortalProcess;
import golubika.testing.Visitors;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What README promises: with `bin/run` alone, on a phone, from the first visit to a paid bill; with the process
/// killed after every step.
class SpineJourneyTest {

    @TempDir
    Path data;

    @Test
    void a_household_comes_in_sends_a_reading_and_pays_though_the_portal_is_killed_after_every_step() {
        try (var portal = PortalProcess.over(data);
                var phone = Browser.phone(portal.address())) {
            var login = Visitors.freshLogin();
            var page = phone.page();

            phone.open("/demo").inspect().picture("demo");
            var dagestan = page.locator("tr", new Page.LocatorOptions().setHasText("5812345678"))
                    .first()
                    .textContent();
            register(phone, login);
            killed(portal);

            confirm(phone, login);
            killed(portal);
            phone.signIn(new Visitors.Household(null, login));
            page.locator("main form input[type=checkbox]").all().forEach(Locator::check);
            page.getByRole(AriaRole.BUTTON, named("Подписать")).click();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Нет подключенных ЛС");
            killed(portal);

            connect(phone);
            killed(portal);
            page.reload();
            page.getByLabel("PIN-код", new Page.GetByLabelOptions().setExact(true))
                    .fill(sixDigits(dagestan));
            page.getByRole(AriaRole.BUTTON, exactly("Открыть полную версию")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Полная версия открыта");
            var account = phone.path().replaceAll("\\?.*", "");
            killed(portal);

            phone.open(account + "/readings");
            var previous = Integer.parseInt(
                    page.locator(".meter__num").first().textContent().replaceAll("\\D", ""));
            page.getByLabel("Показание сейчас").fill(Integer.toString(previous + 10));
            page.getByRole(AriaRole.BUTTON, exactly("Передать показания")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Показания переданы");
            killed(portal);

            phone.open(account);
            assertThat(page.locator("#dev .meter__num").textContent().replaceAll("\\D", ""))
                    .endsWith(Integer.toString(previous + 10));
            pay(phone, account, portal);

            assertThat(phone.open(account).page().getByRole(AriaRole.MAIN)).containsText("Оплачен в кабинете");
            assertThat(page.locator("#paid li").filter(new Locator.FilterOptions().setHasText("Оплачен в кабинете")))
                    .hasCount(1);
            assertThat(page.locator(".hero")).containsText("Долгов нет");
            phone.open("/demo/inbox?to=" + login);
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Платёж принят");
            phone.inspect().picture("inbox");
            assertThat(portal.stop()).as("no process is left").isTrue();
        }
    }

    private static void register(Browser phone, String login) {
        var page = phone.open("/register").page();
        page.getByLabel("E-mail (логин)").fill(login);
        page.getByLabel("Укажите пароль").fill(Visitors.PASSWORD);
        page.getByLabel("Повторите пароль").fill(Visitors.PASSWORD);
        page.getByLabel("Я не робот").check();
        page.getByRole(AriaRole.BUTTON, exactly("Зарегистрироваться")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(login);
    }

    private static void confirm(Browser phone, String login) {
        var page = phone.open("/demo/inbox?to=" + login).page();
        var link = page.getByRole(AriaRole.MAIN).locator("a[href*='/confirm/']").first();
        phone.open(link.getAttribute("href"));
        page.getByRole(AriaRole.BUTTON, exactly("Подтвердить регистрацию")).click();
        assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Подтвердить регистрацию");
    }

    private static void connect(Browser phone) {
        var page = phone.open("/accounts/connect").page();
        page.getByLabel("Поставщик", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("Дагестан");
        page.locator("label[for=supplier-ptg-dag]").click();
        page.getByLabel("Лицевой счёт", new Page.GetByLabelOptions().setExact(true))
                .fill("58 12345678");
        page.getByRole(AriaRole.BUTTON, exactly("Подключить ЛС")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Лицевой счёт подключён");
    }

    /// Killed while the person is at the bank, and again right after the bank has taken the money.
    private static void pay(Browser phone, String account, PortalProcess portal) {
        var page = phone.open(account + "/pay").page();
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.getByRole(AriaRole.BUTTON, exactly("Оплатить"))).isVisible();
        killed(portal);
        page.getByRole(AriaRole.BUTTON, exactly("Оплатить")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Платёж принят"))).isVisible();
        killed(portal);
        page.reload();
        assertThat(page.getByRole(AriaRole.HEADING, named("Платёж принят"))).isVisible();
    }

    private static void killed(PortalProcess portal) {
        portal.kill();
        portal.start();
    }

    // The demo's PIN is the one word of six digits in the line of the account.
    private static String sixDigits(String line) {
        var digits = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)").matcher(line);
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }
}
