package golubika.payments.providers;

import golubika.payments.PaymentMethod;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How we reach ЮKassa, and as whom.
///
/// @param shopId    the shop of suppliers that `shops` does not name
/// @param secretKey of that shop
/// @param shops     supplier code → its own shop: money of each supplier goes to its own account (103-ФЗ)
/// @param utilities whether the shops are in the mode for utilities, where each payment carries a `payment_order`
@ConfigurationProperties("golubika.payments.yookassa")
record YooKassaSettings(
        @DefaultValue("https://api.yookassa.ru/v3") URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @Nullable String shopId,
        @Nullable String secretKey,
        @DefaultValue Map<String, Shop> shops,
        @DefaultValue FiscalReceipt receipt,
        @DefaultValue("true") boolean utilities) {

    record Shop(
            String shopId,
            String secretKey,
            @Nullable URI baseUrl,
            @DefaultValue Set<PaymentMethod> methods) {
        @Override
        public String toString() {
            return "shop " + shopId;
        }
    }

    /// What a fiscal receipt says of gas (54-ФЗ, dictionaries of ЮKassa); the supplier's accountant decides.
    /// VAT code 11 is the 22 % of 2026.
    record FiscalReceipt(
            @DefaultValue("1") int taxSystem,
            @DefaultValue("11") int vatCode,
            @DefaultValue("commodity") String subject,
            @DefaultValue("full_payment") String mode,
            @DefaultValue("piece") String measure) {}

    @Override
    public String toString() {
        return "ЮKassa at " + baseUrl;
    }

    Optional<Credentials> shopOf(SupplierCode supplier) {
        var own = shops.get(supplier.value());
        if (own != null) {
            return Optional.of(credentials(own, Terms.BY_SETTINGS));
        }
        return shopId == null || secretKey == null
                ? Optional.empty()
                : Optional.of(credentials(new Shop(shopId, secretKey, null, Set.of()), Terms.BY_DEFAULT));
    }

    private static Credentials credentials(Shop shop, Instant since) {
        return new Credentials(shop.shopId(), shop.secretKey(), null, shop.baseUrl(), new Terms(shop.methods(), since));
    }
}
