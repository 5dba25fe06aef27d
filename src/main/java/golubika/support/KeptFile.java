package golubika.support;

import golubika.files.Paper;

/// A file that was found good, to be kept.
public record KeptFile(String name, Paper.Kind kind, byte[] content) {}
