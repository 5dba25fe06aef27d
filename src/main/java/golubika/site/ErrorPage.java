package golubika.site;

/// What went wrong, for a person.
///
/// @param kind picks the words: `400`, `403`, `404`, `413`, `429`, `503`, `stale` for a form that is too old, `500` for
///             all the rest
/// @param back page to go on to
public record ErrorPage(int status, String kind, String back) {

    /// @param home first page of the part of the portal that was asked
    static ErrorPage of(int status, String home) {
        var kind = switch (status) {
            case 400, 403, 404, 413, 429, 503 -> Integer.toString(status);
            case 405 -> "404";
            default -> "500";
        };
        return new ErrorPage(status, kind, home);
    }

    /// A form whose token against forgery no longer fits.
    static ErrorPage stale(OwnPath page) {
        return new ErrorPage(403, "stale", page.value());
    }

    public boolean isStale() {
        return kind.equals("stale");
    }
}
