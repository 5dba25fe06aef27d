package golubika.payments;

import golubika.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The rows of payments: how they come to be, who is asking about them, and how they move from state to state.
@Component
class PaymentBook {

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Clock clock;

    PaymentBook(JdbcClient jdbc, Payments payments, Clock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.clock = clock;
    }

    /// Stores the intent, with the time at which somebody asks if we die before the call. The account is locked for
    /// it: of two forms sent at once, the later must see the earlier.
    @Transactional
    public Start intend(Order order, Intent intent, String provider) {
        lockAccount(order.account());
        var earlier = payments.ofForm(order.account(), intent.formKey());
        if (earlier.isPresent()) {
            return earlier.get().orders(order)
                    ? new Start.Repeated(earlier.get())
                    : new Start.OtherOrder(earlier.get());
        }
        var running = payments.running(order.account(), intent.payer(), intent.seesOthers());
        if (running.isPresent() && !running.get().id().equals(intent.seenRunning())) {
            return new Start.AnotherRuns(running.get());
        }
        insert(order, intent, provider);
        event(order, 1, null, PaymentState.INTENDED, null);
        refer(order, Payments.OUR_IDS, order.payment().toString());
        return new Start.Begun(payments.get(order.account(), order.payment()));
    }

    /// Takes the payment for one round of asking, so that nobody else asks at the same time; should we die meanwhile,
    /// the next round comes. Empty when no round is due or somebody else is at it.
    ///
    /// @param quiet lets a payment be asked about that was not for so long, though its time has not come
    @Transactional
    public Optional<Payment> claim(AccountId account, PaymentId payment, @Nullable Duration quiet) {
        var now = clock.instant();
        var claimed = jdbc.sql("""
                select account_id from payment
                where account_id = :account and payment_id = :payment
                  and (next_check_at <= :now or next_check_at is not null and reference is not null
                       and coalesce(asked_at, started_at) <= :quietSince)
                for update skip locked
                """)
                .param("account", account.value())
                .param("payment", payment.value())
                .param("now", Timestamp.from(now))
                .param("quietSince", Timestamp.from(quiet == null ? Instant.EPOCH : now.minus(quiet)))
                .query(Long.class)
                .optional();
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                update payment set asked_at = :now, tries = tries + 1, next_check_at = :check
                where account_id = :account and payment_id = :payment
                """)
                .param("account", account.value())
                .param("payment", payment.value())
                .param("now", Timestamp.from(now))
                .param("check", Timestamp.from(now.plus(CheckSchedule.AFTER_CRASH)))
                .update();
        return Optional.of(payments.get(account, payment));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Payment lock(Order order) {
        return jdbc.sql("select " + PaymentRow.COLUMNS + """
                from payment where account_id = :account and payment_id = :payment
                for update
                """)
                .param("account", order.account().value())
                .param("payment", order.payment().value())
                .query((row, n) -> PaymentRow.read(row))
                .single();
    }

    /// Moves a locked payment on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Payment payment, PaymentState next, @Nullable String page, @Nullable String failure) {
        if (!payment.state().mayBecome(next)) {
            throw new IllegalStateException("payment " + payment.id() + " is " + payment.state() + ", not " + next);
        }
        var version = jdbc.sql("""
                update payment
                set state = :next, version = version + 1, changed_at = :now, bank_page = coalesce(:page, bank_page),
                    failure = :failure
                where account_id = :account and payment_id = :payment and state = :expected
                returning version
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("expected", payment.state().name())
                .param("next", next.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("page", page)
                .param("failure", failure)
                .query(Integer.class)
                .single();
        event(payment.order(), version, payment.state(), next, failure);
    }

    /// Notes by which id the provider knows the payment.
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(Payment payment, String reference) {
        jdbc.sql("""
                update payment set reference = :reference
                where account_id = :account and payment_id = :payment and reference is null
                """)
                .param("account", payment.account().value())
                .param("payment", payment.id().value())
                .param("reference", reference)
                .update();
        refer(payment.order(), payment.atProvider().provider(), reference);
    }

    /// @param moment null when there is nothing left to ask
    @Transactional
    public void checkAt(AccountId account, PaymentId payment, @Nullable Instant moment) {
        jdbc.sql("""
                update payment set next_check_at = :check
                where account_id = :account and payment_id = :payment
                """)
                .param("account", account.value())
                .param("payment", payment.value())
                .param("check", moment == null ? null : Timestamp.from(moment))
                .update();
    }

    private void lockAccount(AccountId account) {
        jdbc.sql("select account_id from account where account_id = :account for no key update")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    private void insert(Order order, Intent intent, String provider) {
        var now = clock.instant();
        jdbc.sql("""
                insert into payment (account_id, payment_id, form_key, subscriber_id, supplier, account_no, amount,
                    method, receipt_email, month, readings, state, provider, idempotence_key, version,
                    started_at, changed_at, next_check_at)
                values (:account, :payment, :form, :payer, :supplier, :number, :amount,
                    :method, :email, :month, :readings, 'INTENDED', :provider, :key, 1,
                    :now, :now, :check)
                """)
                .param("account", order.account().value())
                .param("payment", order.payment().value())
                .param("form", intent.formKey())
                .param("payer", intent.payer().value())
                .param("supplier", order.supplier().value())
                .param("number", order.accountNumber())
                .param("amount", order.amount().kopecks())
                .param("method", order.method().name())
                .param("email", order.receiptEmail())
                .param("month", order.month().firstDay())
                .param("readings", intent.readings().toArray(String[]::new))
                .param("provider", provider)
                .param("key", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .param("check", Timestamp.from(now.plus(CheckSchedule.AFTER_CRASH)))
                .update();
    }

    private void refer(Order order, String provider, String reference) {
        jdbc.sql("""
                insert into payment_ref (reference, provider, account_id, payment_id)
                values (:reference, :provider, :account, :payment)
                on conflict (reference, provider) do nothing
                """)
                .param("reference", reference)
                .param("provider", provider)
                .param("account", order.account().value())
                .param("payment", order.payment().value())
                .update();
    }

    private void event(Order order, int number, @Nullable PaymentState from, PaymentState to, @Nullable String note) {
        jdbc.sql("""
                insert into payment_event (account_id, payment_id, event_no, happened_at, from_state, to_state, note)
                values (:account, :payment, :number, :now, :from, :to, :note)
                """)
                .param("account", order.account().value())
                .param("payment", order.payment().value())
                .param("number", number)
                .param("now", Timestamp.from(clock.instant()))
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("note", note)
                .update();
    }
}
