package golubika.payments;

import golubika.subscribers.SubscriberId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sets out to pay, and what they knew when they pressed the button.
///
/// @param formKey     the one-time key of the form: one form brings one payment, however often it is sent
/// @param seesOthers  the payer holds the account in full and so knows of the payments of others
/// @param seenRunning the newest running payment that the form told of
/// @param readings    ids of readings that were sent along, stored before
public record Intent(
        UUID formKey,
        SubscriberId payer,
        boolean seesOthers,
        @Nullable PaymentId seenRunning,
        List<String> readings) {

    public Intent {
        readings = List.copyOf(readings);
    }
}
