package golubika.bills;

import golubika.charges.Charge;
import golubika.metering.ReadingPeriod;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.List;

/// What a bill says in sentences: how old its data is, what is different about it, what to do next.
final class NotesOnBill {

    private final Texts texts;

    NotesOnBill(Texts texts) {
        this.texts = texts;
    }

    List<String> of(Bill bill) {
        var notes = new ArrayList<String>();
        if (bill.asOf() != null) {
            notes.add(texts.of("bills.note.as-of", Format.numericDate(bill.asOf())));
        }
        if (bill.account().closed()) {
            notes.add(texts.of("bills.note.closed"));
        }
        addMoney(bill, notes);
        bill.lines().stream()
                .filter(line -> !line.recalculated().isZero())
                .map(Charge::recalculatedFor)
                .filter(reason -> reason != null)
                .distinct()
                .forEach(reason -> notes.add(texts.of("bills.note.recalculated", reason)));
        if (bill.newest() && !bill.account().closed() && !bill.meters().isEmpty()) {
            var until = ReadingPeriod.of(bill.month().next(), bill.supplier()).until();
            notes.add(texts.of("bills.note.readings", Format.day(until)));
        }
        notes.add(texts.of("bills.note.smell"));
        return notes;
    }

    private void addMoney(Bill bill, List<String> notes) {
        if (bill.toPay().isNegative()) {
            notes.add(texts.of("bills.note.overpaid"));
        }
        if (bill.arrived().isPositive()) {
            notes.add(texts.of("bills.note.arrived", roubles(bill.arrived())));
        } else if (bill.arrived().isNegative()) {
            notes.add(texts.of("bills.note.taken-back", roubles(bill.arrived().negated())));
        }
        if (!bill.newest()) {
            notes.add(
                    bill.payable().isZero()
                            ? texts.of("bills.note.past.settled")
                            : texts.of("bills.note.past", roubles(bill.owedNow())));
        }
    }

    private String roubles(Money sum) {
        return texts.of("bills.roubles", Format.amount(sum));
    }
}
