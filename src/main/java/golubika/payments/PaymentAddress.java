package golubika.payments;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whole addresses of pages of payments, for letters and for the way back from the bank. The same payment always has
/// the same one: a provider takes a repeated order only if nothing in it has changed.
@Component
public class PaymentAddress {

    private final String portal;

    PaymentAddress(@Value("${golubika.address:http://localhost:${server.port:8080}}") String portal) {
        this.portal = portal.replaceFirst("/$", "");
    }

    public String of(PaymentId payment) {
        return portal + "/payments/" + payment;
    }
}
