package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import golubika.metering.Serials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// METERS: the gas meters of accounts, those taken off among them. A replacement is a line with a METER_ID of its own,
/// beside the line of the old one as REMOVED.
final class MeterLines implements Content {

    @Override
    public String staging() {
        return "staged_meter";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                needed("METER_ID", Forms.text(50)),
                needed("SERIAL", new SerialForm()),
                optional("MODEL", Forms.text(100)),
                needed("DIGITS", Numbers.whole(3, 9)),
                optional("SEAL_NO", Forms.text(50)),
                optional("INSTALLED", Times.day()),
                optional("VERIFIED", Times.day()),
                optional("VALID_TO", Times.day()),
                optional("TCORR", Forms.flag(), "0"),
                needed("STATUS", Forms.oneOf("ACTIVE", "REMOVED", "BROKEN", "ON_VERIFICATION")),
                optional("FIRST_VALUE", Numbers.whole(0, 999_999_999), "0"),
                optional("LAST_DATE", Times.day()),
                optional("LAST_VALUE", Numbers.whole(0, 999_999_999)));
    }

    /// A serial number, staged as written and then as guesses are compared with it.
    private record SerialForm() implements Form {
        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            var refused = Forms.text(50).write(bytes, from, to, row);
            if (refused != null) {
                return refused;
            }
            var key = Serials.key(Forms.string(bytes, from, to));
            if (key.isEmpty()) {
                return Reason.BAD_TEXT;
            }
            row.column();
            row.text(key);
            return null;
        }

        @Override
        public String expected() {
            return "50";
        }
    }

    @Override
    public Key key() {
        return new Key(List.of("ACCOUNT", "METER_ID"), "account_id, meter_id", "METER_ID");
    }

    @Override
    public List<Check> checks() {
        return List.of(Content.unknownAccount(staging()), new Check(Reason.ENDS_BEFORE_START, "VALID_TO", """
                        select line, valid_to::text as detail from staged_meter where valid_to < verified
                        """));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        return batch.mergeOrWhole(RegisterKind.METERS, """
                insert into meter
                    (account_id, meter_id, serial, serial_key, model, digits, seal_no, installed, verified, valid_to,
                     temperature_corrected, status, first_value, last_date, last_value, as_of)
                select account_id, meter_id, serial, serial_key, model, digits, seal_no, installed, verified, valid_to,
                       temperature_corrected, status, first_value, last_date, last_value, :asOf
                from staged_meter s
                where not exists (
                    select from meter m where m.account_id = s.account_id and m.meter_id = s.meter_id)
                order by account_id, meter_id
                on conflict (account_id, meter_id) do nothing
                """, """
                update meter m
                set serial = s.serial, serial_key = s.serial_key, model = s.model, digits = s.digits, seal_no = s.seal_no,
                    installed = s.installed, verified = s.verified, valid_to = s.valid_to,
                    temperature_corrected = s.temperature_corrected, status = s.status, first_value = s.first_value,
                    last_date = s.last_date, last_value = s.last_value, as_of = :asOf
                from staged_meter s
                where m.account_id = s.account_id and m.meter_id = s.meter_id and m.as_of <= :asOf
                  and (m.serial, m.model, m.digits, m.seal_no, m.installed, m.verified, m.valid_to,
                       m.temperature_corrected, m.status, m.first_value, m.last_date, m.last_value)
                      is distinct from
                      (s.serial, s.model, s.digits, s.seal_no, s.installed, s.verified, s.valid_to,
                       s.temperature_corrected, s.status, s.first_value, s.last_date, s.last_value)
                """, """
                update meter m
                set as_of = :asOf
                from staged_meter s
                where m.account_id = s.account_id and m.meter_id = s.meter_id and m.as_of < :asOf
                """, """
                select count(*) from staged_meter s join meter m on m.account_id = s.account_id and m.meter_id = s.meter_id where m.as_of > :asOf
                """, """
                select count(*)
                from meter m
                join account a on a.account_id = m.account_id
                where a.supplier = :supplier
                """);
    }
}
