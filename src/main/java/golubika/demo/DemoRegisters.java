package golubika.demo;

import golubika.demo.billing.Delivery;
import golubika.demo.billing.DemoBilling;
import golubika.demo.billing.Household;
import golubika.demo.billing.Taken;
import golubika.registers.AppliedFiles;
import golubika.registers.Registers;
import golubika.site.PortalTime;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Brings the registers of the demo through the importer that production uses: two years when the demo begins, then
/// each month that has ended since. What has been applied is known by its file name, so a start in the same month
/// brings nothing, and one that was killed in between goes on where it stopped.
@Component
@Conditional(OnDemo.class)
class DemoRegisters {

    private static final Logger log = LoggerFactory.getLogger(DemoRegisters.class);
    private static final long SEED = 20150602;
    private static final String PREFIX = "demo-";

    private final Registers registers;
    private final AppliedFiles applied;
    private final TakenByPortal portal;
    private final Clock clock;
    private final Path folder;

    DemoRegisters(
            Registers registers,
            AppliedFiles applied,
            TakenByPortal portal,
            Clock clock,
            @Value("${golubika.data:data}") Path data) {
        this.registers = registers;
        this.applied = applied;
        this.portal = portal;
        this.clock = clock;
        this.folder = data.toAbsolutePath().normalize().resolve("demo").resolve("registers");
    }

    /// Loads what is missing, and tells which accounts there are now.
    List<DemoAccount> bringUpToDate() {
        var described = DemoSuppliers.all();
        described.forEach(this::load);
        var suppliers =
                described.stream().map(DemoSuppliers.Described::supplier).toList();
        var done = applied.beginningWith(PREFIX);
        var billing = new DemoBilling(SEED, suppliers, firstMonth(done));
        var taken = portal.of(suppliers.stream()
                .flatMap(supplier -> billing.households(supplier.code()).stream())
                .map(Household::account)
                .toList());
        var last = later(lastClosedMonth(), billing.anchor());
        for (var delivery : billing.deliveries(last)) {
            var brought = suppliers.stream()
                    .filter(supplier -> deliver(supplier, delivery, billing, taken, done))
                    .count();
            if (brought > 0) {
                log.info("{} suppliers of the demo have brought registers up to {}", brought, delivery.to());
            }
        }
        return accounts(suppliers, billing, last, taken);
    }

    // The day of the first register that was applied tells when the demo began, whatever became of the others.
    private BillingMonth firstMonth(Map<String, LocalDate> done) {
        var anchor = done.values().stream()
                .findFirst()
                .map(asOf -> BillingMonth.of(asOf).previous())
                .orElseGet(this::lastClosedMonth);
        return anchor.plus(1 - DemoBilling.MONTHS);
    }

    private BillingMonth lastClosedMonth() {
        return BillingMonth.of(LocalDate.ofInstant(clock.instant(), PortalTime.ZONE))
                .previous();
    }

    /// False when everything had been brought before.
    private boolean deliver(
            Supplier supplier, Delivery delivery, DemoBilling billing, Taken taken, Map<String, LocalDate> done) {
        if (done.containsKey(name(supplier, delivery, "BALANCES"))) {
            return false;
        }
        try {
            for (var register : billing.registers(supplier, delivery, taken)) {
                var file = folder.resolve(delivery.to().toString()).resolve(name(supplier, delivery, register.kind()));
                if (!done.containsKey(file.getFileName().toString())) {
                    register.write(file);
                    load(file);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(DemoSuppliers.Described described) {
        var file = folder.resolve("suppliers")
                .resolve(PREFIX + described.supplier().code() + ".yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, described.description());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(file);
    }

    private void load(Path file) {
        var report = registers.load(file, progress -> {});
        if (report.isRefused()) {
            throw new IllegalStateException(file + " is refused: " + report.faults());
        }
    }

    private static String name(Supplier supplier, Delivery delivery, String kind) {
        return PREFIX + supplier.code() + "-" + delivery.to() + "-" + kind + ".csv";
    }

    private static List<DemoAccount> accounts(
            List<Supplier> suppliers, DemoBilling billing, BillingMonth last, Taken taken) {
        return suppliers.stream()
                .flatMap(supplier -> billing.households(supplier.code()).stream()
                        .map(household -> new DemoAccount(
                                supplier,
                                household,
                                billing.months(household, last, taken).getLast())))
                .toList();
    }

    private static BillingMonth later(BillingMonth one, BillingMonth other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
