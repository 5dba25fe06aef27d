package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.Texts;
import golubika.subscribers.SessionDevices;
import golubika.subscribers.Subscriber;
import golubika.subscribers.passkeys.Passkey;
import golubika.subscribers.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Puts «Ключи доступа» together.
@Component
class PasskeysParts {

    private final Passkeys passkeys;
    private final SessionDevices devices;
    private final HttpServletRequest request;
    private final Texts texts;

    PasskeysParts(Passkeys passkeys, SessionDevices devices, HttpServletRequest request, Texts texts) {
        this.passkeys = passkeys;
        this.devices = devices;
        this.request = request;
        this.texts = texts;
    }

    PasskeysPart of(Subscriber subscriber) {
        var device = Caller.of(request).device();
        return new PasskeysPart(
                passkeys.of(subscriber.id()).stream().map(this::row).toList(),
                devices.provedLately(subscriber.id(), request.getSession().getId()),
                device == null ? texts.of("subscribers.passkeys.unnamed") : device);
    }

    private PasskeysPart.Row row(Passkey passkey) {
        var used = passkey.usedAt();
        var seen = used == null
                ? texts.of("subscribers.passkeys.added", Moments.day(passkey.addedAt()))
                : texts.of("subscribers.passkeys.used", Moments.day(passkey.addedAt()), Moments.written(used));
        return new PasskeysPart.Row(passkey.id().toString(), passkey.name(), seen);
    }
}
