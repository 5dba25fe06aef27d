package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.subscribers.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Page 04, «Подпишите согласие», and the same for a new version of the user agreement.
///
/// @param again     another version was signed before
/// @param changes   what has changed since
/// @param lastDay   after a withdrawal: the day on which the cabinet is deleted unless the consent is signed again
/// @param wish      the person has asked for the deletion, whatever they sign
public record ConsentPage(
        String login,
        Document document,
        boolean again,
        List<Document.Change> changes,
        @Nullable String lastDay,
        boolean wish,
        FieldErrors errors) {

    public ConsentPage {
        changes = List.copyOf(changes);
    }

    /// Part of the keys of the page's texts.
    public String key() {
        return document == Document.AGREEMENT ? "agreement" : "consent";
    }
}
