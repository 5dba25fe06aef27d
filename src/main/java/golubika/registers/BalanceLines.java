package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// BALANCES: an account's month as its billing closed it, as of a day. What is of an earlier day than the balance that
/// is known is left aside.
final class BalanceLines implements Content {

    @Override
    public String staging() {
        return "staged_balance";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                needed("PERIOD", Times.month()),
                optional("SERVICE", Forms.oneOf(terms.supplier().services().keySet()), ""),
                optional("AS_OF", Times.dayUntil(terms.asOf()), terms.asOf().toString()),
                needed("SALDO_IN", Numbers.money()),
                needed("ACCRUED", Numbers.money()),
                needed("PAID", Numbers.money()),
                optional("RECALC", Numbers.money(), "0"),
                optional("PENALTY", Numbers.money(), "0"),
                needed("SALDO_OUT", Numbers.money()),
                optional("DUE_DATE", Times.day()));
    }

    @Override
    public String total() {
        return "SALDO_OUT";
    }

    @Override
    public Key key() {
        return new Key(List.of("ACCOUNT", "PERIOD", "SERVICE"), "account_id, month, service", "PERIOD");
    }

    @Override
    public List<Check> checks() {
        return List.of(Content.unknownAccount(staging()));
    }

    @Override
    public long doubtful(Batch batch) {
        batch.update(LineDoubts.settledBalances());
        return batch.update(LineDoubts.ofBalances());
    }

    @Override
    public Report.Counts merge(Batch batch) {
        return batch.merge("""
                insert into balance
                    (account_id, month, service, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date)
                select account_id, month, service, as_of, saldo_in, accrued, paid, recalc, penalty, saldo_out, due_date
                from staged_balance
                order by account_id, month, service
                on conflict (account_id, month, service) do nothing
                """, """
                update balance b
                set as_of = s.as_of, saldo_in = s.saldo_in, accrued = s.accrued, paid = s.paid, recalc = s.recalc,
                    penalty = s.penalty, saldo_out = s.saldo_out, due_date = s.due_date
                from staged_balance s
                where b.account_id = s.account_id and b.month = s.month and b.service = s.service and b.as_of <= s.as_of
                  and (b.as_of, b.saldo_in, b.accrued, b.paid, b.recalc, b.penalty, b.saldo_out, b.due_date)
                      is distinct from
                      (s.as_of, s.saldo_in, s.accrued, s.paid, s.recalc, s.penalty, s.saldo_out, s.due_date)
                """, "", """
                select count(*)
                from staged_balance s
                join balance b on b.account_id = s.account_id and b.month = s.month and b.service = s.service
                where b.as_of > s.as_of
                """);
    }
}
