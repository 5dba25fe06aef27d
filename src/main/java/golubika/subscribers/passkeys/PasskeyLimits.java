package golubika.subscribers.passkeys;

import golubika.limits.Limit;
import java.time.Duration;

final class PasskeyLimits {

    /// Passkeys that did not fit, from one network: nobody guesses one, but looking at them costs us work.
    static final Limit PASSKEY_BY_NETWORK = new Limit("passkey-by-network", 100, Duration.ofSeconds(30));

    /// A person's devices, and some to spare.
    static final int MOST = 10;

    private PasskeyLimits() {}
}
