package golubika.notifications.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How we reach an operator's message centre, and as whom.
///
/// @param tls          whether the line is encrypted
/// @param systemId     our name there, at most 15 characters
/// @param password     at most 8 characters, as SMPP 3.4 has it
/// @param hexIds       the centre names messages in hexadecimal when it takes them, and in decimal in its receipts
/// @param enquireAfter so long a silence is broken by a question whether the line still stands
/// @param patience     with an answer
@ConfigurationProperties("golubika.sms.smpp")
record SmppSettings(
        @Nullable String host,
        @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String systemId,
        @DefaultValue("") String password,
        @DefaultValue("") String systemType,
        @DefaultValue("false") boolean hexIds,
        @DefaultValue("30s") Duration enquireAfter,
        @DefaultValue("10s") Duration patience) {

    @Override
    public String toString() {
        return "message centre at " + host + ':' + port;
    }
}
