package golubika.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Chromium as a person holds it: a phone of 390 px or a desktop of 1280 px, with a network of its own. It notes
/// every complaint of the browser, so that a page which breaks the content security policy does not go unnoticed.
///
/// Close it with try-with-resources. `golubika.test.chromium` names another executable than Debian's.
public final class Browser implements AutoCloseable {

    private static final String EXECUTABLE = System.getProperty("golubika.test.chromium", "/usr/bin/chromium");

    private final String portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Browser(String portal, int width, int height, boolean touch, boolean scripts) {
        this(Holder.CHROMIUM, portal, width, height, touch, scripts);
    }

    private Browser(
            com.microsoft.playwright.Browser chromium,
            String portal,
            int width,
            int height,
            boolean touch,
            boolean scripts) {
        this.portal = portal;
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setJavaScriptEnabled(scripts)
                .setLocale("ru-RU")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", Visitors.freshNetwork())));
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    private static final class Holder {
        static final com.microsoft.playwright.Browser CHROMIUM = start();

        @SuppressWarnings("resource") // lives as long as the JVM, which ends it
        static com.microsoft.playwright.Browser start(String... more) {
            // A slow machine is no fault of the portal's.
            PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
            return Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(EXECUTABLE))
                            .setArgs(Stream.concat(
                                            Stream.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync"),
                                            Stream.of(more))
                                    .toList()));
        }
    }

    /// @param portal `http://localhost:PORT`
    public static Browser phone(String portal) {
        return new Browser(portal, 390, 844, true, true);
    }

    /// A phone whose camera sees this film, in Y4M, and whose owner lets pages use it.
    public static Browser phoneSeeing(String portal, Path film) {
        var chromium = Holder.start(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        return new Browser(chromium, portal, 390, 844, true, true);
    }

    public static Browser desktop(String portal) {
        return new Browser(portal, 1280, 800, false, true);
    }

    public static Browser phoneWithoutScripts(String portal) {
        return new Browser(portal, 390, 844, true, false);
    }

    public Page page() {
        return page;
    }

    /// @param path of the portal, or a whole address such as a letter's link
    public Browser open(String path) {
        page.navigate(path.startsWith("/") ? portal + path : path);
        return this;
    }

    /// Signs in on the page that does it.
    public Browser signIn(Visitors.Household household) {
        open("/login");
        page.getByLabel("E-mail (логин)").fill(household.login());
        page.getByLabel("Пароль", new Page.GetByLabelOptions().setExact(true)).fill(Visitors.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        return this;
    }

    /// The path that the browser is on.
    public String path() {
        return page.url().substring(portal.length());
    }

    /// Looks the page over in light and in dark: nothing for axe to find, nothing wider than the screen,
    /// and no complaint of the browser so far.
    public Browser inspect() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var violations = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                    + rule.getNodes().getFirst().getHtml())
                            .toList();
            assertThat(violations).as("axe on %s, %s", path(), scheme).isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the screen on %s", path())
                .isEqualTo(0);
        assertThat(complaints).as("the browser's complaints on %s", path()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /// Keeps pictures of the page, light and dark, when `golubika.test.pictures` names a folder for them.
    public Browser picture(String name) {
        var folder = System.getProperty("golubika.test.pictures", "");
        if (!folder.isEmpty()) {
            for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var file = "%s-%d-%s.png"
                        .formatted(
                                name, page.viewportSize().width, scheme.name().toLowerCase(java.util.Locale.ROOT));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(folder).resolve(file))
                        .setFullPage(true));
            }
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
