package golubika.registers;

import golubika.bills.PrintedPins;
import golubika.registers.Report.Counts;
import golubika.registers.Report.Outcome;
import golubika.site.Texts;
import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.AccountNumberFormat.Parsed.Canonical;
import golubika.suppliers.Payee;
import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierDescription;
import golubika.suppliers.Suppliers;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Loads a SUPPLIER register: the description of one supplier, in place of what was known of it.
@Component
class DescriptionLoader {

    private final SupplierDescription descriptions;
    private final Suppliers suppliers;
    private final PrintedPins printedPins;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Texts texts;

    DescriptionLoader(
            SupplierDescription descriptions,
            Suppliers suppliers,
            PrintedPins printedPins,
            JdbcClient jdbc,
            Journal journal,
            Texts texts) {
        this.descriptions = descriptions;
        this.suppliers = suppliers;
        this.printedPins = printedPins;
        this.jdbc = jdbc;
        this.journal = journal;
        this.texts = texts;
    }

    /// The report; unless it is APPLIED, the transaction is to be rolled back. The description as known already is
    /// ALREADY_LOADED, an earlier one that comes again is a change.
    Report load(Path file, Journal.Run run) throws IOException {
        journal.hold(run);
        var faults = new Faults(texts);
        var supplier = read(file, faults);
        var known = supplier == null ? null : suppliers.find(supplier.code()).orElse(null);
        if (supplier != null && supplier.equals(known)) {
            return report(run, Outcome.ALREADY_LOADED, supplier, Counts.NONE, faults);
        }
        if (supplier != null && known != null) {
            checkNumbersStay(supplier, known, faults);
        }
        if (supplier == null || !faults.isEmpty()) {
            return report(run, Outcome.REFUSED, supplier, Counts.NONE, faults);
        }
        suppliers.save(supplier);
        if (!supplier.switches().pinOnBill()) {
            printedPins.forget(supplier.code());
        }
        var counts = known == null ? new Counts(1, 0, 0, 0) : new Counts(0, 1, 0, 0);
        var report = report(run, Outcome.APPLIED, supplier, counts, faults);
        journal.end(run, report);
        return report;
    }

    private @Nullable Supplier read(Path file, Faults faults) throws IOException {
        try {
            var text = Files.readString(file);
            return descriptions.read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (SupplierDescription.Invalid e) {
            e.payee()
                    .ifPresentOrElse(
                            wrong -> tell(wrong, e.place(), faults),
                            () -> faults.add(0, "", Reason.BAD_DESCRIPTION, "", String.valueOf(e.getMessage())));
        } catch (MalformedInputException e) {
            faults.add(0, "", Reason.NOT_UTF8, "", "");
        }
        return null;
    }

    // Of one detail, the property is told; of several that do not go together, where they stand.
    private void tell(Payee.Wrong wrong, String place, Faults faults) {
        var field = place.isEmpty() ? wrong.field() : place + "." + wrong.field();
        faults.add(0, field, Reason.BAD_PAYEE, wrong.value(), texts.of("registers.payee." + wrong.flaw()));
    }

    // An account's key follows from its canonical number: a format that reads stored numbers otherwise would lose them.
    private void checkNumbersStay(Supplier supplier, Supplier known, Faults faults) {
        if (reads(supplier.accountNumber()).equals(reads(known.accountNumber()))) {
            return;
        }
        try (var numbers = jdbc
                .sql("select account_no from account where supplier = :supplier")
                .param("supplier", supplier.code().value())
                .query(String.class)
                .stream()) {
            numbers.filter(number -> !supplier.accountNumber().parse(number).equals(new Canonical(number)))
                    .findFirst()
                    .ifPresent(number -> faults.add(0, "accountNumber", Reason.NUMBER_FORMAT_CHANGED, number, ""));
        }
    }

    private static AccountNumberFormat reads(AccountNumberFormat format) {
        return new AccountNumberFormat(
                format.minDigits(), format.maxDigits(), format.leadingZerosDropped(), List.of(), "", "");
    }

    private static Report report(
            Journal.Run run, Outcome outcome, @Nullable Supplier supplier, Counts counts, Faults faults) {
        var code = supplier == null ? null : supplier.code();
        return new Report(
                run.file(), outcome, RegisterKind.SUPPLIER, code, null, 1, counts, faults.byLine(), faults.count());
    }
}
