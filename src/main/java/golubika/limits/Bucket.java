package golubika.limits;

/// One bucket of a limit.
///
/// @param key whose it is, as in [Limits#take]
public record Bucket(Limit limit, String key) {}
