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

/// How we reach the acquiring of T-Bank, and as whom.
///
/// @param shops supplier code → its own terminal: money of each supplier goes to its own account (103-ФЗ)
@ConfigurationProperties("golubika.payments.tbank")
record TbankSettings(
        @DefaultValue("https://securepay.tinkoff.ru/v2") URI baseUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue Map<String, Shop> shops,
        @DefaultValue FiscalReceipt receipt) {

    record Shop(
            String terminalKey,
            String password,
            @Nullable URI baseUrl,
            @DefaultValue Set<PaymentMethod> methods) {
        @Override
        public String toString() {
            return "terminal " + terminalKey;
        }
    }

    /// What a fiscal receipt says of gas (54-ФЗ, words of T-Bank); the supplier's accountant decides.
    record FiscalReceipt(
            @DefaultValue("osn") String taxation,
            @DefaultValue("vat22") String tax,
            @DefaultValue("full_payment") String method,
            @DefaultValue("commodity") String object) {}

    @Override
    public String toString() {
        return "T-Bank at " + baseUrl;
    }

    Optional<Credentials> shopOf(SupplierCode supplier) {
        return Optional.ofNullable(shops.get(supplier.value()))
                .map(shop -> new Credentials(
                        shop.terminalKey(),
                        shop.password(),
                        null,
                        shop.baseUrl(),
                        new Terms(shop.methods(), Terms.BY_SETTINGS)));
    }
}
