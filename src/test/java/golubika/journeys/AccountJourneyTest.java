package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.accounts.Pins;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the empty cabinet to a sent reading, as somebody does it who holds a bill in one hand.
@PortalTest
class AccountJourneyTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void on_a_phone() {
        try (var browser = Browser.phone(visitors.address())) {
            walk(browser);
        }
    }

    @Test
    void on_a_desktop() {
        try (var browser = Browser.desktop(visitors.address())) {
            walk(browser);
        }
    }

    @Test
    void on_a_phone_without_scripts() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var account = account();
            var page = browser.signIn(visitors.household()).page();
            connect(page, account);
            openFull(page);
            page.getByRole(AriaRole.LINK, named("Передать показания")).first().click();
            page.getByLabel("Показание сейчас").fill("28176");
            page.getByRole(AriaRole.BUTTON, exactly("Передать показания")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Показания переданы");
        }
    }

    private void walk(Browser browser) {
        var account = account();
        var page = browser.signIn(visitors.household()).page();
        browser.inspect().picture("05-home-empty");

        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, in("Подключить ЛС"))
                .click();
        browser.inspect().picture("07-connect");
        page.getByRole(AriaRole.BUTTON, exactly("Подключить ЛС")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Выберите поставщика");
        browser.inspect().picture("07-connect-error");
        connect(page, account);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Лицевой счёт подключён");
        assertThat(page.locator("body")).not().containsText("Клюквина");
        browser.inspect().picture("08-account-basic");

        page.getByLabel("PIN-код", new Page.GetByLabelOptions().setExact(true)).fill("111111");
        page.getByRole(AriaRole.BUTTON, exactly("Открыть полную версию")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("PIN-код не подошёл");
        browser.inspect().picture("08-account-basic-wrong-pin");
        openFull(page);
        assertThat(page.locator("body")).containsText("Клюквина Анна Петровна");
        page.getByText("Почему столько?").first().click();
        browser.inspect().picture("09-account-full");

        page.getByRole(AriaRole.LINK, named("Передать показания")).first().click();
        browser.inspect().picture("10-readings");
        page.getByLabel("Показание сейчас").fill("26176");
        page.getByRole(AriaRole.BUTTON, exactly("Передать показания")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Меньше прошлого показания");
        browser.inspect().picture("10c-readings-error");
        page.getByLabel("Показание сейчас").fill("28716");
        page.getByRole(AriaRole.BUTTON, exactly("Передать показания")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Сверьте число со счётчиком");
        browser.inspect().picture("10b-readings-question");
        page.getByLabel("Показание сейчас").fill("28176");
        assertThat(page.locator("#preview1")).containsText("2 226,06");
        page.getByRole(AriaRole.BUTTON, exactly("Передать показания")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("показание 28 176 принято за ноябрь");
        browser.inspect().picture("10-readings-sent");

        browser.open("/");
        assertThat(page.locator("body")).containsText("Показание за ноябрь принято");
        browser.inspect().picture("06-home");
        browser.open("/settings").inspect().picture("13-settings");
        browser.open("/accounts/0000000000000000").inspect().picture("17-404");
    }

    private static void connect(Page page, AnAccount account) {
        if (!page.url().contains("/accounts/connect")) {
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, in("Подключить ЛС"))
                    .click();
        }
        page.locator("label[for=supplier-test]").click();
        page.getByLabel("Лицевой счёт", new Page.GetByLabelOptions().setExact(true))
                .fill(" 00-" + account.number());
        page.getByRole(AriaRole.BUTTON, exactly("Подключить ЛС")).click();
    }

    private static void openFull(Page page) {
        page.getByLabel("PIN-код", new Page.GetByLabelOptions().setExact(true)).fill("482915");
        page.getByRole(AriaRole.BUTTON, exactly("Открыть полную версию")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Полная версия открыта");
    }

    private AnAccount account() {
        var account = AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
        var volumes = new int[] {
            214, 71, 30, 28, 34, 62, 148, 262, 318, 356, 312, 248, 228, 84, 26, 30, 31, 70, 160, 280, 305, 371, 298, 231
        };
        for (var i = 0; i < volumes.length; i++) {
            var month = OCTOBER.plus(-i);
            var price = month.compareTo(BillingMonth.of(2026, 7)) >= 0 ? "8.94" : "8.36";
            account.charged(month, volumes[i], price, Math.round(volumes[i] * Double.parseDouble(price) * 100))
                    .closedAt(
                            month, i == 0 ? 191_316 : 0, month.next().firstDay().plusDays(4));
        }
        return account.paid(
                "J-" + account.number(), 63_474, Instant.parse("2026-10-05T09:00:00Z"), LocalDate.of(2026, 11, 5));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
