package golubika.payments.web;

import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.charges.Forecast;
import golubika.payments.Order;
import golubika.site.FieldErrors;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.values.EmailAddress;
import golubika.values.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reckons what a form comes to, and says at each field what is wrong with it.
@Component
class Reckoning {

    private final ReadingsWithPayment readings;
    private final Texts texts;

    Reckoning(ReadingsWithPayment readings, Texts texts) {
        this.readings = readings;
        this.texts = texts;
    }

    Reckoned of(Link link, Debt debt, PayForm form) {
        var lines = readings.lines(link, form.typed());
        var reckoned = switch (form.what()) {
            case DEBT -> debt(debt, lines);
            case OWN -> own(OwnSum.parse(form.sum()), lines);
            case READINGS -> withReadings(link, debt, readings.looked(link, lines));
        };
        return isMail(form.mail()) ? reckoned : reckoned.and("mail", texts.of("payments.pay.mail.wrong"));
    }

    private Reckoned debt(Debt debt, List<ReadingLine> lines) {
        return Order.isPayable(debt.amount())
                ? new Reckoned(debt.amount(), FieldErrors.NONE, lines)
                : new Reckoned(null, FieldErrors.of("what-own", texts.of("payments.pay.no-debt")), lines);
    }

    private Reckoned own(OwnSum sum, List<ReadingLine> lines) {
        return switch (sum) {
            case OwnSum.Sum(var amount) -> new Reckoned(amount, FieldErrors.NONE, lines);
            case OwnSum.Blank _ -> refused("sum", texts.of("payments.pay.sum.blank"), lines);
            case OwnSum.NotANumber _ -> refused("sum", texts.of("payments.pay.sum.not-a-number"), lines);
            case OwnSum.FractionOfKopeck _ -> refused("sum", texts.of("payments.pay.sum.fraction"), lines);
            case OwnSum.TooLittle _ ->
                refused("sum", texts.of("payments.pay.sum.too-little", Format.money(Order.LEAST)), lines);
            case OwnSum.TooMuch _ ->
                refused("sum", texts.of("payments.pay.sum.too-much", Format.money(Order.MOST)), lines);
        };
    }

    private Reckoned withReadings(Link link, Debt debt, List<ReadingLine> lines) {
        if (lines.isEmpty()) {
            return refused("what-own", texts.of("payments.reading.none"), lines);
        }
        if (lines.stream().allMatch(line -> line.typed().isEmpty())) {
            var first = readings.look(link, lines.getFirst());
            return refused(lines.getFirst().field(), Objects.requireNonNull(first.error()), lines);
        }
        var errors = FieldErrors.NONE;
        var total = debt.amount();
        for (var line : lines) {
            var said = Optional.ofNullable(line.error()).or(() -> Optional.ofNullable(line.question()));
            if (said.isPresent()) {
                errors = errors.and(line.field(), said.get());
            } else if (line.forecast() != null) {
                var price = price(line.forecast());
                total = total.plus(price.orElse(Money.ZERO));
                errors = price.isPresent() ? errors : errors.and(line.field(), texts.of("payments.reading.no-price"));
            }
        }
        if (errors.any()) {
            return new Reckoned(null, errors, lines);
        }
        return Order.isPayable(total)
                ? new Reckoned(total, errors, lines)
                : refused(lines.getFirst().field(), unpayable(total), lines);
    }

    private String unpayable(Money total) {
        return total.compareTo(Order.MOST) > 0
                ? texts.of("payments.pay.sum.too-much", Format.money(Order.MOST))
                : texts.of("payments.reading.overpaid");
    }

    private static Optional<Money> price(Forecast forecast) {
        return Optional.ofNullable(forecast.sum());
    }

    private static Reckoned refused(String field, String sentence, List<ReadingLine> lines) {
        return new Reckoned(null, FieldErrors.of(field, sentence), lines);
    }

    // Who sends the receipt knows addresses by their ASCII form alone.
    private static boolean isMail(String text) {
        return EmailAddress.read(text).flatMap(EmailAddress::ascii).isPresent();
    }
}
