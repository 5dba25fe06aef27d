package golubika.subscribers.web;

import golubika.site.FieldErrors;
import org.jspecify.annotations.Nullable;

/// Page 13, «Настройки абонента»: a section for each thing that a person may set.
///
/// @param rule   what a password must be
/// @param done   a sentence about what has just been changed
/// @param faulty the section whose form was refused
public record SettingsPage(
        ContactsPart contacts,
        String rule,
        @Nullable String done,
        @Nullable String faulty,
        FieldErrors errors) {

    /// What the person signs in with.
    public String login() {
        return contacts.login().value();
    }

    /// What is wrong with the form of a section.
    public FieldErrors errorsOf(String section) {
        return section.equals(faulty) ? errors : FieldErrors.NONE;
    }
}
