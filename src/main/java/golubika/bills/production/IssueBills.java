package golubika.bills.production;

import golubika.accounts.AccessLevel;
import golubika.accounts.Link;
import golubika.bills.BillPdf;
import golubika.bills.Bills;
import golubika.bills.Sheet;
import golubika.bills.Sheets;
import golubika.bills.production.BillRuns.Due;
import golubika.bills.production.BillRuns.Portion;
import golubika.site.Format;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.values.BillingMonth;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Issues the bills that were ordered, portion by portion (docs/decisions/0012). Of each account a transaction notes
/// that its bill was issued, and writes the letter; then another one keeps the pages of the portion and moves the run
/// on. A kill in between makes the portion again, and what was issued is found issued.
@Component
class IssueBills {

    private static final Logger log = LoggerFactory.getLogger(IssueBills.class);

    private final BillRuns runs;
    private final Bills bills;
    private final Sheets sheets;
    private final BillPdf pdf;
    private final Issue issue;
    private final Suppliers suppliers;
    private final int portion;

    IssueBills(
            BillRuns runs,
            Bills bills,
            Sheets sheets,
            BillPdf pdf,
            Issue issue,
            Suppliers suppliers,
            @Value("${golubika.bills.portion:200}") int portion) {
        this.runs = runs;
        this.bills = bills;
        this.sheets = sheets;
        this.pdf = pdf;
        this.issue = issue;
        this.suppliers = suppliers;
        this.portion = portion;
    }

    /// Brings every order to its end. One that cannot go on keeps no other waiting; the next round tries it again.
    void issue() {
        for (var run : runs.waiting()) {
            try {
                issue(run);
            } catch (RuntimeException e) {
                log.error("the bills of {} for {} cannot go on for now", run.supplier(), run.month(), e);
            }
        }
    }

    // While a supplier has its service switched off, nobody may see a bill, so none is issued: it would have no PIN,
    // and go on paper to who does without.
    private void issue(BillRun ordered) {
        var run = ordered;
        while (!run.finished()) {
            var supplier = suppliers.find(run.supplier()).filter(Supplier::isAvailable);
            if (supplier.isEmpty()) {
                return;
            }
            var due = runs.next(run, portion);
            if (due.isEmpty()) {
                finish(run);
                return;
            }
            var made = new Making(supplier.get(), run.month());
            due.forEach(made::make);
            if (!runs.advance(run, made.portion(due.getFirst(), due.getLast()))) {
                log.info("bills of {} for {} are issued elsewhere", run.supplier(), run.month());
                return;
            }
            run = runs.find(run.supplier(), run.month()).orElseThrow();
        }
    }

    private void finish(BillRun run) {
        if (runs.finish(run)) {
            log.info("bills of {} for {}: {} issued, {} failed", run.supplier(), run.month(), run.done(), run.failed());
        }
    }

    /// One portion on its way.
    private final class Making {

        private final Supplier supplier;
        private final BillingMonth month;
        private final List<Page> onPaper = new ArrayList<>();
        private int done;
        private int writtenTo;
        private int failed;

        record Page(Due due, Sheet sheet) {}

        Making(Supplier supplier, BillingMonth month) {
            this.supplier = supplier;
            this.month = month;
        }

        // One bill that cannot be made keeps no other waiting. A database that is away is no fault of a bill: the whole
        // portion is made again when it is back.
        void make(Due due) {
            done++;
            try {
                var link = new Link(due.account(), supplier, due.number(), AccessLevel.FULL, null);
                var bill = bills.find(link, month).orElseThrow();
                var sheet = sheets.of(bill);
                if (issue.onPaper(link, bill)) {
                    onPaper.add(new Page(due, sheet));
                } else {
                    writtenTo++;
                }
            } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
                throw e;
            } catch (RuntimeException e) {
                fail(due, e);
            }
        }

        private void fail(Due due, RuntimeException e) {
            failed++;
            log.error("the bill of account {} for {} could not be made", due.account(), month, e);
        }

        Portion portion(Due first, Due last) {
            var file = file();
            return new Portion(first.account(), last.account(), done, writtenTo, failed, onPaper.size(), file);
        }

        private byte[] file() {
            try {
                return written();
            } catch (RuntimeException e) {
                log.warn("pages of {} for {} are drawn one by one to find which cannot be", supplier.code(), month, e);
                onPaper.removeIf(page -> !canBeDrawn(page));
                return written();
            }
        }

        private byte[] written() {
            return onPaper.isEmpty()
                    ? new byte[0]
                    : pdf.write(
                            Format.month(month),
                            supplier.fullName(),
                            onPaper.stream().map(Page::sheet).toList());
        }

        private boolean canBeDrawn(Page page) {
            try {
                pdf.write(page.sheet());
                return true;
            } catch (RuntimeException e) {
                fail(page.due(), e);
                return false;
            }
        }
    }
}
