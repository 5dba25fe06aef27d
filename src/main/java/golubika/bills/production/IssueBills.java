package golubika.bills.production;

import golubika.accounts.AccessLevel;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.bills.Bill;
import golubika.bills.BillLetters;
import golubika.bills.BillPdf;
import golubika.bills.Bills;
import golubika.bills.Paperless;
import golubika.bills.Sheet;
import golubika.bills.Sheets;
import golubika.bills.production.BillRuns.Due;
import golubika.bills.production.BillRuns.Portion;
import golubika.notifications.Outbox;
import golubika.site.Format;
import golubika.subscribers.Consents;
import golubika.subscribers.Contacts;
import golubika.subscribers.Login;
import golubika.subscribers.Standing;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.values.BillingMonth;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

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
    private final BillLetters letters;
    private final Paperless paperless;
    private final People people;
    private final Outbox outbox;
    private final Suppliers suppliers;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int portion;

    IssueBills(
            BillRuns runs,
            Bills bills,
            Sheets sheets,
            BillPdf pdf,
            BillLetters letters,
            Paperless paperless,
            People people,
            Outbox outbox,
            Suppliers suppliers,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock,
            @Value("${golubika.bills.portion:200}") int portion) {
        this.runs = runs;
        this.bills = bills;
        this.sheets = sheets;
        this.pdf = pdf;
        this.letters = letters;
        this.paperless = paperless;
        this.people = people;
        this.outbox = outbox;
        this.suppliers = suppliers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.portion = portion;
    }

    /// Who may be written to.
    @Component
    static class People {

        private final Subscribers subscribers;
        private final Consents consents;
        private final Contacts contacts;
        private final Links links;

        People(Subscribers subscribers, Consents consents, Contacts contacts, Links links) {
            this.subscribers = subscribers;
            this.consents = consents;
            this.contacts = contacts;
            this.links = links;
        }

        /// A person's link to an account, with the address to write to.
        record Reader(Link link, Login address) {}

        /// Empty for whom no letter reaches, or who may not see the bill any more: then it goes on paper.
        Optional<Reader> reader(SubscriberId subscriber, AccountId account) {
            if (subscribers.find(subscriber).isEmpty() || consents.standing(subscriber) != Standing.INSIDE) {
                return Optional.empty();
            }
            return links.find(subscriber, account)
                    .filter(link -> link.allows(Deed.GO_PAPERLESS))
                    .flatMap(link -> contacts.of(subscriber).mail().map(mail -> new Reader(link, mail)));
        }
    }

    /// Brings every order to its end.
    void issue() {
        for (var run : runs.waiting()) {
            var supplier = suppliers.find(run.supplier());
            if (supplier.isPresent()) {
                issue(run, supplier.get());
            }
        }
    }

    private void issue(BillRun ordered, Supplier supplier) {
        var run = ordered;
        while (!run.finished()) {
            var due = runs.next(run, portion);
            if (due.isEmpty()) {
                runs.finish(run);
                log.info(
                        "bills of {} for {}: {} issued, {} failed",
                        run.supplier(),
                        run.month(),
                        run.done(),
                        run.failed());
                return;
            }
            var before = run;
            var made = new Making(supplier, run.month());
            due.forEach(made::make);
            if (!runs.advance(before, made.portion(due.getFirst(), due.getLast()))) {
                log.info("bills of {} for {} are issued elsewhere", run.supplier(), run.month());
                return;
            }
            run = runs.find(run.supplier(), run.month()).orElseThrow();
        }
    }

    /// One portion on its way.
    private final class Making {

        private final Supplier supplier;
        private final BillingMonth month;
        private final ArrayList<Sheet> onPaper = new ArrayList<>();
        private int done;
        private int writtenTo;
        private int failed;

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
                if (issued(link, bill)) {
                    onPaper.add(sheet);
                } else {
                    writtenTo++;
                }
            } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
                throw e;
            } catch (RuntimeException e) {
                failed++;
                log.error("the bill of account {} for {} could not be made", due.account(), month, e);
            }
        }

        Portion portion(Due first, Due last) {
            var title = Format.month(month);
            var file = onPaper.isEmpty() ? new byte[0] : pdf.write(title, supplier.fullName(), onPaper);
            return new Portion(first.account(), last.account(), done, writtenTo, failed, onPaper.size(), file);
        }
    }

    /// Notes that a bill was issued, and writes to who gets it without paper; whatever it is, only once.
    ///
    /// @return whether it goes on paper
    private boolean issued(Link link, Bill bill) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var reader = supplierOffers(link)
                    ? paperless.of(link.account()).flatMap(wish -> people.reader(wish.by(), link.account()))
                    : Optional.<People.Reader>empty();
            var fresh = jdbc.sql("""
                    insert into bill_issue (account_id, month, issued_at, to_pay, paper)
                    values (:account, :month, :now, :toPay, :paper)
                    on conflict (account_id, month) do nothing
                    """)
                            .param("account", link.account().value())
                            .param("month", bill.month().firstDay())
                            .param("now", Timestamp.from(clock.instant()))
                            .param("toPay", bill.toPay().kopecks())
                            .param("paper", reader.isEmpty())
                            .update()
                    == 1;
            if (fresh) {
                reader.ifPresent(one -> outbox.put(letters.ready(one.address(), one.link(), bill)));
                return reader.isEmpty();
            }
            return wasOnPaper(link.account(), bill.month());
        }));
    }

    private static boolean supplierOffers(Link link) {
        return link.supplier().switches().paperless();
    }

    private boolean wasOnPaper(AccountId account, BillingMonth month) {
        return jdbc.sql("select paper from bill_issue where account_id = :account and month = :month")
                .param("account", account.value())
                .param("month", month.firstDay())
                .query(Boolean.class)
                .single();
    }
}
