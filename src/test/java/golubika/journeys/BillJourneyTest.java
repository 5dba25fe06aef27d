package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.accounts.Pins;
import golubika.audit.Caller;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.CodeReader;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import golubika.values.PaymentCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the account to its bill, on paper and as a file.
@PortalTest
class BillJourneyTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @BeforeEach
    void aSupplier() {
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void on_a_phone_from_the_account_to_the_file() throws IOException {
        try (var browser = Browser.phone(visitors.address())) {
            walk(browser);
        }
    }

    @Test
    void on_a_desktop() throws IOException {
        try (var browser = Browser.desktop(visitors.address())) {
            walk(browser);
        }
    }

    private void walk(Browser browser) throws IOException {
        var home = home();
        var page = browser.signIn(holder(home)).page();
        browser.open("/accounts/" + home.id());
        page.locator("#bills")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Октябрь 2026").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, exactly("Квитанция за октябрь 2026")))
                .isVisible();
        browser.inspect().picture("18-bill");

        var file = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, exactly("Скачать PDF")).click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("Квитанция 2026-10 " + home.number() + ".pdf");
        try (var read = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            Assertions.assertThat(read.getNumberOfPages()).isEqualTo(1);
        }

        page.locator("a.crumb").click();
        page.getByRole(AriaRole.LINK, exactly("Все квитанции")).click();
        browser.inspect().picture("18-bills");
        page.getByRole(AriaRole.BUTTON, exactly("Отказаться от бумажной")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Со следующей квитанции бумаги не будет");
        browser.inspect();
        page.getByRole(AriaRole.BUTTON, exactly("Вернуть бумажную")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("снова будет приходить");
    }

    @Test
    void the_printed_page_is_one_sheet_whatever_stands_on_it() throws IOException {
        try (var browser = Browser.desktop(visitors.address())) {
            for (var home : new AnAccount[] {home(), crowded(3), crowded(10)}) {
                var page = browser.page();
                page.context().clearCookies();
                browser.signIn(holder(home)).open("/accounts/" + home.id() + "/bills/2026-10");
                page.evaluate("document.fonts.ready");
                var printed = page.pdf(
                        new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
                CodeReader.keep("printed-" + home.number() + ".pdf", printed);
                try (var read = Loader.loadPDF(printed)) {
                    Assertions.assertThat(read.getNumberOfPages()).isEqualTo(1);
                    var sheet = read.getPage(0).getMediaBox();
                    Assertions.assertThat(sheet.getWidth()).isBetween(594f, 597f);
                    Assertions.assertThat(sheet.getHeight()).isBetween(840f, 843f);
                }
            }
        }
    }

    @Test
    void another_program_reads_the_code_on_the_page() throws IOException {
        try (var browser = Browser.desktop(visitors.address())) {
            var home = home();
            var page = browser.signIn(holder(home))
                    .open("/accounts/" + home.id() + "/bills/2026-10")
                    .page();
            page.evaluate("document.querySelector('.qr').style.cssText = 'width: 600px; height: 600px'");
            var picture = page.locator(".qr").screenshot();

            var found = CodeReader.read(ImageIO.read(new ByteArrayInputStream(picture)));

            Assertions.assertThat(found)
                    .singleElement()
                    .satisfies(code -> Assertions.assertThat(
                                    PaymentCode.read(code.bytes()).orElseThrow().fields())
                            .containsEntry("Sum", "195685")
                            .containsEntry("PersAcc", home.number()));
        }
    }

    private AnAccount home() {
        return AnAccount.anAccount(jdbc)
                .home("86", 3)
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94").between(27_713, 27_927))
                .charged(ALine.fee(OCTOBER, 4_369))
                .balance(OCTOBER.plus(-2), "", 29_401, 31_189, 29_401, 31_189)
                .balance(OCTOBER.previous(), "", 31_189, 67_843, 31_189, 67_843)
                .balance(OCTOBER, "", 67_843, 195_685, 67_843, 195_685);
    }

    private AnAccount crowded(int much) {
        var account = AnAccount.anAccount(jdbc).home("1234.56", 12).withPin(pins, "482915");
        for (var i = 1; i <= much; i++) {
            account.withMeter("M" + i, "0041738" + i, 5, 27_927);
            account.charged(ALine.byMeter(OCTOBER)
                    .with("line", "G" + i)
                    .with("meter", "M" + i)
                    .with("coefficient", new BigDecimal("1.06"))
                    .of("214", "8.94")
                    .between(27_713, 27_927)
                    .with("penalty", 317L));
            account.charged(ALine.fee(OCTOBER, 12_345)
                    .with("line", "R" + i)
                    .with("recalculated", -5_000L)
                    .with("recalculatedFor", "Перерасчёт за дни без газа в сентябре, акт № " + i));
        }
        account.balance(OCTOBER, "", 1_000_000, 3_000_000, 0, 5_000_000);
        jdbc.sql("update account set holder = :holder, address = :address where account_id = :id")
                .param(
                        "holder",
                        "Общество с ограниченной ответственностью «Ягодное» "
                                .repeat(4)
                                .strip())
                .param(
                        "address",
                        "г. Ягодный, Переулок Первого Морошкового Урожая, "
                                .repeat(8)
                                .strip())
                .param("id", account.id().value())
                .update();
        return account;
    }

    private Household holder(AnAccount home) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(ASupplier.CODE), home.number());
        var link = links.find(household.id(), home.id()).orElseThrow();
        openFull.open(household.id(), link, "pin", "482915", Caller.PORTAL);
        return household;
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
