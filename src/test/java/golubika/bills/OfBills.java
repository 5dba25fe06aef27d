package golubika.bills;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.values.BillingMonth;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tests of bills begin with.
@PortalTest
abstract class OfBills {

    static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);
    static final LocalDate FIFTH = LocalDate.of(2026, 11, 5);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Bills bills;

    @Autowired
    Sheets sheets;

    @Autowired
    BillPdf pdf;

    Supplier supplier;

    @BeforeEach
    void aSupplier() {
        supplier = ASupplier.in(suppliers, jdbc);
    }

    /// The home of the design: 214 m³ by its meter and a fee, nothing owed from before.
    AnAccount home() {
        return AnAccount.anAccount(jdbc)
                .home("86", 3)
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94").between(27_713, 27_927))
                .charged(ALine.fee(OCTOBER, 4_369))
                .charged(ALine.byMeter(OCTOBER.previous()).of("71", "8.94").between(27_642, 27_713))
                .charged(ALine.fee(OCTOBER.previous(), 4_369))
                .balance(OCTOBER.plus(-2), "", 29_401, 31_189, 29_401, 31_189)
                .balance(OCTOBER.previous(), "", 31_189, 67_843, 31_189, 67_843)
                .balance(OCTOBER, "", 67_843, 195_685, 67_843, 195_685);
    }

    Link full(AnAccount account) {
        return new Link(account.id(), suppliers.get(account.supplier()), account.number(), AccessLevel.FULL, null);
    }

    Bill bill(AnAccount account) {
        return bills.find(full(account), OCTOBER).orElseThrow();
    }

    Sheet sheet(AnAccount account) {
        return sheets.of(bill(account));
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
