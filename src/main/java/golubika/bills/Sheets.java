package golubika.bills;

import golubika.bills.Sheet.Cell;
import golubika.bills.Sheet.Fact;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.suppliers.Payee;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a bill into words.
@Component
public class Sheets {

    private final Texts texts;
    private final BillCode code;
    private final LinesInWords lines;
    private final MetersInWords meters;
    private final SlipInWords slip;
    private final NotesOnBill notes;

    Sheets(Texts texts, BillCode code) {
        this.texts = texts;
        this.code = code;
        this.lines = new LinesInWords(texts);
        this.meters = new MetersInWords(texts);
        this.slip = new SlipInWords(lines, texts);
        this.notes = new NotesOnBill(texts);
    }

    public Sheet of(Bill bill) {
        var qr = code.of(bill).map(payment -> QrCode.of(payment.write())).orElse(null);
        return new Sheet(
                texts.of("bills.sheet.title", Format.month(bill.month()).toLowerCase(java.util.Locale.ROOT)),
                texts.of("bills.sheet.supplier", bill.supplier().fullName()),
                bill.supplier().payees().stream().anyMatch(Payee::isExample) ? texts.of("bills.sheet.example") : null,
                facts(bill),
                sumLabel(bill),
                roubles(bill.toPay().abs()),
                qr,
                beside(bill, qr),
                lines.charges(bill),
                lines.settled(bill),
                meters.table(bill),
                notes.of(bill),
                slip(bill));
    }

    private List<Fact> facts(Bill bill) {
        var facts = new ArrayList<Fact>();
        var account = bill.account();
        facts.add(new Fact(texts.of("bills.sheet.account"), bill.printedNumber(), true));
        add(facts, "holder", account.holder());
        add(facts, "address", account.address());
        var area = account.area() == null ? null : texts.of("bills.sheet.m2", Format.plain(account.area()));
        var people = account.residents() == null
                ? null
                : account.residents() + " " + texts.plural("bills.sheet.people", account.residents());
        if (area != null && people != null) {
            add(facts, "home", area + ", " + people);
        } else {
            add(facts, "area", area);
            add(facts, "residents", people);
        }
        if (bill.pin() != null) {
            facts.add(new Fact(texts.of("bills.sheet.pin"), bill.pin(), true));
        }
        return facts;
    }

    private void add(List<Fact> facts, String what, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(texts.of("bills.sheet." + what), value, false));
        }
    }

    private String sumLabel(Bill bill) {
        if (bill.toPay().isNegative()) {
            return texts.of("bills.sheet.overpaid");
        }
        return bill.dueDate() == null || bill.toPay().isZero()
                ? texts.of("bills.sheet.to-pay")
                : texts.of("bills.sheet.to-pay-by", Format.numericDate(bill.dueDate()));
    }

    private String beside(Bill bill, @Nullable QrCode qr) {
        if (qr == null) {
            return texts.of(bill.payable().isZero() ? "bills.sheet.nothing-to-pay" : "bills.sheet.no-details");
        }
        return bill.payable().equals(bill.toPay())
                ? texts.of("bills.sheet.qr")
                : texts.of("bills.sheet.qr-rest", roubles(bill.payable()));
    }

    private Sheet.Slip slip(Bill bill) {
        var digits = bill.printedNumber()
                .chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .toList();
        var payees = bill.supplier().payees().stream().filter(Payee::isSound).toList();
        var total = bill.payable();
        return new Sheet.Slip(
                payees.isEmpty() ? null : payee(payees.getFirst()),
                payees.stream().map(payee -> account(payee, payees.getFirst())).toList(),
                digits,
                texts.of("bills.slip.digits", digits.size(), texts.plural("bills.slip.digits.count", digits.size())),
                Format.month(bill.month()).toUpperCase(java.util.Locale.ROOT),
                slip.rows(bill),
                texts.of(
                        "bills.slip.sum",
                        Format.number(total.kopecks() / 100),
                        "%02d".formatted(total.kopecks() % 100)));
    }

    private String payee(Payee payee) {
        return texts.of(
                payee.kpp().isEmpty() ? "bills.slip.payee.sole" : "bills.slip.payee",
                payee.name(),
                payee.inn(),
                payee.kpp(),
                payee.bank());
    }

    // The first payee's bank stands above the accounts.
    private String account(Payee payee, Payee first) {
        var account = texts.of(
                "bills.slip.account." + payee.purpose(), payee.account(), payee.bic(), payee.correspondentAccount());
        return payee.bank().equals(first.bank()) ? account : texts.of("bills.slip.account.bank", account, payee.bank());
    }

    /// `1 956,85 руб.`: fonts of printers know the rouble sign less often than the word.
    private String roubles(Money sum) {
        return texts.of("bills.roubles", Format.amount(sum));
    }

    static Cell sum(Money sum) {
        return Cell.number(Format.amount(sum));
    }
}
