package golubika.payments;

import golubika.suppliers.SupplierCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The payment providers of the installation, and who takes whose money.
@Component
public class Providers {

    private final List<Provider> all;

    Providers(List<Provider> all) {
        this.all = List.copyOf(all);
    }

    /// Who takes the supplier's new payments; empty when nobody does, and nothing can be paid here.
    public Optional<Provider> of(SupplierCode supplier) {
        return all.stream()
                .filter(provider -> provider.terms(supplier).isPresent())
                .max(Comparator.comparing(
                        provider -> provider.terms(supplier).orElseThrow().since()));
    }

    /// The ways to pay that the supplier offers; none when it takes no money here.
    public List<PaymentMethod> methods(SupplierCode supplier) {
        return of(supplier).flatMap(provider -> provider.terms(supplier)).stream()
                .flatMap(terms -> terms.methods().stream())
                .sorted()
                .toList();
    }

    /// The provider that a payment began with, whoever takes the supplier's money by now.
    public Provider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no provider " + name));
    }

    Provider of(Payment payment) {
        return named(payment.atProvider().provider());
    }
}
