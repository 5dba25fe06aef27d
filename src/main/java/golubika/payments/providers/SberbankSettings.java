package golubika.payments.providers;

import golubika.payments.PaymentMethod;
import golubika.payments.Terms;
import golubika.suppliers.SupplierCode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How we reach the acquiring of Сбербанк, and as whom. Other banks with the same gateway have other addresses.
///
/// @param shops supplier code → its own shop: money of each supplier goes to its own account (103-ФЗ)
@ConfigurationProperties("golubika.payments.sberbank")
record SberbankSettings(
        @DefaultValue("https://securepayments.sberbank.ru/payment/rest")
        URI baseUrl,

        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue Map<String, Shop> shops,
        @DefaultValue FiscalReceipt receipt) {

    /// @param callbackKey the symmetric key of callbacks; without it they are taken as mere hints
    record Shop(
            String userName,
            String password,
            @Nullable String callbackKey,
            @Nullable URI baseUrl,
            @DefaultValue Set<PaymentMethod> methods) {
        @Override
        public String toString() {
            return "shop " + userName;
        }
    }

    /// What a fiscal receipt says of gas (54-ФЗ, dictionaries of the gateway); the supplier's accountant decides.
    ///
    /// @param taxType the gateway's number of the VAT rate; without it no receipt is sent along
    /// @param method  4 is full payment
    /// @param object  1 is a commodity
    /// @param measure 0 is a piece, of format 1.2
    record FiscalReceipt(
            @Nullable Integer taxType,
            @DefaultValue("0") int taxSystem,
            @DefaultValue("4") int method,
            @DefaultValue("1") int object,
            @DefaultValue("0") String measure) {}

    @Override
    public String toString() {
        return "Сбербанк at " + baseUrl;
    }

    Optional<Credentials> shopOf(SupplierCode supplier) {
        return Optional.ofNullable(shops.get(supplier.value()))
                .map(shop -> new Credentials(
                        shop.userName(),
                        shop.password(),
                        shop.callbackKey(),
                        shop.baseUrl(),
                        new Terms(shop.methods(), Terms.BY_SETTINGS)));
    }
}
