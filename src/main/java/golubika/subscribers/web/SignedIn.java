package golubika.subscribers.web;

import golubika.subscribers.Document;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// What a session remembers: who it is, how far they have come in, and under which versions of the documents.
/// Kept small, for it is read with every page.
record SignedIn(Subscriber subscriber, Standing standing, String documents) implements Authentication {

    /// Role of who is inside: `request.isUserInRole("SUBSCRIBER")`.
    static final String ROLE = "SUBSCRIBER";

    private static final List<GrantedAuthority> INSIDE = List.of(new SimpleGrantedAuthority("ROLE_" + ROLE));

    SignedIn(Subscriber subscriber, Standing standing) {
        this(subscriber, standing, Document.versions());
    }

    /// Whether the database may know better by now: a step that was missing may be done, or a document has changed.
    boolean isOpen() {
        return standing != Standing.INSIDE || !documents.equals(Document.versions());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return standing == Standing.INSIDE ? INSIDE : List.of();
    }

    @Override
    public Subscriber getPrincipal() {
        return subscriber;
    }

    @Override
    public String getName() {
        return subscriber.getName();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("a session ends by signing out");
    }
}
