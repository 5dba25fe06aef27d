package golubika.demo.bank;

import golubika.demo.OnDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Where there is a demo, payments go to the demo bank, unless the installation names another address: those of Киров
/// by
/// the protocol of Сбербанк, those of Санкт-Петербург by that of T-Bank, all others by ЮKassa's.
public class DemoBankSettings implements EnvironmentPostProcessor {

    static final String SECRET = "demo";

    private static final String PORT = "golubika.demo.bank-port";
    private static final String BASE_URL = "golubika.payments.yookassa.base-url";
    private static final String PAGES = "golubika.payments.page-origins";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!OnDemo.in(environment)) {
            return;
        }
        var port = port(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("demo bank port", Map.of(PORT, port)));
        if (environment.getProperty(BASE_URL) == null) {
            environment.getPropertySources().addFirst(new MapPropertySource("demo bank", bank(environment, port)));
        }
    }

    private static Map<String, Object> bank(ConfigurableEnvironment environment, int port) {
        var origin = "http://localhost:" + port;
        var pages = environment.getProperty(PAGES, "");
        var settings = new LinkedHashMap<String, Object>();
        settings.put(BASE_URL, origin + "/v3");
        settings.put("golubika.payments.yookassa.shop-id", "demo");
        settings.put("golubika.payments.yookassa.secret-key", SECRET);
        settings.put("golubika.payments.sberbank.base-url", origin + "/payment/rest");
        settings.put("golubika.payments.sberbank.receipt.tax-type", "6");
        settings.put("golubika.payments.sberbank.shops.kirov.user-name", "kirov-api");
        settings.put("golubika.payments.sberbank.shops.kirov.password", SECRET);
        settings.put("golubika.payments.sberbank.shops.kirov.callback-key", SECRET);
        settings.put("golubika.payments.tbank.base-url", origin + "/v2");
        settings.put("golubika.payments.tbank.shops.spb.terminal-key", "spb-terminal");
        settings.put("golubika.payments.tbank.shops.spb.password", SECRET);
        settings.put(PAGES, pages.isEmpty() ? origin : pages + "," + origin);
        return settings;
    }

    private static int port(ConfigurableEnvironment environment) {
        var server = environment.getProperty("server.port", Integer.class, 8080);
        var asked = environment.getProperty(PORT, Integer.class, server == 0 ? 0 : server + 1);
        return asked == 0 ? free() : asked;
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
