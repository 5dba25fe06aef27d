package golubika.payments;

import golubika.payments.providers.KeptShops;
import golubika.site.CommandLine;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// `provider SUPPLIER [yookassa|sberbank|tbank ID] [--methods SBP,CARD] [--base-url URL] [--data DIR]` on the command
/// line: says through whom a supplier takes money, or shows it. The secret is read from the standard input, a line for
/// it and, for Сбербанк, one for the key of its callbacks; as a word of the command everybody on the machine could see
/// it.
public final class ProviderCommand {

    private static final Set<String> KNOWN = Set.of("yookassa", "sberbank", "tbank");

    private final Texts texts;
    private final PrintStream out;
    private final BufferedReader in;

    private ProviderCommand(Texts texts, PrintStream out, InputStream in) {
        this.texts = texts;
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// @return 0 when it is done, 1 when something was refused, 2 when the words were not understood
    public static int run(String[] words) {
        return run(words, System.in, CommandLine.screen());
    }

    static int run(String[] words, InputStream in, PrintStream out) {
        return CommandLine.read(words, Set.of("methods", "base-url"), Set.of())
                .filter(ProviderCommand::isWhole)
                .map(line -> line.in(
                        ProviderSetup.class,
                        portal -> new ProviderCommand(portal.getBean(Texts.class), out, in)
                                .obey(line, portal.getBean(Suppliers.class), portal.getBean(KeptShops.class))))
                .orElseGet(() -> CommandLine.misused(out, "payments", "payments.provider.usage"));
    }

    private int obey(CommandLine line, Suppliers suppliers, KeptShops shops) {
        var supplier = new SupplierCode(line.words().getFirst());
        if (suppliers.find(supplier).isEmpty()) {
            tell("payments.provider.no-supplier", supplier);
            return 1;
        }
        var provider = line.words().size() < 3 ? null : line.words().get(1);
        if (provider != null && !choose(line, supplier, provider, shops)) {
            return 1;
        }
        show(supplier, shops);
        return 0;
    }

    private boolean choose(CommandLine line, SupplierCode supplier, String provider, KeptShops shops) {
        var secret = secret("payments.provider.secret." + provider);
        if (secret.isEmpty()) {
            tell("payments.provider.no-secret");
            return false;
        }
        var noticeKey = provider.equals("sberbank") ? secret("payments.provider.callback-key") : "";
        var address = line.options().get("base-url");
        shops.choose(new KeptShops.NewShop(
                supplier,
                provider.toUpperCase(Locale.ROOT),
                line.words().get(2),
                secret,
                noticeKey.isEmpty() ? null : noticeKey,
                address == null ? null : URI.create(address),
                methods(line.options().getOrDefault("methods", ""))));
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
            var typed = console.readPassword("%s ", texts.of(asking));
            return typed == null ? "" : new String(typed).strip();
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

    private static boolean isWhole(CommandLine line) {
        var plain = line.words();
        try {
            new SupplierCode(plain.isEmpty() ? "" : plain.getFirst());
            methods(line.options().getOrDefault("methods", ""));
            return (plain.size() == 1 && line.options().isEmpty() || plain.size() == 3 && KNOWN.contains(plain.get(1)))
                    && line.options().getOrDefault("base-url", "https://bank").matches("https?://[^\\s/]+(/\\S*)?");
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
