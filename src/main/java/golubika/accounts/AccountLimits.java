package golubika.accounts;

import golubika.limits.Limit;
import java.time.Duration;

/// How often one may guess at accounts, and invite others to them.
public final class AccountLimits {

    /// Numbers typed by one subscriber: enough for a family with many homes, too few to walk through a street.
    public static final Limit CONNECTING = new Limit("connect-account", 20, Duration.ofMinutes(10));

    /// Proofs that an account is one's own, by person and account: five, then one a day.
    public static final Limit PROVING = new Limit("open-full", 5, Duration.ofDays(1));

    /// Proofs from one network, whatever the person and the account: cabinets are cheap to get, and a PIN has few
    /// digits.
    public static final Limit PROVING_BY_NETWORK = new Limit("open-full-network", 30, Duration.ofMinutes(30));

    /// Proofs of one kind for one account, whoever guesses from wherever; newcomers apart from the others. A PIN of
    /// four digits lasts some 100 days against a crowd that fills both buckets, half of that on average.
    public static final Limit PROVING_BY_ACCOUNT = new Limit("open-full-account", 50, Duration.ofMinutes(30));

    /// A PIN issued on an application, which its own person alone can type in: ten, then one a day, some 40 of a
    /// million
    /// until it ends.
    public static final Limit PROVING_ISSUED = new Limit("issued-pin", 10, Duration.ofDays(1));

    /// PIN applications by one person about one account: a mistake may be mended, a refusal answered.
    static final Limit APPLYING = new Limit("pin-application", 3, Duration.ofHours(8));

    /// The same, whatever the account: staff read each of them.
    static final Limit APPLYING_BY_PERSON = new Limit("pin-application-by-person", 6, Duration.ofHours(8));

    /// The same from one network, whoever asks.
    static final Limit APPLYING_BY_NETWORK = new Limit("pin-application-by-network", 30, Duration.ofMinutes(10));

    /// Reports of others' failures to the holders of an account.
    static final Limit GUESSES_TOLD = new Limit("guesses-told", 1, Duration.ofDays(1));

    /// Reports of new owners to those whom the account has, by account: above it they are mentioned, or whoever comes
    /// and goes would send SMS without end.
    static final Limit OPENED_TOLD = new Limit("opened-told", 5, Duration.ofDays(1));

    /// Letters about other rights, by account and person: an owner who presses again and again writes no more.
    static final Limit RIGHTS_TOLD = new Limit("rights-told", 5, Duration.ofHours(4));

    /// Invitations by one person: a large family at once, too few to write to a town in our name.
    static final Limit INVITING = new Limit("invitation", 10, Duration.ofHours(4));

    /// Invitations to one e-mail or phone, whoever invites.
    static final Limit INVITED = new Limit("invitation-to", 3, Duration.ofHours(12));

    private AccountLimits() {}
}
