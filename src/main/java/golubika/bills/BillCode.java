package golubika.bills;

import golubika.site.Texts;
import golubika.suppliers.Payee;
import golubika.values.PaymentCode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The payment code of a bill (ГОСТ Р 56042-2014), for the account that banks pay to.
@Component
class BillCode {

    /// As much as a code of 89 modules holds with correction M: at 27 mm each is 0.3 mm wide, which phones still read
    /// from what an office printer prints. Whoever lives at a longer address is not named in it.
    static final int MOST_BYTES = 560;

    private static final int LONGEST_PURPOSE = 160;
    private static final String HOUSING = "02";
    private static final List<String> SPARED_FIRST = List.of("PayerAddress", "MiddleName", "FirstName", "LastName");

    private final Texts texts;

    BillCode(Texts texts) {
        this.texts = texts;
    }

    /// Empty where there is nothing to pay, and where the supplier has told no account for banks.
    Optional<PaymentCode> of(Bill bill) {
        return bill.payable().isZero()
                ? Optional.empty()
                : bill.supplier().payee(Payee.Purpose.BANK).map(payee -> fitting(fields(bill, payee)));
    }

    private Map<String, String> fields(Bill bill, Payee payee) {
        var period = bill.month().month();
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", payee.name());
        fields.put("PersonalAcc", payee.account());
        fields.put("BankName", payee.bank());
        fields.put("BIC", payee.bic());
        fields.put("CorrespAcc", payee.correspondentAccount());
        fields.put("PayeeINN", payee.inn());
        put(fields, "KPP", payee.kpp());
        fields.put("PersAcc", bill.number());
        putHolder(fields, bill.account().holder());
        put(fields, "PayerAddress", bill.account().address());
        fields.put("PaymPeriod", "%02d%d".formatted(period.getMonthValue(), period.getYear()));
        fields.put("Category", texts.of("bills.code.category"));
        fields.put("Purpose", purpose(bill));
        fields.put("Sum", Long.toString(bill.payable().kopecks()));
        fields.put("TechCode", HOUSING);
        return fields;
    }

    private String purpose(Bill bill) {
        var month = bill.month().month();
        var purpose = texts.of(
                "bills.code.purpose", bill.number(), "%02d.%d".formatted(month.getMonthValue(), month.getYear()));
        return purpose.substring(0, Math.min(LONGEST_PURPOSE, purpose.length()));
    }

    // «Клюквина Анна Петровна»; what is written otherwise, «Ягодкина В. П.» or a company, stands whole.
    private static void putHolder(Map<String, String> fields, @Nullable String holder) {
        if (holder == null || holder.isBlank()) {
            return;
        }
        var names = holder.strip().split("\\s+");
        if (names.length == 3) {
            fields.put("LastName", names[0]);
            fields.put("FirstName", names[1]);
            fields.put("MiddleName", names[2]);
        } else {
            fields.put("LastName", holder.strip());
        }
    }

    private static void put(Map<String, String> fields, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, value.strip());
        }
    }

    private static PaymentCode fitting(Map<String, String> fields) {
        for (var spared : SPARED_FIRST) {
            if (bytes(fields) <= MOST_BYTES) {
                break;
            }
            fields.remove(spared);
        }
        return new PaymentCode(fields);
    }

    private static int bytes(Map<String, String> fields) {
        return 8
                + fields.entrySet().stream()
                        .mapToInt(field ->
                                (field.getKey() + "=" + field.getValue() + "|").getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                - 1;
    }
}
