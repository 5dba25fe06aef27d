package golubika.support;

import golubika.limits.Limit;
import java.time.Duration;

/// How often somebody may write to staff: seldom is one kept from asking, and nobody fills the queue alone.
public final class SupportLimits {

    /// New requests of one person.
    public static final Limit ASKING = new Limit("support-request", 10, Duration.ofMinutes(30));

    /// What one person writes to requests that there are, and one guest to theirs.
    public static final Limit SAYING = new Limit("support-remark", 20, Duration.ofMinutes(3));

    /// Files, each of which costs a second of work.
    public static final Limit FILES = new Limit("support-file", 20, Duration.ofMinutes(5));

    /// Files of guests from one network, whatever addresses they name.
    public static final Limit FILES_BY_NETWORK = new Limit("support-file-by-network", 60, Duration.ofMinutes(1));

    /// Requests of guests from one network: whole districts share one.
    public static final Limit GUESTS_BY_NETWORK = new Limit("support-guest-by-network", 20, Duration.ofMinutes(3));

    /// Requests of guests that name one e-mail address, whoever types it: each writes a letter to it.
    public static final Limit GUESTS_BY_ADDRESS = new Limit("support-guest-by-address", 3, Duration.ofHours(8));

    /// Links of guests, followed or guessed at.
    public static final Limit LINKS_BY_NETWORK = new Limit("support-link-by-network", 120, Duration.ofSeconds(5));

    /// Letters to a supplier's mailbox about new requests.
    static final Limit DESK_TOLD = new Limit("support-desk-told", 6, Duration.ofMinutes(10));

    private SupportLimits() {}
}
