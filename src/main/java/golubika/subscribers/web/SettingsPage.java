package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.Topic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Page 13, «Настройки абонента»: a section for each thing that a person may set.
///
/// @param name       what to call the person, as typed
/// @param rule       what a password must be
/// @param signatures what the person has signed, the newest first
/// @param wanted     what the person is reminded of
/// @param removal    the day on which the cabinet is going to be deleted
/// @param done       a sentence about what has just been changed
/// @param faulty     the section whose form was refused
public record SettingsPage(
        ContactsPart contacts,
        String name,
        String rule,
        PasskeysPart passkeys,
        SessionsPart sessions,
        List<SignatureLine> signatures,
        Set<Topic> wanted,
        @Nullable String removal,
        @Nullable String done,
        @Nullable String faulty,
        FieldErrors errors) {

    public SettingsPage {
        signatures = List.copyOf(signatures);
        wanted = Set.copyOf(wanted);
    }

    /// What the person signs in with.
    public String login() {
        return contacts.login().value();
    }

    /// All that one can be reminded of.
    public List<Topic> topics() {
        return List.of(Topic.values());
    }

    /// What is wrong with the form of a section.
    public FieldErrors errorsOf(String section) {
        return section.equals(faulty) ? errors : FieldErrors.NONE;
    }
}
