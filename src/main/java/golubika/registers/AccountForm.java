package golubika.registers;

import golubika.accounts.AccountId;
import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.Supplier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An account number as a billing or a bank writes it: brought to the supplier's canonical form, and staged after the
/// id that follows from it. The lines of one account usually come together, so the last one is remembered.
final class AccountForm implements Form {

    private final Supplier supplier;
    private byte[] lastWritten = {};
    private long lastId;
    private String lastNumber = "";

    AccountForm(Supplier supplier) {
        this.supplier = supplier;
    }

    @Override
    public @Nullable Reason write(byte[] bytes, int from, int to, StagedRows row) {
        if (!Arrays.equals(lastWritten, 0, lastWritten.length, bytes, from, to)) {
            var parsed = supplier.accountNumber().parse(Forms.string(bytes, from, to));
            if (!(parsed instanceof AccountNumberFormat.Parsed.Canonical(var number))) {
                return Reason.BAD_ACCOUNT_NUMBER;
            }
            lastWritten = Arrays.copyOfRange(bytes, from, to);
            lastId = AccountId.of(supplier.code(), number).value();
            lastNumber = number;
        }
        row.account(lastId, lastNumber);
        return null;
    }

    @Override
    public String expected() {
        return supplier.accountNumber().example();
    }
}
