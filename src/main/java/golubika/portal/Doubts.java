package golubika.portal;

import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Discrepancy;
import golubika.values.BillingMonth;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Notices where a month that somebody looks at does not add up: the person is told on the page, staff see it in the
/// figure `golubika.statement.discrepancies`. What shows in a line by itself, the import has stored.
@Component
class Doubts {

    private final MeterRegistry registry;

    Doubts(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Those of the month that the link may know of: without the volumes, in BASIC.
    List<Discrepancy> of(Link link, @Nullable BillingMonth month, List<Charge> charges, List<Balance> balances) {
        if (month == null) {
            return List.of();
        }
        var found = Discrepancy.of(month, charges, balances);
        if (found.isEmpty()) {
            return found;
        }
        found.forEach(each -> count(link, each));
        return link.allows(Deed.SEE_PERSON)
                ? found
                : found.stream()
                        .filter(each ->
                                each.kind() == Discrepancy.Kind.MONTH || each.kind() == Discrepancy.Kind.OPENING)
                        .toList();
    }

    private void count(Link link, Discrepancy found) {
        registry.counter(
                        "golubika.statement.discrepancies",
                        "supplier",
                        link.supplier().code().value(),
                        "kind",
                        found.kind().name())
                .increment();
    }
}
