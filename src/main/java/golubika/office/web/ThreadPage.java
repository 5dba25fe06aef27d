package golubika.office.web;

import golubika.site.FieldErrors;
import golubika.support.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request to support with everything said in it.
///
/// @param path     of this page
/// @param about    the topic, and the account where there is one
/// @param writer   who has asked: a name, or a masked contact
/// @param standing what the writer has shown of the account, and so what may be told
/// @param due      null while nobody waits
/// @param state    in words
/// @param version  what an answer is written to
/// @param open     whether it can be answered
/// @param text     of the answer, as typed so far
/// @param problem  why the answer was not sent; null when there is nothing
public record ThreadPage(
        Head head,
        String path,
        String number,
        String subject,
        String about,
        String writer,
        String standing,
        @Nullable Due due,
        String state,
        int version,
        boolean open,
        List<Said> said,
        String text,
        FieldErrors errors,
        @Nullable String problem) {

    /// @param mine  by staff
    /// @param lines of the words
    public record Said(boolean mine, String who, String at, List<String> lines, List<Attachment> files) {}
}
