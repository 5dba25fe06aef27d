package golubika.support;

import golubika.files.Paper;

/// A file to hand out. It is to be saved, never shown as a page of ours.
public record KeptFile(String name, Paper.Kind kind, byte[] content) {}
