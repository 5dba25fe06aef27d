package golubika.subscribers.web;

/// The field «Логин» as this installation has it: with phones or for e-mail alone.
///
/// @param phones whether a phone may be typed too
public record LoginField(boolean phones) {

    /// Key of the field's name.
    public String label() {
        return key("subscribers.field.login");
    }

    /// A key, or its like for installations that take phones.
    public String key(String key) {
        return phones ? key + ".phone" : key;
    }
}
