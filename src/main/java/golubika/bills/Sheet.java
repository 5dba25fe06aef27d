package golubika.bills;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The A4 sheet of a bill in the words that stand on it, the same for the page and for the PDF.
///
/// @param example  that nothing can be paid by these bank details; null for real ones
/// @param facts    whose bill it is
/// @param sumLabel what the large sum is: «К оплате до 15.11.2026»
/// @param qr       null where there is nothing to pay
/// @param beside   how to use the code, or why there is none
/// @param slip     what stands on both slips, «Извещение» and «Квитанция»
public record Sheet(
        String title,
        String supplier,
        @Nullable String example,
        List<Fact> facts,
        String sumLabel,
        String sum,
        @Nullable QrCode qr,
        String beside,
        Table lines,
        Table settled,
        Table meters,
        List<String> notes,
        Slip slip) {

    public Sheet {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    public record Fact(String label, String value, boolean strong) {}

    /// @param head empty for a table whose first column names its rows
    public record Table(String heading, List<Cell> head, List<Row> rows) {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        int columns() {
            return head.isEmpty()
                    ? rows.getFirst().cells().stream().mapToInt(Cell::span).sum()
                    : head.size();
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /// @param number stands on the right and in one line
    /// @param span   columns that it covers
    public record Cell(String text, boolean number, boolean strong, int span) {

        static Cell words(String text) {
            return new Cell(text, false, false, 1);
        }

        static Cell number(String text) {
            return new Cell(text, true, false, 1);
        }

        Cell bold() {
            return new Cell(text, number, true, span);
        }

        Cell over(int columns) {
            return new Cell(text, number, strong, columns);
        }
    }

    /// @param payee    null where the supplier has told no bank details
    /// @param accounts the ways to pay, one sentence each
    /// @param digits   the account's number, one cell for each
    /// @param rows     seven columns: month, paid and previous reading, volume, price, charged, benefit
    public record Slip(
            @Nullable String payee,
            List<String> accounts,
            List<String> digits,
            String digitsRule,
            String month,
            List<Row> rows,
            String total) {
        public Slip {
            accounts = List.copyOf(accounts);
            digits = List.copyOf(digits);
            rows = List.copyOf(rows);
        }
    }
}
