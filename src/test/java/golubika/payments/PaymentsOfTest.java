package golubika.payments;

import golubika.charges.Debts;
import golubika.charges.Statements;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.PortalWithBank;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// What tests of payments have in common: a household that owes 1 956,85 ₽, and the ways to start and watch a payment.
abstract class PaymentsOfTest extends PortalWithBank {

    static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    static final Money DEBT = Money.ofKopecks(1956_85);

    @Autowired
    Payments payments;

    @Autowired
    Providers providers;

    Provider provider;

    @Autowired
    StartPayment starting;

    @Autowired
    AskProvider asking;

    @Autowired
    PaymentChecks checks;

    @Autowired
    Debts debts;

    @Autowired
    Statements statements;

    @Autowired
    Mailbox letters;

    @BeforeEach
    void theProviderOfMostSuppliers() {
        provider = providers.named("YOOKASSA");
    }

    AnAccount indebted() {
        return AnAccount.anAccount(jdbc).closedAt(OCTOBER, DEBT.kopecks(), LocalDate.of(2026, 11, 5));
    }

    Order order(AnAccount account) {
        return order(account, Visitors.freshLogin());
    }

    Order order(AnAccount account, String email) {
        return new Order(
                starting.newId(),
                account.id(),
                account.supplier(),
                account.number(),
                DEBT,
                PaymentMethod.SBP,
                email,
                OCTOBER);
    }

    Intent intent() {
        return new Intent(UUID.randomUUID(), visitors.household().id(), true, null, List.of());
    }

    /// A payment that was started and not yet paid.
    Payment begun(AnAccount account) {
        return begun(order(account));
    }

    Payment begun(Order order) {
        if (starting.start(order, intent()) instanceof Start.Begun(var payment)) {
            return payment;
        }
        throw new AssertionError("not begun");
    }

    static String bankPage(Payment payment) {
        return Objects.requireNonNull(payment.atProvider().page());
    }

    /// The bank's page of the account's latest payment, by the bank's own books.
    String bankPageOf(Order order) {
        var id = jdbc.sql("""
                select payment_id from demo_bank.payment
                where coalesce(ordered::json -> 'metadata' ->> 'payment', ordered::json ->> 'OrderId') = :payment
                   or ordered::json ->> 'orderNumber' = :digits
                """)
                .param("payment", order.payment().toString())
                .param("digits", order.payment().digits())
                .query(UUID.class)
                .single();
        return bank.address() + "/pay/" + id;
    }

    /// Lets the time of the next checks come, and the checks be made.
    void checksAfter(Duration time) {
        clock.pass(time);
        checks.sweep();
    }

    Payment now(Payment payment) {
        return payments.again(payment);
    }

    Payment now(Order order) {
        return payments.get(order.account(), order.payment());
    }

    long postings(AnAccount account) {
        return statements.postings(account.id(), LocalDate.of(2026, 1, 1)).size();
    }

    Money debt(AnAccount account) {
        return debts.of(account.id()).amount();
    }
}
