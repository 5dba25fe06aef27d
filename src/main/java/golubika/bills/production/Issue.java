package golubika.bills.production;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.bills.Bill;
import golubika.bills.BillLetters;
import golubika.bills.Paperless;
import golubika.bills.production.Readers.Reader;
import golubika.notifications.Outbox;
import golubika.values.BillingMonth;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Issues the bill of one account: on paper, or by letter to who does without.
@Component
class Issue {

    private final JdbcClient jdbc;
    private final Paperless paperless;
    private final Readers readers;
    private final BillLetters letters;
    private final Outbox outbox;
    private final Clock clock;

    Issue(JdbcClient jdbc, Paperless paperless, Readers readers, BillLetters letters, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.paperless = paperless;
        this.readers = readers;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Notes that a bill was issued, and writes the letter; both only once, however often it is called.
    ///
    /// @return whether it goes on paper, as was decided the first time
    @Transactional
    public boolean onPaper(Link link, Bill bill) {
        var reader = reader(link);
        if (!note(link.account(), bill, reader.isEmpty())) {
            return wasOnPaper(link.account(), bill.month());
        }
        reader.ifPresent(one -> outbox.put(letters.ready(one.address(), one.link(), bill)));
        return reader.isEmpty();
    }

    private Optional<Reader> reader(Link link) {
        return link.supplier().switches().paperless()
                ? paperless.of(link.account()).flatMap(wish -> readers.find(wish.by(), link.account()))
                : Optional.empty();
    }

    private boolean note(AccountId account, Bill bill, boolean paper) {
        return jdbc.sql("""
                insert into bill_issue (account_id, month, issued_at, to_pay, paper)
                values (:account, :month, :now, :toPay, :paper)
                on conflict (account_id, month) do nothing
                """)
                        .param("account", account.value())
                        .param("month", bill.month().firstDay())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("toPay", bill.toPay().kopecks())
                        .param("paper", paper)
                        .update()
                == 1;
    }

    private boolean wasOnPaper(AccountId account, BillingMonth month) {
        return jdbc.sql("select paper from bill_issue where account_id = :account and month = :month")
                .param("account", account.value())
                .param("month", month.firstDay())
                .query(Boolean.class)
                .single();
    }
}
