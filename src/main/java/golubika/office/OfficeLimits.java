package golubika.office;

import golubika.limits.Limit;
import java.time.Duration;

/// How often one may try to come into the office.
final class OfficeLimits {

    /// By login and network: a stranger elsewhere uses none of it up.
    static final Limit PASSWORD_BY_LOGIN = new Limit("staff-password-by-login", 5, Duration.ofMinutes(5));

    /// Who guesses from many networks. Above it the right password is refused as well, but not where its owner has come
    /// in lately: who works from one place is locked out by nobody elsewhere.
    static final Limit PASSWORD_ANYWHERE = new Limit("staff-password-anywhere", 30, Duration.ofMinutes(5));

    /// A whole office may share one address.
    static final Limit PASSWORD_BY_NETWORK = new Limit("staff-password-by-network", 50, Duration.ofMinutes(1));

    /// The present password of who sets another.
    static final Limit PASSWORD_CHANGE = new Limit("staff-password-change", 5, Duration.ofMinutes(10));

    private OfficeLimits() {}
}
