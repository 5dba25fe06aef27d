package golubika.payments;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.Golubika;
import golubika.demo.bank.Mood;
import golubika.testing.BankCustomer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Another portal over the same database finishes what the first one left.
class RestartTest extends PaymentsOfTest {

    @Autowired
    Environment environment;

    @Autowired
    PaymentBook book;

    @Test
    void a_portal_that_starts_again_brings_to_their_end_the_payments_of_the_one_that_died() {
        var neverTold = order(indebted());
        book.intend(neverTold, intent(), provider.name());
        bankIs(Mood.SILENT_AFTER_TAKING);
        var unheard = begun(indebted());
        bankIs();
        var account = indebted();
        var paid = begun(account);
        BankCustomer.pays(bankPage(paid));
        clock.pass(Duration.ofMinutes(1));

        try (var second = anotherPortal()) {
            second.getBean(PaymentChecks.class).sweep();
        }

        assertThat(now(neverTold).state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(now(unheard).state()).isEqualTo(PaymentState.REDIRECTED);
        assertThat(now(paid).state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(postings(account)).isEqualTo(1);
    }

    private ConfigurableApplicationContext anotherPortal() {
        var address = "--golubika.payments.yookassa.";
        return new SpringApplicationBuilder(Golubika.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("movableClock", clock))
                .run(
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--golubika.secret=" + environment.getRequiredProperty("golubika.secret"),
                        "--golubika.jobs=false",
                        "--golubika.demo=false",
                        "--golubika.address=" + visitors.address(),
                        "--server.port=0",
                        address + "base-url=" + bank.address() + "/v3",
                        address + "shop-id=1001",
                        address + "secret-key=test-secret");
    }
}
