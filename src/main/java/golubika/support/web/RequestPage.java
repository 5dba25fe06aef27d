package golubika.support.web;

import golubika.site.FieldErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Page 14b: one request, for its writer.
///
/// @param path     of the page; what is done on it goes to paths below
/// @param about    «№ 1042, Дом, ЛС 407012345»
/// @param notes    what has just happened
/// @param closed   that and when it was closed; null while it is not
/// @param open     it can still be written to
/// @param seen     version that the page shows
/// @param label    of the field to write in
/// @param again    the form comes back, and its files are to be chosen again
/// @param unproved the address that a guest has still to show to be theirs; null mostly
public record RequestPage(
        String path,
        boolean ofGuest,
        String title,
        String subject,
        String state,
        String about,
        List<String> notes,
        List<Said> said,
        @Nullable String closed,
        boolean open,
        UUID form,
        int seen,
        String label,
        String text,
        boolean again,
        @Nullable String unproved,
        FieldErrors errors) {

    /// One remark.
    ///
    /// @param paragraphs each as its lines
    public record Said(
            boolean mine, String who, String at, String when, List<List<String>> paragraphs, List<File> files) {}

    /// @param path null once the file is gone
    public record File(@Nullable String path, String label) {}

    /// Whether the writer can still say that it is settled.
    public boolean canClose() {
        return closed == null;
    }
}
