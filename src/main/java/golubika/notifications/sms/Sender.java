package golubika.notifications.sms;

import org.springframework.util.StringUtils;

/// Whom an SMS comes from: a name of up to 11 Latin letters that the operators have registered, or a number.
record Sender(String value) {

    Sender {
        if (!StringUtils.hasText(value)) {
            throw new IllegalStateException(
                    "golubika.sms.sender is not set: an SMS needs a sender, such as the name that your operator registered");
        }
    }

    boolean isNumber() {
        return value.matches("\\+?[0-9]+");
    }

    /// Short numbers belong to an operator, long ones to the world.
    boolean isShort() {
        return isNumber() && value.length() < 7;
    }
}
