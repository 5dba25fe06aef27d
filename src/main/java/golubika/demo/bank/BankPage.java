package golubika.demo.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the bank's templates show.
///
/// @param payment   the payment that is asked for; null on pages that are about none
/// @param sum       in roubles, as people read it
/// @param about     what the shop says it is for
/// @param language  the protocol in which the shop has ordered it; empty on pages that are about no payment
/// @param waiting   whether it can still be paid
/// @param comingBack where the shop wants the person afterwards
/// @param moods     how the bank behaves at the moment
public record BankPage(
        @Nullable String payment,
        String sum,
        String about,
        String language,
        boolean waiting,
        String comingBack,
        Set<Mood> moods) {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages/demo-bank", Locale.ROOT);

    static BankPage ofNothing(Set<Mood> moods) {
        return new BankPage(null, "", "", "", false, "", moods);
    }

    public String text(String key) {
        return TEXTS.getString("demo-bank." + key);
    }

    public List<Mood> allMoods() {
        return Arrays.asList(Mood.values());
    }
}
