package golubika.accounts.web;

import golubika.site.Texts;
import golubika.suppliers.AccountNumberFormat;
import golubika.suppliers.AccountNumberFormat.Parsed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is wrong with an account number, in words.
@Component
class NumberWords {

    private final Texts texts;

    NumberWords(Texts texts) {
        this.texts = texts;
    }

    /// Null for a number that may be right.
    @Nullable
    String fault(AccountNumberFormat format, Parsed parsed) {
        return switch (parsed) {
            case Parsed.Canonical _ -> null;
            case Parsed.Empty _ -> texts.of("accounts.connect.empty");
            case Parsed.NotDigits _ -> texts.of("accounts.connect.not-digits");
            case Parsed.WrongLength(var typed, var missing) ->
                texts.of("accounts.connect.length", missing ? least(format) : most(format), typed);
        };
    }

    /// The same while it is being typed: quiet as long as more digits can make it right.
    @Nullable
    String faultSoFar(AccountNumberFormat format, Parsed parsed) {
        return switch (parsed) {
            case Parsed.Empty _ -> null;
            case Parsed.WrongLength(var _, var missing) when missing -> null;
            case Parsed.Canonical _, Parsed.NotDigits _, Parsed.WrongLength _ -> fault(format, parsed);
        };
    }

    private String least(AccountNumberFormat format) {
        var digits = format.minDigits();
        return digits == format.maxDigits()
                ? texts.of("accounts.connect.digits-exactly", digits, texts.plural("accounts.connect.digits", digits))
                : texts.of(
                        "accounts.connect.digits-at-least", digits, texts.plural("accounts.connect.of-digits", digits));
    }

    private String most(AccountNumberFormat format) {
        var digits = format.maxDigits();
        return format.minDigits() == digits
                ? least(format)
                : texts.of(
                        "accounts.connect.digits-at-most", digits, texts.plural("accounts.connect.of-digits", digits));
    }
}
