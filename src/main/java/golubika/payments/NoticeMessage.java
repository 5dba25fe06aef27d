package golubika.payments;

import java.util.Map;

/// What was sent to our webhook, as it came.
///
/// @param parameters of the address and of a form, decoded
/// @param body       of anything but a form
public record NoticeMessage(Map<String, String> parameters, byte[] body) {

    public NoticeMessage {
        parameters = Map.copyOf(parameters);
    }
}
