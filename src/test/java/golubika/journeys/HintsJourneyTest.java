package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import golubika.testing.ALine;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.PortalWithBank;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hints over the sections of the cabinet: by hover, focus and tap; Esc closes them.
class HintsJourneyTest extends PortalWithBank {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    /// @param least how many sections there are to explain
    @ParameterizedTest
    @CsvSource({"/, 1", "FULL, 8", "BASIC, 6", "FULL/readings, 2", "FULL/pay, 3", "/settings, 8", "/accounts/connect, 2"
    })
    void every_section_has_a_hint_of_its_own_on_a_desktop(String where, int least) {
        try (var browser = Browser.desktop(visitors.address())) {
            var page = browser.signIn(household(where)).open(path(where)).page();
            var hints = page.locator("main .hint");
            assertThat(hints.count()).isGreaterThanOrEqualTo(least);
            var words = new HashSet<String>();
            for (var hint : hints.all()) {
                byHover(page, hint);
                byFocus(page, hint);
                assertThat(words.add(hint.locator(".hint__pop > span").textContent()))
                        .isTrue();
            }
            assertThat(words).allSatisfy(text -> assertThat(text).hasSizeGreaterThan(40));
        }
    }

    @Test
    void a_tap_opens_a_hint_on_a_phone_and_it_is_good_to_everybody() {
        try (var browser = Browser.phone(visitors.address())) {
            var page = browser.signIn(household("FULL")).open(path("FULL")).page();
            for (var hint : page.locator("main .hint").all()) {
                hint.locator(".hint__btn").tap();
                assertThat(hint.locator(".hint__pop")).isVisible();
                hint.locator(".hint__pop .btn").tap();
                assertThat(hint.locator(".hint__pop")).isHidden();
            }
            page.locator("main .hint__btn").first().tap();
            browser.inspect().picture("hint-open");
        }
    }

    private static void byHover(Page page, Locator hint) {
        hint.locator(".hint__btn").hover();
        assertThat(hint.locator(".hint__pop")).isVisible();
        page.mouse().move(1, 1);
        assertThat(hint.locator(".hint__pop")).isHidden();
    }

    private static void byFocus(Page page, Locator hint) {
        page.keyboard().press("Shift"); // the keyboard is what the person uses now
        hint.locator(".hint__btn").focus();
        assertThat(hint.locator(".hint__pop")).isVisible();
        page.keyboard().press("Escape");
        assertThat(hint.locator(".hint__pop")).isHidden();
    }

    private AnAccount account;

    private Visitors.Household household(String where) {
        account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94").between(27_713, 27_927))
                .balance(OCTOBER, "", 0, 191_316, 0, 191_316);
        var household = visitors.household();
        if (where.equals("BASIC")) {
            connectBasic(household, account);
        } else {
            connectFull(household, account);
        }
        return household;
    }

    private String path(String where) {
        return where.startsWith("/")
                ? where
                : where.replace("FULL", "/accounts/" + account.id()).replace("BASIC", "/accounts/" + account.id());
    }
}
