package golubika.metering;

import golubika.accounts.AccountId;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Topic;
import java.time.LocalDate;

/// Something that a person is to be reminded of.
///
/// @param about the last day of the window, or of the verification
record Reminder(AccountId account, SubscriberId subscriber, Kind kind, LocalDate about) {

    enum Kind {
        /// The window ends, and a reading is missing.
        READING(Topic.READINGS),
        /// The verification of a meter ends within two months: time to look for somebody who does it.
        VERIFICATION_SOON(Topic.VERIFICATION),
        /// It ends within two weeks.
        VERIFICATION(Topic.VERIFICATION);

        final Topic topic;

        Kind(Topic topic) {
            this.topic = topic;
        }

        /// Whether it is worth an SMS to who has no e-mail.
        boolean isUrgent() {
            return this != VERIFICATION_SOON;
        }
    }
}
