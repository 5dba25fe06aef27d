package golubika.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.Pins;
import golubika.suppliers.Display;
import golubika.suppliers.Display.Section;
import golubika.suppliers.SupplierCode;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Browser;
import golubika.testing.PortalWithBank;
import golubika.values.BillingMonth;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Account pages that lack something: each looks right, none looks broken, on a phone and on a desktop.
class AccountStatesJourneyTest extends PortalWithBank {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    Pins pins;

    enum State {
        NO_STATEMENT("Поставщик ещё не прислал начислений"),
        BASIC_WITHOUT_METER("Откройте полную версию"),
        CLOSED("Счёт закрыт поставщиком"),
        OVERPAID("Она зачтётся в следующих месяцах"),
        WRONG_SUMS("Посчитать не получается"),
        ALL_HIDDEN("Из чего сложилось"),
        UNAVAILABLE("Сервис временно недоступен");

        final String words;

        State(String words) {
            this.words = words;
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void it_looks_right(State state) {
        var household = visitors.household();
        var account = account(state);
        if (state == State.BASIC_WITHOUT_METER) {
            connectBasic(household, account);
        } else {
            connectFull(household, account);
        }
        if (state == State.CLOSED) {
            account.closed();
        }
        for (var phone : new boolean[] {true, false}) {
            try (var browser = phone ? Browser.phone(visitors.address()) : Browser.desktop(visitors.address())) {
                browser.signIn(household).open("/accounts/" + account.id());
                assertThat(browser.page().locator("main").innerText()).contains(state.words);
                browser.inspect().picture("state-" + state);
                browser.open("/").inspect().picture("state-home-" + state);
            }
        }
    }

    private AnAccount account(State state) {
        return switch (state) {
            case NO_STATEMENT -> AnAccount.anAccount(jdbc);
            case BASIC_WITHOUT_METER ->
                AnAccount.anAccount(jdbc)
                        .withPin(pins, "482915")
                        .charged(ALine.byNorm(OCTOBER).of("549.9", "8.94"))
                        .balance(OCTOBER, "", 0, 491_611, 0, 491_611);
            case CLOSED -> usual(supplier.code());
            case OVERPAID ->
                AnAccount.anAccount(jdbc)
                        .withMeter("M1", "00417385", 5, 27_927)
                        .balance(OCTOBER, "", -300_000, 104_315, 0, -195_685);
            case WRONG_SUMS ->
                AnAccount.anAccount(jdbc)
                        .withMeter("M1", "00417385", 5, 27_927)
                        .charged(ALine.byMeter(OCTOBER).of("214", "8.94").with("accrued", 195_685L))
                        .balance(OCTOBER, "", 10_000, 191_316, 5_000, 195_685);
            case ALL_HIDDEN -> usual(saved("state-hidden", new Display(EnumSet.allOf(Section.class), null, null)));
            case UNAVAILABLE ->
                usual(saved("state-down", new Display(Set.of(), "Обновляем биллинг сегодня до 14:00.", null)));
        };
    }

    private SupplierCode saved(String name, Display display) {
        var code = new SupplierCode(name);
        suppliers.save(ASupplier.showing(ASupplier.in(suppliers, jdbc, code, usual -> usual), display));
        return code;
    }

    private AnAccount usual(SupplierCode code) {
        return AnAccount.of(jdbc, code, Long.toString(100_000 + System.nanoTime() % 900_000))
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94").between(27_713, 27_927))
                .balance(OCTOBER, "", 0, 191_316, 0, 191_316);
    }
}
