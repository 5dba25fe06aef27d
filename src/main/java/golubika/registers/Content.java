package golubika.registers;

import golubika.accounts.Pins;
import golubika.bills.PrintedPins;
import golubika.suppliers.Supplier;
import java.time.LocalDate;
import java.util.List;

/// What registers of one kind say: their columns, what is checked over a whole file, how it comes into the tables.
interface Content {

    /// The table that the lines are staged in.
    String staging();

    /// The columns in the order in which they are staged; a file may have them in any order.
    List<Column> columns(Terms terms);

    /// The money column whose sum the last line of the file states; empty for kinds without one.
    default String total() {
        return "";
    }

    /// What tells one line of a file from another.
    Key key();

    /// What is checked beside the key.
    List<Check> checks();

    /// Brings the staged lines, all of them right, into the tables.
    Report.Counts merge(Batch batch);

    /// Notes the lines that do not follow from their own figures, after they were brought in; tells how many there are.
    default long doubtful(Batch batch) {
        return 0;
    }

    /// What the values of a file depend on.
    record Terms(Supplier supplier, LocalDate asOf, Pins pins, PrintedPins printed) {}

    /// Lines that are wrong among the others or beside what is stored.
    ///
    /// @param sql gives `line` and `detail`, what the sentence tells of it
    record Check(Reason reason, String field, String sql) {}

    /// The columns of a key, as the file and as the staging table call them.
    ///
    /// @param field the column at which a repetition is told
    record Key(List<String> columns, String staged, String field) {}

    /// Lines whose key a line before has used.
    default Check repeated() {
        return new Check(Reason.REPEATED_KEY, key().field(), """
                select s.line, first.line::text as detail
                from (select %2$s, min(line) as line from %1$s group by %2$s having count(*) > 1) first
                join %1$s s using (%2$s)
                where s.line > first.line
                """.formatted(staging(), key().staged()));
    }

    /// Lines of accounts that no ACCOUNTS register has named. The number is compared as well as the id, so that a
    /// line never reaches another account whose id happens to be the same.
    static Check unknownAccount(String staging) {
        return new Check(Reason.UNKNOWN_ACCOUNT, "ACCOUNT", """
                select s.line, s.account_no as detail
                from %s s
                where not exists (
                    select from account a
                    where a.account_id = s.account_id and a.supplier = :supplier and a.account_no = s.account_no)
                """.formatted(staging));
    }

    /// Lines of meters that no METERS register has named. `offset 0` keeps the question for the account, which has its
    /// own check, to the few lines without their meter.
    static Check unknownMeter(String staging) {
        return new Check(Reason.UNKNOWN_METER, "METER_ID", """
                select s.line, s.meter_id as detail
                from (
                    select line, account_id, meter_id
                    from %s s
                    where meter_id is not null
                      and not exists (select from meter m where m.account_id = s.account_id and m.meter_id = s.meter_id)
                    offset 0) s
                where exists (select from account a where a.account_id = s.account_id)
                """.formatted(staging));
    }

    /// Periods that end before they begin.
    static Check endsBeforeStart(String staging) {
        return new Check(Reason.ENDS_BEFORE_START, "VALID_TO", """
                select line, valid_to::text as detail from %s where valid_to < valid_from
                """.formatted(staging));
    }

    static Content of(RegisterKind kind) {
        return switch (kind) {
            case SUPPLIER -> throw new IllegalArgumentException("a supplier is described, not listed");
            case TARIFFS -> new TariffLines();
            case NORMS -> new NormLines();
            case ACCOUNTS -> new AccountLines();
            case METERS -> new MeterLines();
            case READINGS -> new ReadingLines();
            case CHARGES -> new ChargeLines();
            case PAYMENTS -> new PaymentLines();
            case ACK -> new AckLines();
            case BALANCES -> new BalanceLines();
        };
    }
}
