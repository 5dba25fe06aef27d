package golubika.subscribers.passkeys;

import golubika.site.Texts;
import golubika.subscribers.PersonalData;
import golubika.subscribers.SubscriberId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The names of a person's passkeys; their keys are no secret, but of no use to anybody.
@Component
class PasskeyData implements PersonalData {

    private final Passkeys passkeys;
    private final Texts texts;

    PasskeyData(Passkeys passkeys, Texts texts) {
        this.passkeys = passkeys;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public String about() {
        return texts.of("subscribers.passkeys.data");
    }

    @Override
    public List<Map<String, Object>> of(SubscriberId subscriber) {
        return passkeys.of(subscriber).stream().map(PasskeyData::told).toList();
    }

    private static Map<String, Object> told(Passkey passkey) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", passkey.name());
        told.put("added_at", passkey.addedAt());
        Instant used = passkey.usedAt();
        if (used != null) {
            told.put("used_at", used);
        }
        return told;
    }
}
