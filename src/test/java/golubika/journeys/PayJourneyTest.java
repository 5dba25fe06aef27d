package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import golubika.testing.AnAccount;
import golubika.testing.BankCustomer;
import golubika.testing.Browser;
import golubika.testing.PortalWithBank;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A household pays, with a phone in its hand.
class PayJourneyTest extends PortalWithBank {

    Household household;
    AnAccount account;

    @BeforeEach
    void aHouseholdThatOwes() {
        household = visitors.household();
        account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .closedAt(BillingMonth.of(2026, 10), 1956_85, LocalDate.of(2026, 11, 5));
        connectBasic(household, account);
    }

    @Test
    void the_debt_is_paid_at_the_bank() {
        try (var phone = Browser.phone(visitors.address())) {
            phone.signIn(household).open(pay());
            phone.inspect().picture("payment");
            button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();

            assertThat(heading(phone.page(), "Оплата")).isVisible();
            phone.inspect().picture("bank");
            clock.pass(Duration.ofSeconds(5));
            button(phone.page(), "Оплатить").click();

            assertThat(heading(phone.page(), "Платёж принят")).isVisible();
            phone.inspect().picture("payment-done");
        }
    }

    @Test
    void an_own_sum_and_a_reading_change_what_the_button_says() {
        try (var phone = Browser.phone(visitors.address())) {
            phone.signIn(household).open(pay());
            choose(phone.page(), "Своя сумма");
            phone.page().getByLabel("Сумма, ₽").fill("500,5");
            assertThat(button(phone.page(), "Оплатить 500,50\u00a0₽")).isVisible();
            choose(phone.page(), "Долг и новые показания");
            phone.page().getByLabel("Показание сейчас, м³").fill("28027");
            assertThat(button(phone.page(), "Оплатить 2\u00a0850,85\u00a0₽")).isVisible();
            assertThat(phone.page().getByText("за газ получится около 894,00\u00a0₽"))
                    .isVisible();
            phone.inspect().picture("payment-reading");
            button(phone.page(), "Оплатить 2\u00a0850,85\u00a0₽").click();
            assertThat(phone.page().getByText("2\u00a0850,85\u00a0₽")).isVisible();
        }
    }

    @Test
    void a_declined_payment_is_explained_and_tried_again() {
        try (var phone = Browser.phone(visitors.address())) {
            phone.signIn(household).open(pay());
            button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();
            clock.pass(Duration.ofSeconds(5));
            button(phone.page(), "Отклонить").click();
            assertThat(heading(phone.page(), "Платёж не прошёл")).isVisible();
            phone.inspect().picture("payment-failed");
            phone.page().getByText("Попробовать ещё раз").click();
            assertThat(button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽")).isVisible();
        }
    }

    @Test
    void who_leaves_the_bank_sees_a_waiting_payment_and_it_comes_to_its_end_by_itself() {
        try (var phone = Browser.phone(visitors.address())) {
            phone.signIn(household).open(pay());
            button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();
            var bankPage = phone.page().url();
            button(phone.page(), "Вернуться без оплаты").click();
            assertThat(heading(phone.page(), "Ждём ответа банка").first()).isVisible();
            phone.inspect().picture("payment-waiting");
            phone.open(pay());
            assertThat(phone.page().getByText("ещё идёт")).isVisible();
            phone.inspect();
            phone.page().getByText("Где сейчас платёж").click();

            assertThat(heading(phone.page(), "Ждём ответа банка").first()).isVisible();
            BankCustomer.pays(bankPage);
            clock.pass(Duration.ofSeconds(5));
            assertThat(heading(phone.page(), "Платёж принят")).isVisible(new IsVisibleOptions().setTimeout(20_000));
        }
    }

    @Test
    void all_of_it_works_without_scripts() {
        try (var phone = Browser.phoneWithoutScripts(visitors.address())) {
            phone.signIn(household).open(pay());
            choose(phone.page(), "Своя сумма");
            phone.page().getByLabel("Сумма, ₽").fill("500");
            button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();
            button(phone.page(), "Оплатить 500,00\u00a0₽").click();
            clock.pass(Duration.ofSeconds(5));
            button(phone.page(), "Оплатить").click();
            assertThat(heading(phone.page(), "Платёж принят")).isVisible();
        }
    }

    @Test
    void a_desktop_shows_the_same() {
        try (var desktop = Browser.desktop(visitors.address())) {
            desktop.signIn(household).open(pay());
            desktop.inspect().picture("payment");
        }
    }

    private String pay() {
        return "/accounts/" + account.id() + "/pay";
    }

    private static void choose(Page page, String choice) {
        page.locator("label")
                .filter(new Locator.FilterOptions().setHasText(choice))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }
}
