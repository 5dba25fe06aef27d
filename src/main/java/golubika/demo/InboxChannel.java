package golubika.demo;

import golubika.notifications.Channel;
import golubika.notifications.Letter;
import golubika.notifications.Message;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Letters of the demo go nowhere: its inbox shows them where they lie. A mail server, where one is set, comes first.
@Component
@Order(2)
@Conditional(OnDemo.class)
class InboxChannel implements Channel {

    @Override
    public boolean carries(Message.Kind kind) {
        return true;
    }

    @Override
    public void send(Letter letter) {}

    @Override
    public boolean keepsSecrets() {
        return true;
    }
}
