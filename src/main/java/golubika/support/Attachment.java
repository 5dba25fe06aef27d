package golubika.support;

import golubika.files.Paper;
import java.util.UUID;

/// A file that came with a remark.
///
/// @param name as its owner called it, with the ending of its kind
/// @param kept false once it has been deleted for its age
public record Attachment(UUID id, String name, Paper.Kind kind, int size, boolean kept) {}
