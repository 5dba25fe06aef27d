package golubika.charges;

import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.accounts.Proof;
import golubika.subscribers.SubscriberId;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the last bill has charged, however the sum is typed. It proves nothing where the number alone tells it: when
/// nothing else is owed, the debt is this very sum. Then the way is not offered.
@Component
class ChargeProof implements Proof {

    private static final Pattern BESIDE = Pattern.compile(
            "[\\s\\u00a0\\u2009\\u202f]|(₽|руб\\.?|р\\.?)(?=[\\s\\u00a0\\u2009\\u202f]*$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SUM = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,2})?");

    private final JdbcClient jdbc;

    ChargeProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "charge";
    }

    @Override
    public boolean isOffered(Link link) {
        return link.supplier().switches().fullByCharge()
                && secret(link.account()).isPresent();
    }

    @Override
    public boolean proves(SubscriberId subscriber, AccountId account, String typed) {
        var sum = BESIDE.matcher(typed).replaceAll("").replace(',', '.');
        return SUM.matcher(sum).matches()
                && secret(account)
                        .filter(Money.exactlyFrom(new BigDecimal(sum))::equals)
                        .isPresent();
    }

    /// The sum, where the basic version does not tell it.
    private Optional<Money> secret(AccountId account) {
        return jdbc.sql("""
                select accrued, saldo_out from balance
                where account_id = :account and service = ''
                order by month desc
                limit 1
                """)
                .param("account", account.value())
                .query((row, n) -> new long[] {row.getLong("accrued"), row.getLong("saldo_out")})
                .optional()
                .filter(sums -> sums[0] > 0 && sums[0] != sums[1])
                .map(sums -> Money.ofKopecks(sums[0]));
    }
}
