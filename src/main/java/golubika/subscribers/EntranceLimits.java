package golubika.subscribers;

import golubika.limits.Limit;
import java.time.Duration;

/// How often one may knock. Networks are generous: whole districts come from one address.
final class EntranceLimits {

    /// Wrong passwords for one login from one network; the owner elsewhere is not kept out by them.
    static final Limit PASSWORD_BY_LOGIN = new Limit("password-by-login", 10, Duration.ofMinutes(5));

    /// Wrong passwords for one login from anywhere but its known devices: slows down who guesses from many networks.
    static final Limit PASSWORD_ANYWHERE = new Limit("password-anywhere", 50, Duration.ofMinutes(5));

    /// Wrong passwords for one login on a device known to be its owner's. Nothing else counts there.
    static final Limit PASSWORD_BY_DEVICE = new Limit("password-by-device", 10, Duration.ofMinutes(5));

    /// Wrong passwords from one network, whatever the login.
    static final Limit PASSWORD_BY_NETWORK = new Limit("password-by-network", 100, Duration.ofSeconds(30));

    /// Wrong own passwords of who is signed in: to change it, to take all data, to delete the cabinet.
    static final Limit PASSWORD_CHANGE = new Limit("password-change", 5, Duration.ofMinutes(10));

    /// Wrong passwords behind one mailed link.
    static final Limit PASSWORD_BY_LINK = new Limit("password-by-link", 10, Duration.ofMinutes(5));

    static final Limit REGISTRATION_BY_NETWORK = new Limit("registration-by-network", 60, Duration.ofMinutes(1));

    static final Limit LETTER_BY_NETWORK = new Limit("letter-by-network", 60, Duration.ofMinutes(1));

    static final Limit LETTER_BY_ADDRESS = new Limit("letter-by-address", 5, Duration.ofHours(4));

    static final Limit RECOVERY_BY_NETWORK = new Limit("recovery-by-network", 60, Duration.ofMinutes(1));

    /// One more after as long as a link is good: whoever gets none has one that works.
    static final Limit RECOVERY_BY_ADDRESS = new Limit("recovery-by-address", 3, Recovery.GOOD_FOR);

    /// The same by SMS, apart from all other SMS to the phone: registering it uses up nothing here.
    static final Limit RECOVERY_BY_PHONE = new Limit("recovery-by-phone", 3, Recovery.GOOD_FOR);

    /// Logins that one attempt to register names after its first: a single robot check stands before all of them.
    static final Limit CORRECTED_LOGIN = new Limit("corrected-login", 5, Duration.ofDays(1));

    static final Limit SMS_PAUSE = new Limit("sms-pause", 1, Duration.ofSeconds(60));

    /// Some ten a day at most, whoever asks.
    static final Limit SMS_BY_PHONE = new Limit("sms-by-phone", 6, Duration.ofHours(4));

    /// Operators of mobile internet put a town behind one address, and each SMS costs money.
    static final Limit SMS_BY_NETWORK = new Limit("sms-by-network", 60, Duration.ofMinutes(10));

    /// Wrong codes from one network; each code has its own five tries besides.
    static final Limit CODE_BY_NETWORK = new Limit("code-by-network", 60, Duration.ofMinutes(1));

    /// Answers to the question about a letter, which a program could answer too.
    static final Limit ROBOT_QUESTION = new Limit("robot-question", 10, Duration.ofMinutes(10));

    /// So many wrong passwords for one login, and signing in asks for the robot check too.
    static final int UNCHECKED_BY_LOGIN = 3;

    /// So many wrong passwords from one network, and signing in asks for the robot check too.
    static final int UNCHECKED_BY_NETWORK = 20;

    private EntranceLimits() {}
}
