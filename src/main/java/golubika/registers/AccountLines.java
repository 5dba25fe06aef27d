package golubika.registers;

import static golubika.registers.Column.needed;
import static golubika.registers.Column.optional;

import golubika.accounts.AccountId;
import golubika.accounts.Pins;
import golubika.bills.PrintedPins;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ACCOUNTS: whose homes the supplier serves. A line says everything about its account, except that an empty PIN
/// leaves the one that is known. Accounts that a file does not name stay as they are.
final class AccountLines implements Content {

    @Override
    public String staging() {
        return "staged_account";
    }

    @Override
    public List<Column> columns(Terms terms) {
        return List.of(
                needed("ACCOUNT", new AccountForm(terms.supplier())),
                optional("ELS", Forms.text(20)),
                optional("FIO", Forms.text(200)),
                optional("ADDRESS", Forms.text(400)),
                optional("FIAS", Forms.text(36)),
                optional("AREA", Numbers.decimal(7, 2)),
                optional("RESIDENTS", Numbers.whole(0, 999)),
                needed("DIRECTION", Forms.oneOf(terms.supplier().directions().keySet())),
                optional("PIN", PinForm.of(terms), PinForm.NONE),
                optional("EMAIL", Forms.text(254)),
                optional("PHONE", Forms.text(20)),
                needed("STATUS", Forms.oneOf("ACTIVE", "CLOSED")),
                optional("CONTRACT_NO", Forms.text(50)),
                optional("CONTRACT_DATE", Times.day()));
    }

    /// A PIN of 4 to 8 digits, staged as its keyed hash, and encrypted where the supplier prints it on bills.
    private record PinForm(Pins pins, @Nullable PrintedPins printed) implements Form {

        static final String NONE = "\\N\t\\N";

        static PinForm of(Terms terms) {
            return new PinForm(terms.pins(), terms.supplier().switches().pinOnBill() ? terms.printed() : null);
        }

        @Override
        public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
            if (to - from < 4 || to - from > 8) {
                return Reason.BAD_PIN;
            }
            for (var i = from; i < to; i++) {
                if (bytes[i] < '0' || bytes[i] > '9') {
                    return Reason.BAD_PIN;
                }
            }
            var account = new AccountId(row.account());
            var pin = Forms.string(bytes, from, to);
            binary(row, pins.hash(account, pin));
            row.column();
            if (printed == null) {
                row.none();
            } else {
                binary(row, printed.seal(account, pin));
            }
            return null;
        }

        private static void binary(StagedRows row, byte[] bytes) {
            row.ascii("\\\\x");
            row.ascii(HexFormat.of().formatHex(bytes));
        }

        @Override
        public boolean mayBeTold() {
            return false;
        }
    }

    @Override
    public Key key() {
        return new Key(List.of("ACCOUNT"), "account_id", "ACCOUNT");
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check(Reason.NUMBER_COLLISION, "ACCOUNT", """
                        select s.line, s.account_no as detail
                        from staged_account s
                        join account a on a.account_id = s.account_id
                        where a.account_no <> s.account_no or a.supplier <> :supplier
                        """));
    }

    @Override
    public Report.Counts merge(Batch batch) {
        var counts = mergeAccounts(batch);
        keepPrintedPins(batch);
        return counts;
    }

    /// A copy is kept only of the PIN that is the account's by now, and written anew only where that has changed: each
    /// is encrypted differently.
    private static void keepPrintedPins(Batch batch) {
        batch.update("""
                delete from printed_pin p
                using account a
                where a.account_id = p.account_id and a.supplier = :supplier and a.pin_hash is distinct from p.pin_hash
                """);
        batch.update("""
                insert into printed_pin (account_id, pin_hash, sealed)
                select s.account_id, s.pin_hash, s.pin_sealed
                from staged_account s
                join account a on a.account_id = s.account_id and a.pin_hash = s.pin_hash
                where s.pin_sealed is not null
                  and not exists (
                    select from printed_pin p where p.account_id = s.account_id and p.pin_hash = s.pin_hash)
                order by s.account_id
                on conflict (account_id) do update set pin_hash = excluded.pin_hash, sealed = excluded.sealed
                """);
    }

    private static Report.Counts mergeAccounts(Batch batch) {
        return batch.mergeOrWhole(RegisterKind.ACCOUNTS, """
                insert into account
                    (account_id, supplier, account_no, els, holder, address, fias, area, residents, direction, pin_hash,
                     email, phone, status, contract_no, contract_date, as_of)
                select account_id, :supplier, account_no, els, holder, address, fias, area, residents, direction, pin_hash,
                       email, phone, status, contract_no, contract_date, :asOf
                from staged_account s
                where not exists (select from account a where a.account_id = s.account_id)
                order by account_id
                on conflict (account_id) do nothing
                """, """
                update account a
                set els = s.els, holder = s.holder, address = s.address, fias = s.fias, area = s.area,
                    residents = s.residents, direction = s.direction, pin_hash = coalesce(s.pin_hash, a.pin_hash),
                    email = s.email, phone = s.phone, status = s.status, contract_no = s.contract_no,
                    contract_date = s.contract_date, as_of = :asOf
                from staged_account s
                where a.account_id = s.account_id and a.as_of <= :asOf
                  and (a.els, a.holder, a.address, a.fias, a.area, a.residents, a.direction, a.pin_hash, a.email, a.phone,
                       a.status, a.contract_no, a.contract_date)
                      is distinct from
                      (s.els, s.holder, s.address, s.fias, s.area, s.residents, s.direction,
                       coalesce(s.pin_hash, a.pin_hash), s.email, s.phone, s.status, s.contract_no, s.contract_date)
                """, """
                update account a
                set as_of = :asOf
                from staged_account s
                where a.account_id = s.account_id and a.as_of < :asOf
                """, """
                select count(*) from staged_account s join account a on a.account_id = s.account_id where a.as_of > :asOf
                """, """
                select count(*) from account where supplier = :supplier
                """);
    }
}
