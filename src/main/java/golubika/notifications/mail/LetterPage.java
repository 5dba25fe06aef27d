package golubika.notifications.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter as a mail program shows it.
///
/// @param paragraphs each as the lines that it is broken into
/// @param link       where the button leads, if there is one
public record LetterPage(
        String subject,
        List<List<String>> paragraphs,
        @Nullable String link,
        String button,
        String signature) {}
