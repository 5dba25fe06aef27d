package golubika.site;

import org.jspecify.annotations.Nullable;

/// A page of ours to go on to, out of what a browser sent. Anything that could lead to another site becomes `/`.
public record OwnPath(String value) {

    public static final OwnPath HOME = new OwnPath("/");

    public static OwnPath of(@Nullable String sent) {
        return sent != null && sent.matches("/([A-Za-z0-9_.~?&=%-][A-Za-z0-9_.~?&=%/-]*)?") ? new OwnPath(sent) : HOME;
    }

    @Override
    public String toString() {
        return value;
    }
}
