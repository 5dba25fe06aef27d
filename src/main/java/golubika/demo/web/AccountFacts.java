package golubika.demo.web;

import golubika.charges.Charge;
import golubika.demo.DemoAccount;
import golubika.demo.billing.ClosedMonth;
import golubika.demo.billing.ClosedMonth.MeterState;
import golubika.metering.Meter;
import golubika.site.Format;
import golubika.site.Texts;
import golubika.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What there is to see on an account of the demo, told by its last closed month.
final class AccountFacts {

    // Verification that ends within this many days is worth a word.
    private static final int SOON = 90;
    private static final int ALMOST = 500;

    private final Texts texts;
    private final List<String> facts = new ArrayList<>();

    private AccountFacts(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(DemoAccount account, Texts texts) {
        var facts = new AccountFacts(texts);
        facts.tell(account.last(), account.isClosed());
        return facts.facts;
    }

    private void tell(ClosedMonth month, boolean closed) {
        if (closed) {
            add("closed");
            return;
        }
        tellDebt(month.whole().closing());
        if (month.whole().penalty().isPositive()) {
            add("penalty", Format.money(month.whole().penalty()));
        }
        var meters = month.meters().stream().filter(MeterState::isInUse).toList();
        tellMeters(meters, month.month().next().firstDay());
        if (month.meters().size() > meters.size()) {
            add("replaced");
        }
        tellCharge(month.charges().getFirst(), !meters.isEmpty());
    }

    private void tellDebt(Money closing) {
        if (closing.isZero()) {
            add("no-debt");
        } else {
            add(closing.isPositive() ? "debt" : "overpaid", Format.money(closing.abs()));
        }
    }

    private void tellMeters(List<MeterState> meters, LocalDate today) {
        switch (meters.size()) {
            case 0 -> add("no-meter");
            case 1 -> tellMeter(meters.getFirst(), today);
            default -> add("two-meters");
        }
    }

    private void tellMeter(MeterState meter, LocalDate today) {
        if (meter.status() == Meter.Status.ON_VERIFICATION) {
            add("on-verification");
        } else if (meter.status() == Meter.Status.BROKEN) {
            add("seal-broken");
        } else if (meter.validTo().isBefore(today)) {
            add("expired", Format.date(meter.validTo()));
        } else if (meter.validTo().isBefore(today.plusDays(SOON))) {
            add("expires", Format.date(meter.validTo()));
        }
        if (meter.plan().range() - meter.lastValue() < ALMOST) {
            add("almost-full", Format.number(meter.lastValue()));
        }
    }

    private void tellCharge(Charge gas, boolean metered) {
        switch (gas.method()) {
            case AVERAGE -> add("average", Objects.requireNonNull(gas.averageMonth()));
            case NORM -> {
                if (metered) {
                    add("norm");
                }
            }
            case METER, FIXED -> {}
        }
        if (gas.coefficient() != null && gas.coefficient().compareTo(BigDecimal.ONE) != 0) {
            add("coefficient", Format.decimal(gas.coefficient(), 2));
        }
        if (gas.benefit().isPositive()) {
            add("benefit");
        }
        if (!gas.recalculated().isZero()) {
            add("recalculated");
        }
    }

    private void add(String fact, Object... values) {
        facts.add(texts.of("demo.shows." + fact, values));
    }
}
