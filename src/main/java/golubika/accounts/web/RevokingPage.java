package golubika.accounts.web;

import golubika.accounts.Link;
import golubika.site.FieldErrors;
import java.util.List;

/// Asks whether somebody is to lose the account.
///
/// @param proofs what shows anew that the account is one's own, where the other has shown it too; else empty
/// @param chosen the proof that is ticked
public record RevokingPage(
        Link link, PeoplePage.Person person, List<String> proofs, String chosen, FieldErrors errors) {

    /// The other has shown that the account is theirs.
    public boolean takesProof() {
        return person.kind() == PeoplePage.Kind.OWNER;
    }

    /// There is no way to prove anything: with full versions for the number alone, or when none is open now.
    public boolean takesSupplier() {
        return takesProof() && proofs.isEmpty();
    }
}
