package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import java.util.List;

/// READINGS: what meters showed, as the billing has it. A reading that the portal took is recognised by its
/// READING_ID and gets the billing's word on it; one that its sender has replaced since stays replaced.
final class ReadingLines implements Content {

    @Override
    public String staging() {
        return "staged_reading";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                needed("READING_ID", Forms.text(64)),
                needed("METER_ID", Forms.text(50)),
                needed("READ_AT", Times.dayAndMoment(terms.supplier().timeZone())),
                needed("VALUE", Numbers.whole(0, 999_999_999)),
                needed("SOURCE", Forms.oneOf("WEB", "SMS", "BANK", "BOT", "OPERATOR", "TELEMETRY", "INSPECTION")),
                optional("STATE", Forms.oneOf("ACCEPTED", "REFUSED"), "ACCEPTED"),
                optional("REASON", Forms.text(200)));
    }

    @Override
    public Key key() {
        return new Key(List.of("ACCOUNT", "READING_ID"), "account_id, reading_id", "READING_ID");
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Content.unknownAccount(staging()),
                Content.unknownMeter(staging()),
                new Check(Reason.KNOWN_OTHERWISE, "READING_ID", """
                        select s.line, s.reading_id as detail
                        from staged_reading s
                        join reading r on r.account_id = s.account_id and r.reading_id = s.reading_id
                        where r.meter_id <> s.meter_id or r.value <> s.value
                        """));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        return batch.merge("""
                insert into reading
                    (account_id, reading_id, meter_id, read_on, value, source, state, reason, received_at, as_of)
                select account_id, reading_id, meter_id, read_on, value, source, state, reason, received_at, :asOf
                from staged_reading
                order by account_id, reading_id
                on conflict (account_id, reading_id) do nothing
                """, """
                update reading r
                set state = s.state, reason = s.reason, as_of = :asOf
                from staged_reading s
                where r.account_id = s.account_id and r.reading_id = s.reading_id and r.state <> 'REPLACED'
                  and (r.as_of is null or r.as_of <= :asOf)
                  and (r.state, r.reason) is distinct from (s.state, s.reason)
                """, """
                update reading r
                set as_of = :asOf
                from staged_reading s
                where r.account_id = s.account_id and r.reading_id = s.reading_id and r.state <> 'REPLACED'
                  and (r.as_of is null or r.as_of < :asOf)
                """, """
                select count(*)
                from staged_reading s
                join reading r on r.account_id = s.account_id and r.reading_id = s.reading_id
                where r.state <> 'REPLACED' and r.as_of > :asOf
                """);
    }
}
