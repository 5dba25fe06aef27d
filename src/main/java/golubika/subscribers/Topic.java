package golubika.subscribers;

/// What people are reminded of, unless they do not want it. What guards the cabinet is told whatever they want.
public enum Topic {
    /// The window for readings ends soon.
    READINGS,
    /// The verification of a meter ends soon.
    VERIFICATION;

    /// The name of its field.
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
