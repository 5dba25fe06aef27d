package golubika.support;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that was said in a request.
///
/// @param staff who of the staff has said it, for staff alone; null when it was the writer
/// @param words in plain text, with line breaks
public record Remark(@Nullable String staff, String words, Instant at, List<Attachment> files) {

    public Remark {
        files = List.copyOf(files);
    }

    public boolean isByStaff() {
        return staff != null;
    }
}
