package golubika.portal;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A month in «История изменений по услугам»: by service, opening, charged, recalculated, benefit, paid, closing.
///
/// @param accrued what was charged in the month for all services, after benefits and with recalculations
/// @param events  what happened in the month
public record PastMonth(
        BillingMonth month, @Nullable Balance whole, List<Row> rows, Money accrued, List<HistoryEvent> events) {

    /// One service. Opening, paid and closing are there only where the billing splits the balance by service.
    public record Row(
            String service,
            @Nullable Money opening,
            Money accrued,
            Money recalculated,
            Money benefit,
            Money penalty,
            @Nullable Money paid,
            @Nullable Money closing) {}

    static List<PastMonth> of(List<Balance> balances, List<Charge> charges, Supplier supplier) {
        var months = new LinkedHashMap<BillingMonth, List<Balance>>();
        balances.forEach(balance ->
                months.computeIfAbsent(balance.month(), m -> new ArrayList<>()).add(balance));
        return months.entrySet().stream()
                .map(month -> of(
                        month.getKey(),
                        month.getValue(),
                        charges.stream()
                                .filter(charge -> charge.month().equals(month.getKey()))
                                .toList(),
                        supplier))
                .toList();
    }

    private static PastMonth of(BillingMonth month, List<Balance> balances, List<Charge> charges, Supplier supplier) {
        var rows = new LinkedHashMap<String, Row>();
        for (var charge : charges) {
            rows.merge(charge.service(), row(charge, supplier), PastMonth::together);
        }
        for (var balance : balances) {
            if (!balance.isWhole()) {
                rows.compute(balance.service(), (service, row) -> withBalance(row, balance, supplier));
            }
        }
        var whole = balances.stream().filter(Balance::isWhole).findFirst().orElse(null);
        var accrued = charges.stream().map(Charge::total).reduce(Money.ZERO, Money::plus);
        return new PastMonth(month, whole, List.copyOf(rows.values()), accrued, List.of());
    }

    private static Row row(Charge charge, Supplier supplier) {
        return new Row(
                supplier.serviceName(charge.service()),
                null,
                charge.accrued(),
                charge.recalculated(),
                charge.benefit(),
                charge.penalty(),
                null,
                null);
    }

    private static Row together(Row one, Row other) {
        return new Row(
                one.service(),
                one.opening(),
                one.accrued().plus(other.accrued()),
                one.recalculated().plus(other.recalculated()),
                one.benefit().plus(other.benefit()),
                one.penalty().plus(other.penalty()),
                one.paid(),
                one.closing());
    }

    private static Row withBalance(@Nullable Row row, Balance balance, Supplier supplier) {
        return new Row(
                supplier.serviceName(balance.service()),
                balance.opening(),
                row == null ? balance.accrued() : row.accrued(),
                row == null ? balance.recalculated() : row.recalculated(),
                row == null ? Money.ZERO : row.benefit(),
                row == null ? balance.penalty() : row.penalty(),
                balance.paid(),
                balance.closing());
    }

    PastMonth with(List<HistoryEvent> happened) {
        return new PastMonth(month, whole, rows, accrued, happened);
    }

    /// For those who must not learn of benefits: what was charged is told after them.
    PastMonth withoutBenefits() {
        return new PastMonth(
                month, whole, rows.stream().map(PastMonth::afterBenefit).toList(), accrued, events);
    }

    private static Row afterBenefit(Row row) {
        return new Row(
                row.service(),
                row.opening(),
                row.accrued().minus(row.benefit()),
                row.recalculated(),
                Money.ZERO,
                row.penalty(),
                row.paid(),
                row.closing());
    }

    public boolean hasBalances() {
        return rows.stream().anyMatch(row -> row.opening() != null);
    }

    public boolean hasPenalty() {
        return rows.stream().anyMatch(row -> !row.penalty().isZero());
    }

    public Money sumAccrued() {
        return rows.stream().map(Row::accrued).reduce(Money.ZERO, Money::plus);
    }

    public Money sumRecalculated() {
        return rows.stream().map(Row::recalculated).reduce(Money.ZERO, Money::plus);
    }

    public Money sumBenefit() {
        return rows.stream().map(Row::benefit).reduce(Money.ZERO, Money::plus);
    }

    public Money sumPenalty() {
        return rows.stream().map(Row::penalty).reduce(Money.ZERO, Money::plus);
    }
}
