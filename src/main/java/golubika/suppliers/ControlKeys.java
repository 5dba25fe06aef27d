package golubika.suppliers;

/// The control digits of Russian bank details (`domain` 6.3). Each answers false for what has another form as well.
final class ControlKeys {

    private static final int[] ACCOUNT = {7, 1, 3};
    private static final int[] INN_10 = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_11 = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_12 = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final String FIRST_BANK = "050";

    private ControlKeys() {}

    /// An account of a bank's client. Those that the Bank of Russia keeps itself are reckoned as its own are.
    static boolean ofAccount(String bic, String account) {
        var place = bic.substring(6);
        return fits(place.compareTo(FIRST_BANK) < 0 ? settlement(bic) : place, account);
    }

    /// A bank's account at the Bank of Russia.
    static boolean ofCorrespondentAccount(String bic, String account) {
        return fits(settlement(bic), account);
    }

    /// A taxpayer's number of 10 or 12 digits.
    static boolean ofInn(String inn) {
        return switch (inn.length()) {
            case 10 -> digit(inn, 9) == control(inn, INN_10);
            case 12 -> digit(inn, 10) == control(inn, INN_11) && digit(inn, 11) == control(inn, INN_12);
            default -> false;
        };
    }

    private static String settlement(String bic) {
        return "0" + bic.substring(4, 6);
    }

    private static boolean fits(String prefix, String account) {
        var digits = prefix + account;
        if (!digits.matches("\\d{23}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            sum += digit(digits, i) * ACCOUNT[i % ACCOUNT.length] % 10;
        }
        return sum % 10 == 0;
    }

    private static int control(String digits, int[] weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += digit(digits, i) * weights[i];
        }
        return sum % 11 % 10;
    }

    private static int digit(String digits, int place) {
        return digits.charAt(place) - '0';
    }
}
