package golubika.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import golubika.demo.bank.Mood;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.PortalWithBank;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Households whose suppliers take money through Сбербанк and T-Bank pay with a phone in their hand.
class PayElsewhereJourneyTest extends PortalWithBank {

    private static final AtomicInteger COUNT = new AtomicInteger(1000);

    @ParameterizedTest
    @CsvSource({
        "sber, СБП, Сбербанк",
        "sber, Банковская карта, Сбербанк",
        "tbank, СБП, Т-Банк",
        "tbank, Банковская карта, Т-Банк"
    })
    void the_debt_is_paid(String supplier, String method, String language) {
        var household = visitors.household();
        var account = owing(supplier, household);
        try (var phone = Browser.phone(visitors.address())) {
            toTheBank(phone, household, account, method);
            assertThat(phone.page().getByText(language).first()).isVisible();
            phone.inspect().picture("bank-" + supplier);
            clock.pass(Duration.ofSeconds(5));
            button(phone.page(), "Оплатить").click();
            assertThat(heading(phone.page(), "Платёж принят")).isVisible();
            phone.inspect();
        }
    }

    @ParameterizedTest
    @CsvSource({"sber", "tbank"})
    void a_declined_payment_is_explained_and_tried_again(String supplier) {
        var household = visitors.household();
        var account = owing(supplier, household);
        try (var phone = Browser.phone(visitors.address())) {
            toTheBank(phone, household, account, "Банковская карта");
            clock.pass(Duration.ofSeconds(5));
            button(phone.page(), "Отклонить").click();
            assertThat(heading(phone.page(), "Платёж не прошёл")).isVisible();
            assertThat(phone.page().getByText("не хватило денег")).isVisible();
            phone.inspect();
            phone.page().getByText("Попробовать ещё раз").click();
            assertThat(button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽")).isVisible();
        }
    }

    @Test
    void where_the_bank_s_page_was_lost_a_new_payment_is_offered() {
        var household = visitors.household();
        var account = owing("sber", household);
        bankIs(Mood.SILENT_AFTER_TAKING);
        try (var phone = Browser.phone(visitors.address())) {
            phone.signIn(household).open("/accounts/" + account.id() + "/pay");
            button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();
            assertThat(heading(phone.page(), "Ждём ответа банка").first()).isVisible();
            bankIs();
            clock.pass(Duration.ofMinutes(2));
            phone.page().getByText("Проверить сейчас").click();
            phone.page().reload();
            assertThat(heading(phone.page(), "Страница банка не открылась")).isVisible();
            phone.inspect().picture("payment-without-page");
            phone.page().getByText("Начать новый платёж").click();
            assertThat(phone.page().getByText("ещё идёт")).isVisible();
        }
    }

    private void toTheBank(Browser phone, Household household, AnAccount account, String method) {
        phone.signIn(household).open("/accounts/" + account.id() + "/pay");
        phone.page()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(method))
                .first()
                .click();
        button(phone.page(), "Оплатить 1\u00a0956,85\u00a0₽").click();
        assertThat(heading(phone.page(), "Оплата")).isVisible();
    }

    private AnAccount owing(String supplier, Household household) {
        var code = new SupplierCode(supplier);
        ASupplier.in(suppliers, jdbc, code, UnaryOperator.identity());
        var account = AnAccount.of(jdbc, code, "74" + COUNT.incrementAndGet())
                .closedAt(BillingMonth.of(2026, 10), 1956_85, LocalDate.of(2026, 11, 5));
        connectBasic(household, account);
        return account;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }
}
