package golubika.bills;

import golubika.accounts.AccessLevel;
import golubika.accounts.AccountId;
import golubika.accounts.Holders;
import golubika.accounts.Link;
import golubika.accounts.LinkEnd;
import golubika.accounts.Links;
import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.Notices;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// «Электронная квитанция вместо бумажной» (C7): an owner decides it for the home, and gets a letter when a bill is
/// ready. Everybody with the full version is told. Without that owner the paper comes back: somebody must get the bill.
@Component
public class Paperless implements LinkEnd, PersonalData {

    // As many people as a home may have; whoever connects by number alone is not among them.
    private static final int MOST_TOLD = 50;

    static final Limit TOLD = new Limit("paperless-told", 5, Duration.ofHours(4));

    private final JdbcClient jdbc;
    private final Holders holders;
    private final Links links;
    private final Contacts contacts;
    private final Notices notices;
    private final BillLetters letters;
    private final AuditTrail trail;
    private final Texts texts;
    private final Limits limits;
    private final Clock clock;

    Paperless(
            JdbcClient jdbc,
            Holders holders,
            Links links,
            Contacts contacts,
            Notices notices,
            BillLetters letters,
            AuditTrail trail,
            Texts texts,
            Limits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.links = links;
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.trail = trail;
        this.texts = texts;
        this.limits = limits;
        this.clock = clock;
    }

    /// A home without paper.
    ///
    /// @param by who decided it, and gets the letters
    public record Wish(SubscriberId by, Instant since) {}

    /// What became of the wish to do without paper.
    public enum Began {
        DONE,
        /// It was so already.
        ALREADY,
        /// There is no e-mail to write to.
        NO_MAIL
    }

    /// Empty while bills come on paper.
    public Optional<Wish> of(AccountId account) {
        return jdbc.sql("select subscriber_id, since from paperless where account_id = :account")
                .param("account", account.value())
                .query(Paperless::wish)
                .optional();
    }

    /// From the next bill on there is a letter instead of paper.
    @Transactional
    public Began begin(SubscriberId owner, Link link, Caller caller) {
        if (contacts.of(owner).mail().isEmpty()) {
            return Began.NO_MAIL;
        }
        var added = jdbc.sql("""
                insert into paperless (account_id, subscriber_id, since)
                values (:account, :owner, :now)
                on conflict (account_id) do nothing
                """)
                .param("account", link.account().value())
                .param("owner", owner.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            return Began.ALREADY;
        }
        trail.note(owner.value(), "bills.audit.paperless", link.printedNumber(), caller);
        tellAll(link, "paperless");
        return Began.DONE;
    }

    /// Paper comes again; any owner may have it so. False when it came already.
    @Transactional
    public boolean end(SubscriberId owner, Link link, Caller caller) {
        if (forget(link.account()).isEmpty()) {
            return false;
        }
        trail.note(owner.value(), "bills.audit.paper", link.printedNumber(), caller);
        tellAll(link, "paper");
        return true;
    }

    @Override
    public void ended(SubscriberId subscriber, AccountId account) {
        if (of(account).filter(wish -> wish.by().equals(subscriber)).isPresent()) {
            forget(account);
            withFull(account)
                    .forEach(other -> links.find(other, account)
                            .ifPresent(link -> notices.mention(other, letters.about("paper-again", link))));
        }
    }

    private Optional<Wish> forget(AccountId account) {
        return jdbc.sql("delete from paperless where account_id = :account returning subscriber_id, since")
                .param("account", account.value())
                .query(Paperless::wish)
                .optional();
    }

    private void tellAll(Link link, String notice) {
        if (!limits.take(TOLD, link.account().toString())) {
            return; // who presses again and again is in the trail
        }
        withFull(link.account()).forEach(person -> notices.mention(person, letters.about(notice, link)));
    }

    private Stream<SubscriberId> withFull(AccountId account) {
        return holders.first(account, MOST_TOLD).stream()
                .filter(holder -> holder.level() == AccessLevel.FULL)
                .map(Holders.Holder::subscriber);
    }

    private static Wish wish(ResultSet row, int number) throws SQLException {
        return new Wish(
                new SubscriberId(row.getObject("subscriber_id", UUID.class)),
                row.getTimestamp("since").toInstant());
    }

    @Override
    public String name() {
        return "paperless";
    }

    @Override
    public String about() {
        return texts.of("bills.export");
    }

    @Override
    public Object of(SubscriberId subscriber) {
        return links.of(subscriber).stream()
                .flatMap(
                        link -> of(link.account())
                                .filter(wish -> wish.by().equals(subscriber))
                                .map(wish -> told(link, wish))
                                .stream())
                .toList();
    }

    private static Map<String, Object> told(Link link, Wish wish) {
        return Map.of("supplier", link.supplier().name(), "account", link.printedNumber(), "since", wish.since());
    }
}
