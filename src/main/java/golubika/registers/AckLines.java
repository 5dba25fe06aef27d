package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ACK: the billing's answer, by our id, to payments and readings that the portal has handed over. A payment that it
/// takes is known from then on; one that it rejects stays money that no statement knows, and needs a person.
final class AckLines implements Content {

    private static final Logger log = LoggerFactory.getLogger(AckLines.class);

    @Override
    public String staging() {
        return "staged_ack";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("KIND", Forms.oneOf("PAYMENTS", "READINGS")),
                needed("ID", Forms.text(64)),
                needed("RESULT", Forms.oneOf("OK", "REJECT")),
                optional("CODE", Forms.text(50)),
                optional("TEXT", Forms.text(200)));
    }

    @Override
    public Key key() {
        return new Key(List.of("KIND", "ID"), "kind, id", "ID");
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check(Reason.UNKNOWN_ID, "ID", """
                        select s.line, s.id as detail
                        from staged_ack s
                        where s.kind = 'PAYMENTS'
                          and not exists (
                            select from ledger_entry e
                            join account a on a.account_id = e.account_id
                            where e.entry_id = s.id and a.supplier = :supplier)
                        """), new Check(Reason.UNKNOWN_ID, "ID", """
                        select s.line, s.id as detail
                        from staged_ack s
                        where s.kind = 'READINGS'
                          and not exists (
                            select from reading r
                            join account a on a.account_id = r.account_id
                            where r.reading_id = s.id and r.source in ('WEB', 'SMS', 'BANK', 'BOT')
                              and a.supplier = :supplier)
                        """));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        var named = batch.update("""
                insert into ledger_known (account_id, entry_id, known_as_of)
                select e.account_id, e.entry_id, :asOf
                from staged_ack s
                join ledger_entry e on e.entry_id = s.id
                join account a on a.account_id = e.account_id
                where s.kind = 'PAYMENTS' and s.result = 'OK' and a.supplier = :supplier
                order by e.account_id, e.entry_id
                on conflict (account_id, entry_id) do update set known_as_of = excluded.known_as_of
                    where ledger_known.known_as_of > excluded.known_as_of
                """);
        var answered = batch.update("""
                update reading r
                set state = case s.result when 'OK' then 'ACCEPTED' else 'REFUSED' end,
                    reason = case s.result when 'OK' then null else coalesce(s.reason, s.code) end
                from staged_ack s, account a
                where s.kind = 'READINGS' and r.reading_id = s.id and r.source in ('WEB', 'SMS', 'BANK', 'BOT')
                  and a.account_id = r.account_id and a.supplier = :supplier and r.state <> 'REPLACED'
                  and (r.state, r.reason) is distinct from
                      (case s.result when 'OK' then 'ACCEPTED' else 'REFUSED' end,
                       case s.result when 'OK' then null else coalesce(s.reason, s.code) end)
                """);
        tellRejectedPayments(batch);
        return new Report.Counts(0, named + answered, batch.rows() - named - answered, 0);
    }

    private static void tellRejectedPayments(Batch batch) {
        batch.jdbc()
                .sql("""
                        select id, code, reason from staged_ack
                        where kind = 'PAYMENTS' and result = 'REJECT' order by line limit 100
                        """)
                .query((row, n) -> row.getString("id") + ": " + row.getString("code") + " " + row.getString("reason"))
                .list()
                .forEach(rejected -> log.warn("the billing rejects payment {}", rejected));
    }
}
