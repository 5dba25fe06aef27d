package golubika.demo.billing;

import golubika.suppliers.Supplier;
import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The billing of all demo suppliers: invents their households and reckons their months. What it says follows from
/// the seed, the first month, and what the portal has taken; a later month never changes an earlier one.
public final class DemoBilling {

    /// Months of history with which the demo begins.
    public static final int MONTHS = 24;

    // Reckoned before the history begins, so that its first month already has averages and debts.
    private static final int WARM_UP = 13;

    private final List<Supplier> suppliers;
    private final BillingMonth first;
    private final Chance chance;
    private final Map<SupplierCode, List<Household>> households = new LinkedHashMap<>();

    /// @param first the first month of the history
    public DemoBilling(long seed, List<Supplier> suppliers, BillingMonth first) {
        this.suppliers = List.copyOf(suppliers);
        this.first = first;
        this.chance = new Chance(seed);
        for (var i = 0; i < suppliers.size(); i++) {
            var supplier = suppliers.get(i);
            households.put(supplier.code(), new Households(supplier, i, first.plus(-WARM_UP), anchor(), chance).all());
        }
    }

    /// The last month that was closed when the demo began.
    public BillingMonth anchor() {
        return first.plus(MONTHS - 1);
    }

    public List<Household> households(SupplierCode supplier) {
        return households.getOrDefault(supplier, List.of());
    }

    /// What there is to deliver up to a month, in order.
    public List<Delivery> deliveries(BillingMonth last) {
        var beginning = new Delivery(first, anchor());
        var later = Stream.iterate(anchor().next(), month -> month.compareTo(last) <= 0, BillingMonth::next)
                .map(month -> new Delivery(month, month));
        return Stream.concat(Stream.of(beginning), later).toList();
    }

    /// The months of an account from the first of the history to `last`; fewer for one that was closed.
    public List<ClosedMonth> months(Household household, BillingMonth last, Taken taken) {
        var supplier = supplier(household.supplier());
        var prices = prices(supplier);
        var owes = household.owes();
        var settlement = owes == null
                ? null
                : Settlement.of(
                        owes,
                        tried -> live(household, supplier, prices, anchor(), Taken.NOTHING, tried)
                                .getLast()
                                .whole()
                                .closing());
        return live(household, supplier, prices, last, taken, settlement).stream()
                .filter(month -> month.month().compareTo(first) >= 0)
                .toList();
    }

    private List<ClosedMonth> live(
            Household household,
            Supplier supplier,
            Prices prices,
            BillingMonth last,
            Taken taken,
            @Nullable Settlement settlement) {
        var account = household.account();
        var start = first.plus(-WARM_UP);
        var life = new AccountLife(
                household,
                supplier,
                prices,
                start,
                new ReadingHabits(household, supplier, anchor(), taken.readings(account), chance),
                new PaymentHabits(household, supplier, anchor(), taken.payments(account), settlement, chance));
        var months = new ArrayList<ClosedMonth>();
        for (var month = start; month.compareTo(last) <= 0 && !household.isClosedIn(month); month = month.next()) {
            months.add(life.close(month));
        }
        return months;
    }

    /// The registers of a supplier's delivery in the order in which they are to be loaded.
    public List<Register> registers(Supplier supplier, Delivery delivery, Taken taken) {
        var lives = new LinkedHashMap<Household, List<ClosedMonth>>();
        for (var household : households(supplier.code())) {
            lives.put(household, months(household, delivery.to(), taken));
        }
        return new DeliveredRegisters(
                        supplier, prices(supplier), delivery, delivery.from().equals(first), lives)
                .all();
    }

    private Prices prices(Supplier supplier) {
        return new Prices(supplier.code(), anchor().lastDay(), chance);
    }

    private Supplier supplier(SupplierCode code) {
        return suppliers.stream()
                .filter(supplier -> supplier.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
