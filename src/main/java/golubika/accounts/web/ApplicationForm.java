package golubika.accounts.web;

import golubika.accounts.PinApplication.Written;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.values.PlainText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the browser sends of a PIN application; a field that is missing counts as empty.
record ApplicationForm(
        @Nullable String fullName,
        @Nullable String address,
        @Nullable String serial,
        @Nullable String comment) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_SERIAL = 60;
    private static final int LONGEST_COMMENT = 1000;

    Written written() {
        return new Written(plain(fullName), plain(address), plain(serial), plain(comment));
    }

    /// What is wrong with its form; whether it is right is for the supplier to say.
    FieldErrors errors(Texts texts) {
        var written = written();
        var errors = FieldErrors.NONE;
        if (written.fullName().isEmpty()) {
            errors = errors.and("fullName", texts.of("accounts.application.full-name.missing"));
        } else if (!isTwoWords(written.fullName())) {
            errors = errors.and("fullName", texts.of("accounts.application.full-name.short"));
        }
        if (written.address().isEmpty()) {
            errors = errors.and("address", texts.of("accounts.application.address.missing"));
        } else if (!namesHouse(written.address())) {
            errors = errors.and("address", texts.of("accounts.application.address.short"));
        }
        errors = within(errors, "fullName", written.fullName(), LONGEST_NAME, texts);
        errors = within(errors, "address", written.address(), LONGEST_ADDRESS, texts);
        errors = within(errors, "serial", written.serial(), LONGEST_SERIAL, texts);
        return within(errors, "comment", written.comment(), LONGEST_COMMENT, texts);
    }

    private static boolean isTwoWords(String name) {
        return Arrays.stream(name.split(" "))
                        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                        .limit(2)
                        .count()
                == 2;
    }

    // A number after a name. One pass, like all that looks at what strangers type: what is too long is looked at too.
    private static boolean namesHouse(String address) {
        return address.codePoints()
                .dropWhile(letter -> !Character.isLetter(letter))
                .anyMatch(Character::isDigit);
    }

    private static FieldErrors within(FieldErrors errors, String field, String text, int longest, Texts texts) {
        return text.length() <= longest
                ? errors
                : errors.and(field, texts.of("accounts.application.too-long", longest));
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : PlainText.of(typed);
    }
}
