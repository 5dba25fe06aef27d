package golubika.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody looks at us with, in two words that its owner knows it by: «Android, Chrome». What a browser says of
/// itself proves nothing; it only helps people to tell their own devices apart.
final class Device {

    // Several systems and browsers pretend to be others too, so the first that is found counts.
    private static final Map<String, String> SYSTEMS = inOrder(
            "Windows", "Windows",
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "OpenHarmony", "HarmonyOS",
            "Macintosh", "macOS",
            "CrOS", "ChromeOS",
            "Aurora", "Аврора",
            "Linux", "Linux");
    private static final Map<String, String> BROWSERS = inOrder(
            "YaBrowser/", "Яндекс Браузер",
            "YaSearch", "Яндекс",
            "YaApp", "Яндекс",
            "Edg", "Edge",
            "OPR/", "Opera",
            "OPT/", "Opera",
            "OPiOS/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "MiuiBrowser/", "Mi Browser",
            "HuaweiBrowser/", "Huawei Browser",
            "Vivaldi/", "Vivaldi",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Chromium/", "Chrome",
            "Safari/", "Safari");

    private Device() {}

    /// `Windows, Яндекс Браузер`; one word alone where only one is known, nothing for a stranger.
    static Optional<String> of(@Nullable String userAgent) {
        if (userAgent == null) {
            return Optional.empty();
        }
        var system = find(SYSTEMS, userAgent);
        var browser = find(BROWSERS, userAgent);
        return system.isPresent() && browser.isPresent()
                ? Optional.of(system.get() + ", " + browser.get())
                : system.or(() -> browser);
    }

    private static Optional<String> find(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... pairs) {
        var names = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
