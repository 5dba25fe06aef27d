package golubika.charges;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ChargeProofTest {

    private static final SupplierCode CODE = new SupplierCode("by-charge");
    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    private static int count = 40_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    ChargeProof proof;

    @BeforeEach
    void begin() {
        ASupplier.in(suppliers, jdbc, CODE, _ -> ASupplier.flipped("fullByCharge"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1956,85",
                "1956.85",
                " 1 956,85 ₽",
                "1\u00a0956,85 руб.",
                "1956,85р",
                "1956,85 руб. ",
                "1956,85 ₽\u00a0"
            })
    void the_last_charge_proves_however_people_write_it(String typed) {
        var account = charged(1_956_85, 3_000_00);

        assertThat(proof.isOffered(link(account))).isTrue();
        assertThat(proof.proves(SubscriberId.GONE, account.id(), typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1956,84", "1956", "3000", "-1956,85", "1956,850", "", "много", "1e3", "19568500000000000,1"})
    void anything_else_does_not(String typed) {
        assertThat(proof.proves(SubscriberId.GONE, charged(1_956_85, 3_000_00).id(), typed))
                .isFalse();
    }

    @Test
    void it_is_the_charge_of_the_newest_month() {
        var account = charged(1_956_85, 3_000_00);
        balance(account, OCTOBER.plus(-1), 777_00, 1_000_00);

        assertThat(proof.proves(SubscriberId.GONE, account.id(), "777")).isFalse();
    }

    @Test
    void where_the_debt_is_the_charge_itself_it_proves_nothing_and_is_not_offered() {
        var account = charged(1_956_85, 1_956_85);

        assertThat(proof.isOffered(link(account))).isFalse();
        assertThat(proof.proves(SubscriberId.GONE, account.id(), "1956,85")).isFalse();
    }

    @Test
    void nothing_charged_and_nothing_known_prove_nothing() {
        assertThat(proof.isOffered(link(charged(0, 500_00)))).isFalse();
        assertThat(proof.proves(SubscriberId.GONE, charged(0, 500_00).id(), "0"))
                .isFalse();
        assertThat(proof.isOffered(link(account()))).isFalse();
        assertThat(proof.proves(SubscriberId.GONE, account().id(), "0")).isFalse();
    }

    @Test
    void a_supplier_that_has_not_switched_it_on_does_not_offer_it() {
        var supplier = ASupplier.in(suppliers, jdbc);
        var account = charged(1_956_85, 3_000_00);

        assertThat(proof.isOffered(new Link(account.id(), supplier, account.number(), AccessLevel.BASIC, null)))
                .isFalse();
    }

    private AnAccount charged(long accrued, long closing) {
        var account = account();
        balance(account, OCTOBER, accrued, closing);
        return account;
    }

    private AnAccount account() {
        return AnAccount.of(jdbc, CODE, Integer.toString(++count));
    }

    private void balance(AnAccount account, BillingMonth month, long accrued, long closing) {
        account.closedAt(month, closing, LocalDate.of(2026, 11, 5));
        jdbc.sql("""
                update balance set accrued = :accrued, saldo_in = saldo_out - :accrued
                where account_id = :account and month = :month
                """)
                .param("accrued", accrued)
                .param("account", account.id().value())
                .param("month", month.firstDay())
                .update();
    }

    private Link link(AnAccount account) {
        return new Link(account.id(), suppliers.get(CODE), account.number(), AccessLevel.BASIC, null);
    }
}
