package golubika.payments;

import golubika.payments.providers.KeptShops;
import golubika.site.Texts;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// `provider SUPPLIER [yookassa|sberbank|tbank ID] [--methods SBP,CARD] [--base-url URL] [--data DIR]` on the command
/// line: says through whom a supplier takes money, or shows it. The secret is read from the standard input, a line for
/// it and, for Сбербанк, one for the key of its callbacks; as a word of the command everybody on the machine could see
/// it.
public final class ProviderCommand {

    private static final int MISUSED = 2;
    private static final Set<String> KNOWN = Set.of("yookassa", "sberbank", "tbank");

    private final Texts texts;
    private final PrintStream out;
    private final BufferedReader in;

    private ProviderCommand(Texts texts, PrintStream out, InputStream in) {
        this.texts = texts;
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private record Words(List<String> options, List<String> plain, Map<String, String> named) {
        @Nullable
        String provider() {
            return plain.size() < 3 ? null : plain.get(1);
        }
    }

    /// @return 0 when it is done, 1 when something was refused, 2 when the words were not understood
    public static int run(String[] words) {
        return run(words, System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static int run(String[] words, InputStream in, PrintStream out) {
        return understand(List.of(words))
                .map(understood -> obey(understood, in, out))
                .orElseGet(() -> {
                    out.println(ResourceBundle.getBundle("messages.payments", Locale.ROOT)
                            .getString("payments.provider.usage"));
                    return MISUSED;
                });
    }

    private static int obey(Words words, InputStream in, PrintStream out) {
        try (var portal = new SpringApplicationBuilder(ProviderSetup.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(words.options().toArray(String[]::new))) {
            var command = new ProviderCommand(portal.getBean(Texts.class), out, in);
            return command.obey(words, portal.getBean(Suppliers.class), portal.getBean(KeptShops.class));
        }
    }

    private int obey(Words words, Suppliers suppliers, KeptShops shops) {
        var supplier = new SupplierCode(words.plain().getFirst());
        if (suppliers.find(supplier).isEmpty()) {
            tell("payments.provider.no-supplier", supplier);
            return 1;
        }
        var provider = words.provider();
        if (provider != null && !choose(words, supplier, provider, shops)) {
            return 1;
        }
        show(supplier, shops);
        return 0;
    }

    private boolean choose(Words words, SupplierCode supplier, String provider, KeptShops shops) {
        var secret = secret("payments.provider.secret." + provider);
        if (secret.isEmpty()) {
            tell("payments.provider.no-secret");
            return false;
        }
        var noticeKey = provider.equals("sberbank") ? secret("payments.provider.callback-key") : "";
        var address = words.named().get("base-url");
        shops.choose(new KeptShops.NewShop(
                supplier,
                provider.toUpperCase(Locale.ROOT),
                words.plain().get(2),
                secret,
                noticeKey.isEmpty() ? null : noticeKey,
                address == null ? null : URI.create(address),
                methods(words.named().getOrDefault("methods", ""))));
        return true;
    }

    private void show(SupplierCode supplier, KeptShops shops) {
        var kept = shops.of(supplier);
        if (kept.isEmpty()) {
            tell("payments.provider.none", supplier);
        }
        for (var shop : kept) {
            tell(
                    shop.equals(kept.getFirst()) ? "payments.provider.chosen" : "payments.provider.earlier",
                    shop.provider(),
                    shop.id(),
                    String.join(
                            ", ",
                            shop.terms().methods().stream().map(Enum::name).toList()),
                    shop.address() == null ? texts.of("payments.provider.usual-address") : shop.address());
        }
    }

    // On a terminal it is not shown while it is typed.
    private String secret(String asking) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            return new String(console.readPassword("%s ", texts.of(asking))).strip();
        }
        try {
            var line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String key, Object... arguments) {
        out.println(texts.of(key, arguments));
    }

    private static Optional<Words> understand(List<String> words) {
        var options = new ArrayList<String>();
        var plain = new ArrayList<String>();
        var named = new TreeMap<String, String>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            if (next.equals("--data") && word.hasNext()) {
                options.add("--golubika.data=" + word.next());
            } else if (next.startsWith("--data=")) {
                options.add("--golubika." + next.substring(2));
            } else if ((next.equals("--methods") || next.equals("--base-url")) && word.hasNext()) {
                named.put(next.substring(2), word.next());
            } else if (next.startsWith("--") && next.contains("=")) {
                options.add(next);
            } else if (next.startsWith("-")) {
                return Optional.empty();
            } else {
                plain.add(next);
            }
        }
        return Optional.of(new Words(options, plain, named)).filter(ProviderCommand::isWhole);
    }

    private static boolean isWhole(Words words) {
        var plain = words.plain();
        try {
            new SupplierCode(plain.isEmpty() ? "" : plain.getFirst());
            methods(words.named().getOrDefault("methods", ""));
            return (plain.size() == 1 && words.named().isEmpty() || plain.size() == 3 && KNOWN.contains(plain.get(1)))
                    && words.named().getOrDefault("base-url", "https://bank").matches("https?://[^\\s/]+(/\\S*)?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<PaymentMethod> methods(String named) {
        var methods = EnumSet.noneOf(PaymentMethod.class);
        Arrays.stream(named.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> PaymentMethod.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .forEach(methods::add);
        return methods;
    }
}
