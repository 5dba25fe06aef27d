package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.metering.Meters;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReadingPricesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Meters meters;

    @Autowired
    ReadingPrices prices;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
    }

    @Test
    void a_reading_is_priced_by_today_s_tariff() {
        var forecast = forecast(account(), 28_176);

        assertThat(forecast.volume()).isEqualByComparingTo("249");
        assertThat(forecast.price()).isEqualByComparingTo("8.94");
        assertThat(forecast.sum()).isEqualTo(Money.ofKopecks(222_606));
    }

    @Test
    void usual_is_the_same_month_a_year_ago() {
        var account = account()
                .charged(BillingMonth.of(2025, 11), 248, "8.36", 207_328)
                .charged(BillingMonth.of(2026, 10), 214, "8.94", 191_316);

        assertThat(forecast(account, 28_176).usual()).isEqualByComparingTo("248");
    }

    @Test
    void without_last_year_usual_is_the_average_of_what_is_known() {
        var account = account()
                .charged(BillingMonth.of(2026, 9), 100, "8.94", 89_400)
                .charged(BillingMonth.of(2026, 10), 201, "8.94", 179_694);

        assertThat(forecast(account, 28_176).usual()).isEqualByComparingTo("151");
    }

    @Test
    void nothing_is_usual_for_a_home_without_history() {
        assertThat(forecast(account(), 28_176).usual()).isNull();
    }

    @Test
    void a_meter_without_correction_is_priced_with_its_last_coefficient() {
        var account = account().charged(BillingMonth.of(2026, 10), 214, "8.94", 191_316);
        jdbc.sql("update meter set temperature_corrected = false where account_id = :id")
                .param("id", account.id().value())
                .update();
        jdbc.sql("update charge set coef = 1.06 where account_id = :id")
                .param("id", account.id().value())
                .update();

        var forecast = forecast(account, 28_427);

        // 500 × 1.06 × 8.94
        assertThat(forecast.coefficient()).isEqualByComparingTo(new BigDecimal("1.06"));
        assertThat(forecast.sum()).isEqualTo(Money.ofKopecks(473_820));
    }

    @Test
    void a_counter_past_its_last_digit_is_priced_by_what_it_went_through() {
        var account = AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 99_998);

        assertThat(forecast(account, 3).volume()).isEqualByComparingTo("5");
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private Forecast forecast(AnAccount account, long value) {
        var supplier = ASupplier.in(suppliers, jdbc);
        var link = new Link(account.id(), supplier, account.number(), AccessLevel.FULL, null);
        return prices.forecast(link, meters.of(link).getFirst(), value);
    }
}
