package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.site.PortalAddress;
import golubika.subscribers.Login;
import golubika.subscribers.Token;
import golubika.suppliers.SupplierCode;
import golubika.testing.ASupplier;
import golubika.testing.PortalTest;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class AccountLettersTest {

    private static final Login PHONE = Login.of("+79001234567");
    private static final int TWO_PARTS = 2 * 67;
    private static final int LONG_HOST = "https://lk.mrg-pyatigorsk.example".length();

    @Autowired
    AccountLetters letters;

    @Autowired
    PortalAddress address;

    @Test
    void an_sms_takes_two_parts_at_most_even_where_the_portal_has_a_long_name() {
        var link = new Link(
                new AccountId(-1), ASupplier.usual(new SupplierCode("sms")), "0023185952", AccessLevel.FULL, null);
        var path = "/invitations/" + link.account() + "/" + Token.fit(PHONE).value();
        var all = Stream.of(
                letters.about("guessed", link).apply(PHONE),
                letters.leadingToPeople("opened", link, "+7 900 …-68").apply(PHONE),
                letters.leadingToPeople("joined", link, "+7 900 …-68").apply(PHONE),
                letters.leadingToPeople("left", link, "+7 900 …-68").apply(PHONE),
                letters.rights(link, Rights.OWN).apply(PHONE),
                letters.ended("ended", link).apply(PHONE),
                letters.ended("ended-with", link).apply(PHONE),
                letters.invitation(PHONE, path, link, "+7 900 …-68", Instant.parse("2026-09-30T09:00:00Z")));

        assertThat(all).allSatisfy(sms -> {
            assertThat(sms.text().length() - address.origin().length() + LONG_HOST)
                    .as(sms.text())
                    .isLessThanOrEqualTo(TWO_PARTS);
            assertThat(sms.link()).isNotNull();
        });
    }
}
