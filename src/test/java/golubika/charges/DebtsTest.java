package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DebtsTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static final LocalDate FIFTH = LocalDate.of(2026, 11, 5);
    private static final Instant LATER = Instant.parse("2026-11-07T09:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Debts debts;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_account_without_statements_owes_nothing_known() {
        var debt = debts.of(AnAccount.anAccount(jdbc).id());

        assertThat(debt.amount()).isEqualTo(Money.ZERO);
        assertThat(debt.month()).isNull();
    }

    @Test
    void the_last_statement_says_what_is_owed() {
        var account = AnAccount.anAccount(jdbc)
                .closedAt(BillingMonth.of(2026, 9), 67_843, LocalDate.of(2026, 10, 5))
                .closedAt(OCTOBER, 195_685, FIFTH);

        var debt = debts.of(account.id());

        assertThat(debt.amount()).isEqualTo(Money.ofKopecks(195_685));
        assertThat(debt.month()).isEqualTo(OCTOBER);
        assertThat(debt.dueDate()).isEqualTo(LocalDate.of(2026, 11, 15));
    }

    @Test
    void a_payment_that_no_register_has_named_lowers_the_debt() {
        var account =
                AnAccount.anAccount(jdbc).closedAt(OCTOBER, 195_685, FIFTH).paid("P1", 100_000, LATER, null);

        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ofKopecks(95_685));
        assertThat(debts.of(account.id()).unknownPaid()).isEqualTo(Money.ofKopecks(100_000));
    }

    @Test
    void a_payment_named_up_to_the_statement_s_day_is_in_it_already() {
        var account = AnAccount.anAccount(jdbc)
                .closedAt(OCTOBER, 195_685, FIFTH)
                .paid("P1", 100_000, Instant.parse("2026-11-02T09:00:00Z"), FIFTH);

        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ofKopecks(195_685));
    }

    @Test
    void a_payment_named_after_the_statement_s_day_is_not_in_it_yet() {
        var account = AnAccount.anAccount(jdbc)
                .closedAt(OCTOBER, 195_685, FIFTH)
                .paid("P1", 195_685, LATER, LocalDate.of(2026, 11, 12));

        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ZERO);
    }

    @Test
    void neither_the_date_nor_the_sum_of_a_payment_makes_it_known() {
        var account = AnAccount.anAccount(jdbc)
                .closedAt(OCTOBER, 195_685, FIFTH)
                .paid("P1", 195_685, Instant.parse("2026-10-20T09:00:00Z"), null);

        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_next_statement_takes_over_what_it_knows_and_leaves_what_it_does_not() {
        var account = AnAccount.anAccount(jdbc)
                .closedAt(OCTOBER, 195_685, FIFTH)
                .paid("KNOWN", 195_685, LATER, LocalDate.of(2026, 12, 5))
                .paid("LATE", 10_000, Instant.parse("2026-12-04T20:00:00Z"), null)
                .closedAt(OCTOBER.next(), 222_606, LocalDate.of(2026, 12, 5));

        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ofKopecks(212_606));
    }

    @Test
    void a_receipt_posted_again_counts_once() {
        var account = AnAccount.anAccount(jdbc).closedAt(OCTOBER, 195_685, FIFTH);
        var receipt = new Receipt("P1", LATER, Money.ofKopecks(50_000), Receipt.PORTAL, "YOOKASSA", "2d-1");

        assertThat(post(account, receipt)).isTrue();
        assertThat(post(account, receipt)).isFalse();
        assertThat(debts.of(account.id()).amount()).isEqualTo(Money.ofKopecks(145_685));
    }

    private boolean post(AnAccount account, Receipt receipt) {
        return Boolean.TRUE.equals(transaction.execute(status -> ledger.post(account.id(), receipt)));
    }
}
