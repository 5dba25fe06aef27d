package golubika.notifications.sms;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How we reach the gateway smsc.ru, and as whom.
@ConfigurationProperties("golubika.sms.smsc")
record SmscSettings(
        @DefaultValue("https://smsc.ru") URI address,
        @Nullable String login,
        @DefaultValue("") String password,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout) {

    @Override
    public String toString() {
        return "gateway at " + address;
    }
}
