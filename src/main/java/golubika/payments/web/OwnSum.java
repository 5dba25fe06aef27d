package golubika.payments.web;

import golubika.payments.Order;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A sum as people type it: «1956,85», «1 956.85 ₽», «1956 руб.».
sealed interface OwnSum {

    Pattern BESIDE = Pattern.compile(
            "[\\s\\u00a0\\u2009\\u202f]|(₽|руб\\.?|р\\.?)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]+)?");
    Pattern MORE_THAN_KOPECKS = Pattern.compile(".*\\.[0-9]{2}[0-9]*[1-9][0-9]*");

    record Sum(Money amount) implements OwnSum {}

    record Blank() implements OwnSum {}

    record NotANumber() implements OwnSum {}

    record FractionOfKopeck() implements OwnSum {}

    record TooLittle() implements OwnSum {}

    record TooMuch() implements OwnSum {}

    static OwnSum parse(String typed) {
        var number = BESIDE.matcher(typed).replaceAll("").replace(',', '.');
        if (number.isEmpty()) {
            return new Blank();
        }
        if (!NUMBER.matcher(number).matches()) {
            return new NotANumber();
        }
        if (MORE_THAN_KOPECKS.matcher(number).matches()) {
            return new FractionOfKopeck();
        }
        var amount = Money.exactlyFrom(new BigDecimal(number));
        if (amount.compareTo(Order.LEAST) < 0) {
            return new TooLittle();
        }
        return amount.compareTo(Order.MOST) > 0 ? new TooMuch() : new Sum(amount);
    }
}
