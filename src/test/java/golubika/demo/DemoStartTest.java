package golubika.demo;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.AccountId;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.charges.Charge;
import golubika.charges.Debts;
import golubika.charges.Ledger;
import golubika.charges.Receipt;
import golubika.charges.Statements;
import golubika.database.Trips;
import golubika.metering.Meters;
import golubika.metering.Offer;
import golubika.metering.Reading;
import golubika.metering.Readings;
import golubika.metering.Submission;
import golubika.site.PortalTime;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.MovableClock;
import golubika.testing.Visitors;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DemoStartTest extends ADemo {

    @Autowired
    DemoStart demo;

    @Autowired
    Debts debts;

    @Autowired
    Trips trips;

    @Autowired
    Statements statements;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Links links;

    @Autowired
    LinkAccount connect;

    @Autowired
    Meters meters;

    @Autowired
    Readings readings;

    @Autowired
    Ledger ledger;

    @Autowired
    Visitors visitors;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    /// Tests share the demo: each begins in the month that the one before has come to.
    @BeforeEach
    void begin() {
        var asOf = jdbc.sql("select max(as_of) from register_import where state = 'APPLIED'")
                .query(LocalDate.class)
                .single();
        goTo(BillingMonth.of(asOf), 20);
    }

    @Test
    void every_account_owes_what_its_register_says() {
        assertThat(demo.accounts()).hasSizeGreaterThan(300);
        var unknown = Money.ZERO;
        for (var account : demo.accounts()) {
            var debt = debts.of(account.household().account());
            assertThat(debt.billed())
                    .as(account.printedNumber())
                    .isEqualTo(account.last().whole().closing());
            unknown = unknown.plus(debt.unknownPaid());
        }
        assertThat(unknown.kopecks())
                .as("money that no register names is the portal's own of this month")
                .isEqualTo(jdbc.sql("""
                        select coalesce(sum(amount), 0) from ledger_entry e
                        where channel = 'PORTAL'
                          and not exists (select from ledger_known k where k.entry_id = e.entry_id)
                        """).query(Long.class).single());
    }

    @Test
    void the_history_is_two_years_long_and_ends_with_the_month_before_the_first_start() {
        assertThat(jdbc.sql(
                                "select min(month)::text || ' ' || max(month)::text || ' ' || count(distinct month) from balance"
                                        + " where month <= date '2026-10-01'")
                        .query(String.class)
                        .single())
                .isEqualTo("2024-11-01 2026-10-01 24");
    }

    @Test
    void a_second_start_in_the_same_month_changes_nothing() {
        var before = contents();
        start();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_start_that_was_killed_is_finished_by_the_next_one() {
        var before = contents();
        jdbc.sql("delete from balance where account_id in (select account_id from account where supplier = 'spb')")
                .update();
        jdbc.sql("delete from register_import where file_name like 'demo-spb-%-BALANCES.csv'")
                .update();
        start();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void later_months_count_what_the_portal_has_taken_once() {
        var month = goTo(BillingMonth.of(today()).next(), 20);
        var supplier = suppliers.get(new SupplierCode("voronezh"));
        var account = demo.accounts().stream()
                .filter(each -> each.supplier().equals(supplier))
                .findFirst()
                .orElseThrow();
        var id = account.household().account();
        var anna = visitors.household().id();
        connect.link(anna, supplier, account.household().number());
        var link = links.find(anna, id).orElseThrow();
        var meter = meters.of(link).getFirst();
        var value = meter.previousValue() + 40;
        assertThat(readings.submit(anna, link, new Offer(meter.id(), value, null, true)))
                .isInstanceOf(Submission.Accepted.class);
        var payment = pay(id, Money.ofKopecks(1_000_00));
        assertThat(debts.of(id).unknownPaid()).isEqualTo(Money.ofKopecks(1_000_00));

        goTo(month.plus(2), 3);
        var charges = statements.charges(id, month, month.next());
        assertThat(charges)
                .filteredOn(charge -> charge.month().equals(month))
                .first()
                .satisfies(charge -> {
                    assertThat(charge.method()).isEqualTo(Charge.Method.METER);
                    assertThat(charge.currentValue()).isEqualTo(value);
                    assertThat(charge.volume()).isEqualByComparingTo("40");
                });
        assertThat(charges)
                .filteredOn(charge -> charge.month().equals(month.next()))
                .first()
                .extracting(Charge::method, Charge::averageMonth)
                .containsExactly(Charge.Method.AVERAGE, 1);
        assertThat(trips.ask(Statements.askBalances(id, month, month)))
                .filteredOn(balance -> balance.isWhole())
                .singleElement()
                .satisfies(balance -> assertThat(balance.paid()).isEqualTo(Money.ofKopecks(1_000_00)));
        assertThat(debts.of(id).unknownPaid()).isEqualTo(Money.ZERO);
        assertThat(statements.postings(id, month.firstDay()))
                .filteredOn(posting -> posting.entryId().equals(payment))
                .singleElement()
                .satisfies(posting ->
                        assertThat(posting.knownAsOf()).isEqualTo(month.next().firstDay()));
        assertThat(trips.ask(meters.askReadings(link, anna)))
                .filteredOn(reading -> reading.value() == value)
                .extracting(Reading::state)
                .containsExactly(Reading.State.ACCEPTED);
    }

    @Test
    void a_payment_after_the_registers_stays_unknown_until_the_next_ones() {
        var account = demo.accounts().get(40).household().account();
        var before = debts.of(account).amount();
        pay(account, Money.ofKopecks(500_00));
        start();
        assertThat(debts.of(account).amount()).isEqualTo(before.minus(Money.ofKopecks(500_00)));
        assertThat(debts.of(account).unknownPaid()).isEqualTo(Money.ofKopecks(500_00));
    }

    /// Moves on to a day of a month, and starts the portal then.
    private BillingMonth goTo(BillingMonth month, int day) {
        clock.set(month.month().atDay(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
        start();
        return month;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PortalTime.ZONE);
    }

    private void start() {
        demo.run(new DefaultApplicationArguments());
        clock.pass(Duration.ofSeconds(6));
    }

    private String pay(AccountId account, Money sum) {
        var id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(
                status -> ledger.post(account, new Receipt(id, clock.instant(), sum, "PORTAL", "yookassa", "p-" + id)));
        return id;
    }

    /// How many rows each table has that registers write into, and the sum of all debts.
    private List<Object> contents() {
        return jdbc.sql("""
                select (select count(*) from supplier) as suppliers, (select count(*) from tariff) as tariffs,
                       (select count(*) from account) as accounts, (select count(*) from meter) as meters,
                       (select count(*) from reading) as readings, (select count(*) from charge) as charges,
                       (select count(*) from balance) as balances, (select count(*) from ledger_entry) as payments,
                       (select count(*) from register_import where state = 'APPLIED') as files,
                       (select sum(saldo_out) from balance) as owed,
                       (select count(*) from account_link) as links
                """)
                .query((row, n) -> {
                    var values = new ArrayList<Object>();
                    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.add(row.getLong(i));
                    }
                    return List.<Object>copyOf(values);
                })
                .single();
    }
}
