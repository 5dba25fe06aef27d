package golubika.support;

import org.jspecify.annotations.Nullable;

/// Who has asked, as staff see it.
///
/// @param name    what to call the person; null while they have not said, and for guests
/// @param contact masked: answers go through the portal
/// @param known   false for a guest whose address nobody has shown to be theirs
public record Writer(@Nullable String name, String contact, boolean known, Standing standing) {

    /// What the writer has shown of the account that the request names, as of now: so much may be told.
    public enum Standing {
        /// The account is theirs: everything may be told.
        FULL,
        /// They know its number alone: nothing that names a person or a place may be told.
        BASIC,
        /// A guest, somebody who has left the account, or a question about none.
        NONE
    }
}
