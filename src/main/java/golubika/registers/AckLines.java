package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// ACK: the billing's answer, by our id, to payments and readings that the portal has handed over. A payment that it
/// takes is known from then on; one that it rejects stays money that no statement knows: the rejection is kept beside
/// it until a person has seen to it.
final class AckLines implements Content {

    private static final Logger log = LoggerFactory.getLogger(AckLines.class);

    private static final String REJECTED = """

            from staged_ack s
            join ledger_entry e on s.kind = 'PAYMENTS' and s.result = 'REJECT' and e.entry_id = s.id
            join account a on a.account_id = e.account_id and a.supplier = :supplier
            """;

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
                on conflict (account_id, entry_id) do nothing
                """);
        named += batch.update("""
                update ledger_known k
                set known_as_of = :asOf
                from staged_ack s, account a
                where s.kind = 'PAYMENTS' and s.result = 'OK' and k.entry_id = s.id and k.known_as_of > :asOf
                  and a.account_id = k.account_id and a.supplier = :supplier
                """);
        var older = batch.count("""
                select count(*)
                from staged_ack s
                join reading r on r.reading_id = s.id and r.source in ('WEB', 'SMS', 'BANK', 'BOT')
                join account a on a.account_id = r.account_id and a.supplier = :supplier
                where s.kind = 'READINGS' and r.state <> 'REPLACED' and r.as_of > :asOf
                """);
        var answered = batch.update("""
                update reading r
                set state = case s.result when 'OK' then 'ACCEPTED' else 'REFUSED' end,
                    reason = case s.result when 'OK' then null else coalesce(s.reason, s.code) end,
                    as_of = :asOf
                from staged_ack s, account a
                where s.kind = 'READINGS' and r.reading_id = s.id and r.source in ('WEB', 'SMS', 'BANK', 'BOT')
                  and a.account_id = r.account_id and a.supplier = :supplier and r.state <> 'REPLACED'
                  and (r.as_of is null or r.as_of <= :asOf)
                  and (r.state, r.reason) is distinct from
                      (case s.result when 'OK' then 'ACCEPTED' else 'REFUSED' end,
                       case s.result when 'OK' then null else coalesce(s.reason, s.code) end)
                """);
        batch.update("""
                update reading r
                set as_of = :asOf
                from staged_ack s, account a
                where s.kind = 'READINGS' and r.reading_id = s.id and r.source in ('WEB', 'SMS', 'BANK', 'BOT')
                  and a.account_id = r.account_id and a.supplier = :supplier and r.state <> 'REPLACED'
                  and r.as_of < :asOf
                """);
        var rejected = reject(batch);
        var changed = named + answered + rejected.changed();
        var aside = older + rejected.older();
        return new Report.Counts(0, changed, batch.rows() - changed - aside, aside);
    }

    // What the billing writes may name a person, so the log has ids alone.
    private static Report.Counts reject(Batch batch) {
        var older = batch.count("select count(*)" + REJECTED + """
                join ledger_rejected r on r.account_id = e.account_id and r.entry_id = e.entry_id
                where r.as_of > :asOf
                """);
        var added = batch.update("""
                insert into ledger_rejected (account_id, entry_id, code, reason, as_of)
                select e.account_id, e.entry_id, s.code, s.reason, :asOf
                """ + REJECTED + """
                order by e.account_id, e.entry_id
                on conflict (account_id, entry_id) do nothing
                """);
        var changed = batch.update("""
                update ledger_rejected r
                set code = s.code, reason = s.reason, as_of = :asOf
                """ + REJECTED + """
                where r.account_id = e.account_id and r.entry_id = e.entry_id and r.as_of <= :asOf
                  and (r.code, r.reason, r.as_of) is distinct from (s.code, s.reason, :asOf)
                """);
        if (added > 0) {
            var first = batch.jdbc().sql("""
                            select id from staged_ack
                            where kind = 'PAYMENTS' and result = 'REJECT' order by line limit 100
                            """).query(String.class).list();
            log.warn("the billing rejects {} payments more; its file begins with {}", added, first);
        }
        return new Report.Counts(0, added + changed, 0, older);
    }
}
