package golubika.accounts;

import golubika.limits.Limit;
import java.time.Duration;

/// How often one may guess at accounts.
public final class AccountLimits {

    /// Numbers typed by one subscriber: enough for a family with many homes, too few to walk through a street.
    public static final Limit CONNECTING = new Limit("connect-account", 20, Duration.ofMinutes(10));

    /// Proofs that an account is one's own, by person and account: five, then one a day.
    public static final Limit PROVING = new Limit("open-full", 5, Duration.ofDays(1));

    /// Proofs from one network, whatever the person and the account: cabinets are cheap to get, and a PIN has few
    /// digits.
    public static final Limit PROVING_BY_NETWORK = new Limit("open-full-network", 30, Duration.ofMinutes(30));

    private AccountLimits() {}
}
