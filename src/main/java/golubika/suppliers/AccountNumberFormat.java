package golubika.suppliers;

import java.util.List;
import java.util.Objects;

/// How a supplier writes account numbers. The canonical form is digits only, as the billing keys them;
/// people may type spaces and dashes, and leading zeros where the supplier prints but does not count them.
///
/// @param minDigits            fewest digits of the canonical form
/// @param maxDigits            most digits of the canonical form
/// @param leadingZerosDropped  zeros in front belong to the printed form only («023-185952» is 23185952)
/// @param printedGroups        sizes of the printed groups, padded with zeros on the left; empty prints the canonical
/// form
/// @param hint                 what the supplier tells beside the field, in its own words
/// @param example              a canonical number that people can compare theirs with
public record AccountNumberFormat(
        int minDigits,
        int maxDigits,
        boolean leadingZerosDropped,
        List<Integer> printedGroups,
        String hint,
        String example) {

    private static final String SEPARATORS = " \u00a0\u202f\u2009\t-\u2010\u2011\u2012\u2013\u2014\u2212";

    public AccountNumberFormat {
        Objects.requireNonNull(hint, "hint is missing");
        Objects.requireNonNull(example, "example is missing");
        printedGroups = printedGroups == null ? List.of() : List.copyOf(printedGroups);
        if (minDigits < 1 || maxDigits < minDigits || maxDigits > 20) {
            throw new IllegalArgumentException(
                    "account numbers need 1 to 20 digits, not " + minDigits + " to " + maxDigits);
        }
    }

    /// What became of a number as somebody wrote it.
    public sealed interface Parsed {
        record Canonical(String number) implements Parsed {}

        record Empty() implements Parsed {}

        record NotDigits() implements Parsed {}

        /// @param digits  how many were written, with zeros in front
        /// @param missing more digits would make it right
        record WrongLength(int digits, boolean missing) implements Parsed {}
    }

    /// Brings a written number to its canonical form, the same for forms, registers and search.
    public Parsed parse(String written) {
        var digits = new StringBuilder(written.length());
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (SEPARATORS.indexOf(c) < 0) {
                return new Parsed.NotDigits();
            }
        }
        if (digits.isEmpty()) {
            return new Parsed.Empty();
        }
        var number = leadingZerosDropped ? withoutLeadingZeros(digits) : digits.toString();
        var fits = number.length() >= minDigits && number.length() <= maxDigits;
        return fits
                ? new Parsed.Canonical(number)
                : new Parsed.WrongLength(digits.length(), number.length() < minDigits);
    }

    /// The number as the supplier prints it on bills.
    public String print(String canonical) {
        if (printedGroups.isEmpty()) {
            return canonical;
        }
        var width = printedGroups.stream().mapToInt(Integer::intValue).sum();
        var digits = "0".repeat(Math.max(0, width - canonical.length())) + canonical;
        var printed = new StringBuilder();
        var from = 0;
        for (var i = 0; i < printedGroups.size(); i++) {
            var last = i == printedGroups.size() - 1;
            var to = last ? digits.length() : from + printedGroups.get(i);
            printed.append(i == 0 ? "" : "-").append(digits, from, to);
            from = to;
        }
        return printed.toString();
    }

    private static String withoutLeadingZeros(CharSequence digits) {
        var from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.subSequence(from, digits.length()).toString();
    }
}
