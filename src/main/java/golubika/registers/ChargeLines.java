package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// CHARGES: the lines of each account's month. The same LINE_ID again takes the place of what it said before;
/// a correction of a closed month is a line of its own.
final class ChargeLines implements Content {

    @Override
    public String staging() {
        return "staged_charge";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                needed("PERIOD", Times.month()),
                needed("LINE_ID", Forms.text(50)),
                needed("SERVICE", Forms.oneOf(terms.supplier().services().keySet())),
                needed("METHOD", Forms.oneOf("METER", "AVERAGE", "NORM", "FIXED")),
                optional("AVG_MONTH", Numbers.whole(1, 3)),
                optional("METER_ID", Forms.text(50)),
                optional("PREV", Numbers.whole(0, 999_999_999)),
                optional("CURR", Numbers.whole(0, 999_999_999)),
                optional("VOLUME", Numbers.signedDecimal(10, 5)),
                optional("COEF", Numbers.decimal(4, 5)),
                optional("PRICE", Numbers.decimal(9, 5)),
                needed("ACCRUED", Numbers.money()),
                optional("RECALC", Numbers.money(), "0"),
                optional("BENEFIT", Numbers.money(), "0"),
                optional("PENALTY", Numbers.money(), "0"),
                optional(
                        "CAUSE",
                        Forms.oneOf(
                                "NO_METER", "NO_READING", "VERIFICATION_EXPIRED", "SEAL_BROKEN", "ON_VERIFICATION")),
                optional("RECALC_FOR", Forms.text(200)));
    }

    @Override
    public String total() {
        return "ACCRUED";
    }

    @Override
    public Key key() {
        return new Key(List.of("ACCOUNT", "PERIOD", "LINE_ID"), "account_id, month, line_id", "LINE_ID");
    }

    @Override
    public List<Check> checks() {
        return List.of(Content.unknownAccount(staging()), Content.unknownMeter(staging()));
    }

    @Override
    public long doubtful(Batch batch) {
        batch.update(LineDoubts.settledCharges());
        return batch.update(LineDoubts.ofCharges());
    }

    @Override
    public Report.Counts merge(Batch batch) {
        return batch.merge("""
                insert into charge
                    (account_id, month, line_id, service, method, avg_month, meter_id, prev, curr, volume, coef, price,
                     accrued, recalc, benefit, penalty, cause, recalc_for, as_of)
                select account_id, month, line_id, service, method, avg_month, meter_id, prev, curr, volume, coef, price,
                       accrued, recalc, benefit, penalty, cause, recalc_for, :asOf
                from staged_charge
                order by account_id, month, line_id
                on conflict (account_id, month, line_id) do nothing
                """, """
                update charge c
                set service = s.service, method = s.method, avg_month = s.avg_month, meter_id = s.meter_id, prev = s.prev,
                    curr = s.curr, volume = s.volume, coef = s.coef, price = s.price, accrued = s.accrued,
                    recalc = s.recalc, benefit = s.benefit, penalty = s.penalty, cause = s.cause,
                    recalc_for = s.recalc_for, as_of = :asOf
                from staged_charge s
                where c.account_id = s.account_id and c.month = s.month and c.line_id = s.line_id and c.as_of <= :asOf
                  and (c.service, c.method, c.avg_month, c.meter_id, c.prev, c.curr, c.volume, c.coef, c.price,
                       c.accrued, c.recalc, c.benefit, c.penalty, c.cause, c.recalc_for)
                      is distinct from
                      (s.service, s.method, s.avg_month, s.meter_id, s.prev, s.curr, s.volume, s.coef, s.price,
                       s.accrued, s.recalc, s.benefit, s.penalty, s.cause, s.recalc_for)
                """, """
                update charge c
                set as_of = :asOf
                from staged_charge s
                where c.account_id = s.account_id and c.month = s.month and c.line_id = s.line_id and c.as_of < :asOf
                """, """
                select count(*)
                from staged_charge s
                join charge c on c.account_id = s.account_id and c.month = s.month and c.line_id = s.line_id
                where c.as_of > :asOf
                """);
    }
}
