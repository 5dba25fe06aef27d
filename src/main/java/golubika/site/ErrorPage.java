package golubika.site;

/// What went wrong, for a person. `kind` picks the words: `400`, `403`, `404`, `413`, `429`, `503` or `500` for all
/// the rest.
public record ErrorPage(int status) {

    public String kind() {
        return switch (status) {
            case 400 -> "400";
            case 404, 405 -> "404";
            case 403 -> "403";
            case 413 -> "413";
            case 429 -> "429";
            case 503 -> "503";
            default -> "500";
        };
    }
}
