package golubika.site;

import org.jspecify.annotations.Nullable;

/// What surrounds the content of a page: texts, the chosen theme, the token against forged forms, who is looking.
///
/// @param theme    `light`, `dark`, or `auto` for the device's own
/// @param csrf     value of the hidden field `_csrf` of every form
/// @param signedIn shows the navigation bar and the way out
/// @param path     path of the page, to come back to
/// @param realm    path of the part with sessions of its own that the page belongs to, empty for the portal itself
public record Frame(
        Texts texts, Assets assets, String theme, @Nullable String csrf, boolean signedIn, String path, String realm) {

    public String text(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    public String plural(String key, long number) {
        return texts.plural(key, number);
    }

    /// Address of a file of the browser side, with its version, so that browsers may keep it.
    public String asset(String name) {
        return assets.address(name);
    }

    /// `Заголовок — Голубика`.
    public String windowTitle(String title) {
        return title + " — " + text("site.name");
    }
}
