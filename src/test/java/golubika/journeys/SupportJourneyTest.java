package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import golubika.accounts.LinkAccount;
import golubika.suppliers.Suppliers;
import golubika.support.Desk;
import golubika.support.RequestId;
import golubika.support.Requests;
import golubika.testing.APicture;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A question to support and its answer: of somebody inside, and of somebody who cannot get in.
@PortalTest
class SupportJourneyTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Requests requests;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @BeforeEach
    void begin() {
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void on_a_phone() {
        try (var browser = Browser.phone(visitors.address())) {
            askInside(browser);
            askAsGuest(browser);
        }
    }

    @Test
    void on_a_desktop() {
        try (var browser = Browser.desktop(visitors.address())) {
            askInside(browser);
        }
    }

    @Test
    void without_scripts() {
        try (var browser = Browser.phoneWithoutScripts(visitors.address())) {
            var page = browser.signIn(household()).page();
            assertThat(page.locator("main h1")).isVisible();
            browser.open("/support");
            fill(page, "Не сходится расход");
            page.getByLabel("Приложить фото")
                    .setInputFiles(new FilePayload(
                            "счётчик.jpg", "image/jpeg", APicture.of(90, 60).as("jpeg")));
            send(page);
            assertThat(page.locator(".thread")).containsText("счётчик.jpg");
        }
    }

    private void askInside(Browser browser) {
        var household = household();
        var page = browser.signIn(household).page();
        page.getByRole(AriaRole.LINK, named("Обращения")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Напишите нам"))).isVisible();
        browser.inspect().picture("14-support");

        send(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Напишите, что случилось");
        browser.inspect().picture("14-support-errors");

        fill(page, "Здравствуйте. В квитанции 71 м³, а я передавала другое.\n\nОткуда цифра?");
        // Its label tells what is chosen.
        var file = page.locator("input[type=file]");
        file.setInputFiles(new FilePayload("scan.pdf", "application/pdf", new byte[11_000_000]));
        assertThat(page.locator(".file")).containsText("scan.pdf: больше 10 МБ");
        file.setInputFiles(new FilePayload[] {
            new FilePayload("счётчик.jpg", "image/jpeg", APicture.of(900, 600).as("jpeg")),
            new FilePayload("bill.png", "image/png", APicture.of(300, 200).as("png"))
        });
        assertThat(page.locator(".file")).containsText("счётчик.jpg, bill.png");
        send(page);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Обращение отправлено");
        assertThat(page.locator(".thread")).containsText("bill.jpg");
        browser.inspect().picture("14b-support-sent");

        answer(new Desk(ASupplier.CODE), browser.path(), "Это разница двух показаний:\n\n27 713 − 27 642 = 71 м³");
        page.getByRole(AriaRole.LINK, named("Мои обращения")).click();
        assertThat(page.locator("main")).containsText("Есть ответ");
        browser.inspect().picture("14-support-list");
        page.getByRole(AriaRole.LINK, named("В квитанции 71 м³")).click();
        browser.inspect().picture("14b-support-answered");
        page.getByLabel("Ваш ответ").fill("Спасибо, теперь понятно");
        page.getByRole(AriaRole.BUTTON, named("Вопрос решён")).click();
        assertThat(page.locator("main")).containsText("Вы закрыли обращение");
        assertThat(page.locator(".thread")).containsText("Спасибо, теперь понятно");
        browser.inspect().picture("14b-support-closed");
        page.context().clearCookies();
    }

    private void askAsGuest(Browser browser) {
        var mail = Visitors.freshLogin();
        var page = browser.open("/login").page();
        page.getByRole(AriaRole.LINK, named("Напишите нам")).click();
        page.getByLabel("О чём вопрос").selectOption("Вход в личный кабинет");
        page.getByLabel("Ваш вопрос").fill("Не приходит письмо со ссылкой");
        page.getByLabel("Почта для ответа").fill(mail);
        browser.inspect().picture("14-support-guest");
        page.getByLabel("Я не робот").check();
        assertThat(page.locator("input[name=solution]")).hasValue(Pattern.compile(".+"));
        send(page);
        assertThat(page.locator("main")).containsText(mail);
        browser.inspect().picture("14-support-guest-sent");

        browser.open(mailbox.of(mail).getFirst().linkPath());
        browser.inspect().picture("14b-support-guest");
        page.getByRole(AriaRole.BUTTON, named("Это моя почта")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Это моя почта"))).hasCount(0);
        var number = requireNonNull(page.locator("main .muted").first().textContent());
        answer(Desk.PORTAL, number.replaceAll("\\D", ""), "Проверьте папку «Спам».");
        browser.open(mailbox.of(mail).getFirst().linkPath());
        assertThat(page.locator(".thread")).containsText("Проверьте папку «Спам».");
    }

    private void answer(Desk desk, String path, String words) {
        var id = RequestId.from(path.replaceFirst("[?].*", "").replaceAll("\\D", ""));
        var version = requests.thread(desk, id).orElseThrow().request().version();
        requests.answer(desk, id, version, "Морошкина", words);
    }

    private static void fill(Page page, String words) {
        page.getByLabel("О чём вопрос").selectOption("Начисления и долг");
        page.getByLabel("Ваш вопрос").fill(words);
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Отправить")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Visitors.Household household() {
        var household = visitors.household();
        var account = AnAccount.anAccount(jdbc);
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return household;
    }
}
