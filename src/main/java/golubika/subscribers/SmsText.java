package golubika.subscribers;

import golubika.notifications.Message;
import golubika.site.PortalAddress;
import golubika.site.Texts;
import org.springframework.stereotype.Component;

/// Words of an SMS: a sentence, what it leads to, and for codes a last line by which a browser fills in the field
/// (WebOTP: only on our own pages), where that does not cost a third part.
@Component
class SmsText {

    /// Characters of two parts in UCS-2.
    static final int TWO_PARTS = 2 * 67;

    private final Texts texts;
    private final PortalAddress address;

    SmsText(Texts texts, PortalAddress address) {
        this.texts = texts;
        this.address = address;
    }

    Message plain(Login to, String key, Object... arguments) {
        return Message.sms(to.value(), texts.of(key, arguments));
    }

    /// @param path of the page that it leads to
    Message withLink(Login to, String key, String path, Object... arguments) {
        var link = address.of(path);
        return Message.sms(to.value(), texts.of(key, arguments) + '\n' + link).withLink(link);
    }

    Message withCode(Login to, String path, String code) {
        var link = address.of(path);
        var text = texts.of("subscribers.sms.code", code) + '\n' + link;
        var bound = text + "\n@" + address.host() + " #" + code;
        return Message.sms(to.value(), bound.length() <= TWO_PARTS ? bound : text)
                .withLink(link)
                .withCode(code);
    }
}
