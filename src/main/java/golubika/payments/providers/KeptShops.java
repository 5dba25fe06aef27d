package golubika.payments.providers;

import golubika.payments.PaymentMethod;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The shops of suppliers that the command line has brought, their secrets sealed. They are few and asked for by every
/// page that takes money, so each node keeps them and looks again every few seconds. A shop that is no longer chosen
/// stays: payments that began with it are asked about there.
@Component
public class KeptShops {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final SealedSecrets secrets;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    /// A shop as the table has it; its secrets are opened only when they are used.
    public record KeptShop(
            SupplierCode supplier,
            String provider,
            String id,
            @Nullable URI address,
            Terms terms) {}

    /// A shop to be kept.
    public record NewShop(
            SupplierCode supplier,
            String provider,
            String id,
            String secret,
            @Nullable String noticeKey,
            @Nullable URI address,
            Set<PaymentMethod> methods) {
        @Override
        public String toString() {
            return provider + " shop " + id + " of " + supplier;
        }
    }

    private record Row(KeptShop shop, byte[] secret, byte @Nullable [] noticeKey) {}

    private record Known(List<Row> rows, Instant readAt) {}

    KeptShops(JdbcClient jdbc, SealedSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// The supplier's shops, the one that takes new payments first.
    public List<KeptShop> of(SupplierCode supplier) {
        return rows().stream()
                .map(Row::shop)
                .filter(shop -> shop.supplier().equals(supplier))
                .toList();
    }

    Optional<Credentials> find(SupplierCode supplier, String provider) {
        return rows().stream()
                .filter(row -> row.shop().supplier().equals(supplier)
                        && row.shop().provider().equals(provider))
                .findFirst()
                .map(this::opened);
    }

    /// Keeps a shop, in place of the supplier's earlier one at the provider; from now on it takes new payments.
    @Transactional
    public void choose(NewShop shop) {
        var noticeKey = shop.noticeKey();
        var address = shop.address();
        jdbc.sql("""
                insert into provider_shop
                    (supplier, provider, shop_id, secret, notice_key, base_url, methods, chosen_at)
                values (:supplier, :provider, :id, :secret, :noticeKey, :address, :methods, :now)
                on conflict (supplier, provider) do update
                    set shop_id = excluded.shop_id, secret = excluded.secret, notice_key = excluded.notice_key,
                        base_url = excluded.base_url, methods = excluded.methods, chosen_at = excluded.chosen_at
                """)
                .param("supplier", shop.supplier().value())
                .param("provider", shop.provider())
                .param("id", shop.id())
                .param("secret", secrets.seal(place(shop.supplier(), shop.provider(), "secret"), shop.secret()))
                .param(
                        "noticeKey",
                        noticeKey == null
                                ? null
                                : secrets.seal(place(shop.supplier(), shop.provider(), "notice"), noticeKey))
                .param("address", address == null ? null : address.toString())
                .param("methods", shop.methods().stream().map(Enum::name).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        known = new Known(known.rows(), Instant.MIN);
    }

    private Credentials opened(Row row) {
        var shop = row.shop();
        var noticeKey = row.noticeKey();
        return new Credentials(
                shop.id(),
                secrets.open(place(shop.supplier(), shop.provider(), "secret"), row.secret()),
                noticeKey == null ? null : secrets.open(place(shop.supplier(), shop.provider(), "notice"), noticeKey),
                shop.address(),
                shop.terms());
    }

    // A sealed secret opens in its own place alone: copied to another supplier's row it is worth nothing.
    private static String place(SupplierCode supplier, String provider, String which) {
        return supplier + "/" + provider + "/" + which;
    }

    private List<Row> rows() {
        var now = known;
        if (isFresh(now) || now.readAt().isAfter(Instant.MIN) && refreshing.isLocked()) {
            return now.rows();
        }
        refreshing.lock();
        try {
            if (!isFresh(known)) {
                known = new Known(read(), clock.instant());
            }
            return known.rows();
        } finally {
            refreshing.unlock();
        }
    }

    private boolean isFresh(Known one) {
        var now = clock.instant();
        return !one.readAt().isAfter(now) && one.readAt().isAfter(now.minus(FRESH));
    }

    private List<Row> read() {
        return jdbc.sql("""
                select supplier, provider, shop_id, secret, notice_key, base_url, methods, chosen_at
                from provider_shop order by chosen_at desc, provider
                """).query((row, n) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var address = row.getString("base_url");
        var methods = EnumSet.noneOf(PaymentMethod.class);
        Arrays.stream((String[]) row.getArray("methods").getArray())
                .map(PaymentMethod::valueOf)
                .forEach(methods::add);
        return new Row(
                new KeptShop(
                        new SupplierCode(row.getString("supplier")),
                        row.getString("provider"),
                        row.getString("shop_id"),
                        address == null ? null : URI.create(address),
                        new Terms(methods, row.getTimestamp("chosen_at").toInstant())),
                row.getBytes("secret"),
                row.getBytes("notice_key"));
    }
}
