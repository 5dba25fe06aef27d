package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.audit.Caller;
import golubika.testing.Browser;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Every case that the demo lists, looked at on a phone as its household would see it.
@PortalTest
@TestPropertySource(properties = "golubika.demo=true")
class DemoCasesTest {

    // Of its own: in the other tests of the demo months pass, and with them the cases.
    @TempDir
    static Path data;

    @Autowired
    Visitors visitors;

    @Autowired
    DemoStart demo;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @DynamicPropertySource
    static void demo(DynamicPropertyRegistry settings) {
        settings.add("golubika.data", data::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDINARY | пункт 25",
                "AVERAGE_ONE | Использовано 1 из 3 средних месяцев. Ещё 2 месяца",
                "AVERAGE_TWO | Использовано 2 из 3 средних месяцев. Ещё один месяц",
                "AVERAGE_THREE | Использовано 3 из 3 средних месяцев",
                "NORM_AFTER_AVERAGE | Сейчас начисляют по нормативу",
                "RECALCULATION | вместо начисленного без показаний",
                "NO_METER | Счётчика нет, поэтому объём взят по нормативу",
                "TWO_METERS | счётчик 2",
                "VERIFICATION_SOON | Договоритесь о поверке или замене заранее",
                "VERIFICATION_EXPIRED | Срок поверки счётчика закончился",
                "ON_VERIFICATION | Счётчик на поверке",
                "SEAL_BROKEN | пломба нарушена",
                "OLD_DEBT | Долг просрочен",
                "BENEFIT | скидка, которую учёл поставщик",
                "TEMPERATURE | поправка на температуру газа",
                "REPLACED_METER | Приборы учёта",
                "OVERPAID | Она зачтётся в следующих месяцах"
            })
    void a_case_is_explained_in_its_words(String story, String words) {
        var account = account(story);
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.signIn(open(account))
                    .open("/accounts/" + account.household().account())
                    .page();
            page.querySelectorAll(".charge summary").forEach(why -> why.click());
            browser.inspect().picture("case-" + story);

            assertThat(page.locator("main").innerText().replace('\u00a0', ' '))
                    .contains(words)
                    .doesNotContain("Посчитать не получается");
        }
    }

    @Test
    void july_has_two_prices_each_with_its_line() {
        var account = account("ORDINARY");
        var july = demo.accounts().getFirst().last().month();
        while (july.month().getMonthValue() != 7) {
            july = july.previous();
        }
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.signIn(open(account))
                    .open("/accounts/" + account.household().account() + "?month=" + july)
                    .page();
            page.querySelectorAll(".charge summary").forEach(why -> why.click());
            browser.inspect().picture("case-two-prices");

            assertThat(page.locator(".charge:has-text('действовали две цены')").count())
                    .isEqualTo(2);
        }
    }

    @Test
    void the_home_page_shows_every_kind_of_account_on_a_desktop_too() {
        var household = visitors.household();
        for (var story : new String[] {
            "ORDINARY",
            "OVERPAID",
            "NO_METER",
            "VERIFICATION_SOON",
            "VERIFICATION_EXPIRED",
            "ON_VERIFICATION",
            "OLD_DEBT"
        }) {
            open(household, account(story));
        }
        try (var browser = Browser.desktop(visitors.address())) {
            browser.signIn(household).open("/").inspect().picture("cases-home");
            for (var story : new String[] {"SEAL_BROKEN", "OLD_DEBT", "TWO_METERS"}) {
                var account = account(story);
                open(household, account);
                browser.open("/accounts/" + account.household().account());
                browser.page().querySelectorAll(".charge summary").forEach(why -> why.click());
                browser.inspect().picture("case-" + story);
            }
        }
        try (var browser = Browser.phone(visitors.address())) {
            browser.signIn(household).open("/").inspect().picture("cases-home");
        }
    }

    private DemoAccount account(String story) {
        return demo.accounts().stream()
                .filter(account -> account.household().plays().equals(story)
                        && account.supplier().switches().fullByPin()
                        && account.supplier().display().hidden().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Visitors.Household open(DemoAccount account) {
        var household = visitors.household();
        open(household, account);
        return household;
    }

    private void open(Visitors.Household household, DemoAccount account) {
        linkAccount.link(household.id(), account.supplier(), account.household().number());
        var link = links.find(household.id(), account.household().account()).orElseThrow();
        openFull.open(household.id(), link, "pin", account.household().pin(), Caller.PORTAL);
    }
}
