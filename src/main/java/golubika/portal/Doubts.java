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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Notices where a month that somebody looks at does not add up: the person is told on the page, staff find it in the
/// log and in the figure `golubika.statement.discrepancies`. What shows in a line by itself, the import has stored.
@Component
class Doubts {

    private static final Logger log = LoggerFactory.getLogger(Doubts.class);

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
        found.forEach(each -> note(link, each));
        return link.allows(Deed.SEE_PERSON)
                ? found
                : found.stream()
                        .filter(each ->
                                each.kind() == Discrepancy.Kind.MONTH || each.kind() == Discrepancy.Kind.OPENING)
                        .toList();
    }

    private void note(Link link, Discrepancy found) {
        registry.counter(
                        "golubika.statement.discrepancies",
                        "supplier",
                        link.supplier().code().value(),
                        "kind",
                        found.kind().name())
                .increment();
        log.warn(
                "account {} month {}: {} {} is stated as {}, reckoned as {}",
                link.account(),
                found.month(),
                found.kind(),
                found.of(),
                found.stated(),
                found.reckoned());
    }
}
