package golubika.registers;

/// Lines of a register that do not follow from their own figures. A billing may have its reasons, so they are applied
/// as
/// they came; they are stored for staff to settle, and go when a later register brings figures that fit.
final class LineDoubts {

    private LineDoubts() {}

    /// volume × coefficient × price, rounded half-up once, is what was charged.
    static String ofCharges() {
        return """
                insert into statement_doubt (account_id, month, kind, line_id, stated, reckoned, as_of)
                select s.account_id, s.month, 'CHARGE', s.line_id, s.accrued,
                       round(s.volume * coalesce(s.coef, 1) * s.price * 100), :asOf
                from staged_charge s
                where round(s.volume * coalesce(s.coef, 1) * s.price * 100) <> s.accrued
                  and exists (
                      select from charge c
                      where c.account_id = s.account_id and c.month = s.month and c.line_id = s.line_id
                        and c.as_of = :asOf)
                on conflict (account_id, month, kind, line_id) do update
                    set stated = excluded.stated, reckoned = excluded.reckoned, as_of = excluded.as_of
                """;
    }

    /// opening + charged + recalculated + penalty − paid is the closing balance.
    static String ofBalances() {
        return """
                insert into statement_doubt (account_id, month, kind, line_id, stated, reckoned, as_of)
                select s.account_id, s.month, 'BALANCE', s.service, s.saldo_out,
                       s.saldo_in + s.accrued + s.recalc + s.penalty - s.paid, s.as_of
                from staged_balance s
                where s.saldo_in + s.accrued + s.recalc + s.penalty - s.paid <> s.saldo_out
                  and exists (
                      select from balance b
                      where b.account_id = s.account_id and b.month = s.month and b.service = s.service
                        and b.as_of = s.as_of)
                on conflict (account_id, month, kind, line_id) do update
                    set stated = excluded.stated, reckoned = excluded.reckoned, as_of = excluded.as_of
                """;
    }

    /// Forgets what the staged charges have put right.
    static String settledCharges() {
        return settled("CHARGE", "staged_charge", "line_id", ":asOf");
    }

    /// Forgets what the staged balances have put right. Each has a day of its own: one that is older than the balance
    /// that is known is not applied, and settles nothing.
    static String settledBalances() {
        return settled("BALANCE", "staged_balance", "service", "s.as_of");
    }

    private static String settled(String kind, String staging, String line, String asOf) {
        return """
                delete from statement_doubt d
                using %2$s s
                where d.kind = '%1$s' and d.account_id = s.account_id and d.month = s.month and d.line_id = s.%3$s
                  and d.as_of <= %4$s
                """.formatted(kind, staging, line, asOf);
    }
}
