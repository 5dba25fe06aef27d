package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// PAYMENTS: every payment that the billing has posted, ours under our PAY_ID. Each counts once; being named here is
/// what makes it known to balances of the register's day and later (`domain` 3.5).
final class PaymentLines implements Content {

    @Override
    public String staging() {
        return "staged_payment";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                needed("PAY_ID", Forms.text(64)),
                needed("DATETIME", Times.moment(terms.supplier().timeZone())),
                needed("AMOUNT", Numbers.money()),
                optional("FEE", Numbers.money(), "0"),
                optional("SERVICE", Forms.oneOf(terms.supplier().services().keySet())),
                optional("PERIOD", Times.month()),
                needed("CHANNEL", Forms.text(50)),
                optional("PROVIDER", Forms.text(50)),
                optional("PROVIDER_ID", Forms.text(100)),
                optional("RECEIPT_NO", Forms.text(100)),
                optional("REGISTRY_NO", Forms.text(100)));
    }

    @Override
    public String total() {
        return "AMOUNT";
    }

    @Override
    public Key key() {
        return new Key(List.of("PAY_ID"), "entry_id", "PAY_ID");
    }

    @Override
    public List<Check> checks() {
        return List.of(Content.unknownAccount(staging()), new Check(Reason.KNOWN_OTHERWISE, "PAY_ID", """
                        select s.line, s.entry_id as detail
                        from staged_payment s
                        join ledger_entry e on e.entry_id = s.entry_id
                        join account a on a.account_id = e.account_id
                        where a.supplier = :supplier and (e.account_id <> s.account_id or e.amount <> s.amount)
                        """));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        var added = batch.update("""
                insert into ledger_entry
                    (account_id, entry_id, paid_at, amount, fee, service, month, channel, provider, provider_id,
                     receipt_no, registry_no, entered_at)
                select account_id, entry_id, paid_at, amount, fee, service, month, channel, provider, provider_id,
                       receipt_no, registry_no, :now::timestamptz
                from staged_payment
                order by account_id, entry_id
                on conflict (account_id, entry_id) do nothing
                """);
        var named = batch.update("""
                insert into ledger_known (account_id, entry_id, known_as_of)
                select account_id, entry_id, :asOf
                from staged_payment
                order by account_id, entry_id
                on conflict (account_id, entry_id) do nothing
                """);
        // Apart from the insert, so that the many that stay as they are are not locked.
        named += batch.update("""
                update ledger_known k
                set known_as_of = :asOf
                from staged_payment s
                where k.account_id = s.account_id and k.entry_id = s.entry_id and k.known_as_of > :asOf
                """);
        var changed = named - added;
        return new Report.Counts(added, changed, batch.rows() - added - changed, 0);
    }
}
