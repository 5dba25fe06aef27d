package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import golubika.accounts.LinkAccount;
import golubika.metering.ReminderRound;
import golubika.suppliers.Suppliers;
import golubika.testing.APicture;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readings as a household sends them: with a photo, with a slip of the fingers, and from the reminder's link.
@PortalTest
@Import(ReminderRound.class)
class ReadingsJourneyTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    ReminderRound reminders;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-11-24T08:00:00Z"));
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
    void without_scripts() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var household = household();
            var page = browser.signIn(household).open("/readings").page();
            page.getByLabel("Приложить фото счётчика")
                    .setInputFiles(new FilePayload(
                            "meter.jpg", "image/jpeg", APicture.of(900, 600).as("jpeg")));
            page.getByLabel("Показание сейчас").fill("28176");
            send(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Показания переданы");
            assertThat(page.getByRole(AriaRole.LINK, named("Фото счётчика"))).isVisible();
        }
    }

    private void walk(Browser browser) {
        var household = household();
        reminders.send();
        var link = mailbox.of(household.login()).getFirst().linkPath();

        var page = browser.open(link).page();
        browser.inspect().picture("10-reading-link");
        page.getByLabel("Показание сейчас").fill("33000");
        assertThat(page.locator("#preview1")).containsText("45 352,62".replace(' ', '\u00a0'));
        send(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Сверьте число со счётчиком");
        browser.inspect().picture("10b-reading-link-question");
        page.getByLabel("Показание сейчас").fill("28176");
        send(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Показания переданы");
        browser.inspect().picture("10-reading-link-done");

        browser.signIn(household).open("/readings");
        assertThat(page.locator("main")).containsText("Передано");
        var photo = page.getByLabel("Приложить фото счётчика");
        photo.setInputFiles(new FilePayload("plan.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Показание сейчас").fill("28150");
        send(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Показание принято, а фото нет");
        browser.inspect().picture("10c-readings-photo-refused");
        photo.setInputFiles(
                new FilePayload("meter.jpg", "image/jpeg", APicture.of(900, 600).held(6)));
        assertThat(page.locator(".file")).containsText("meter.jpg");
        send(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Показания переданы");
        assertThat(page.getByRole(AriaRole.LINK, named("Фото счётчика"))).isVisible();
        browser.inspect().picture("10-readings-with-photo");

        page.getByRole(AriaRole.LINK, named("Добавить даты в календарь")).click();
        page.getByRole(AriaRole.BUTTON, named("Получить адрес")).click();
        assertThat(page.getByLabel("Адрес для подписки")).hasValue(Pattern.compile(".*/calendars/.*"));
        browser.inspect().picture("10-calendar");

        browser.open("/settings#notify");
        page.getByLabel("Пора передать показания").uncheck();
        page.locator("#notify")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Запомнили, о чём напоминать");
        assertThat(page.getByLabel("Пора передать показания")).not().isChecked();
        browser.inspect().picture("13-settings-notify");
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Передать показания").setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Visitors.Household household() {
        var household = visitors.household();
        var account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(BillingMonth.of(2025, 11), 248, "8.36", 207_328);
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        for (var table : new String[] {"account_link", "account_subscriber"}) {
            jdbc.sql("update " + table + " set level = 'FULL' where subscriber_id = :id")
                    .param("id", household.id().value())
                    .update();
        }
        return household;
    }
}
