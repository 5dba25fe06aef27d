package golubika.demo.billing;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Receipt;
import golubika.suppliers.Supplier;
import golubika.values.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// The registers of one supplier for the months of a delivery.
///
/// @param beginning whether it is the first, which brings accounts and norms as well
/// @param lives     the households and their months up to the end of the delivery
record DeliveredRegisters(
        Supplier supplier,
        Prices prices,
        Delivery delivery,
        boolean beginning,
        Map<Household, List<ClosedMonth>> lives) {

    List<Register> all() {
        var registers = new ArrayList<Register>();
        if (beginning || Prices.changeAfter(delivery.to().lastDay()).equals(delivery.asOf())) {
            registers.add(tariffs());
        }
        if (beginning) {
            registers.add(norms());
            registers.add(accounts());
        }
        registers.add(meters());
        registers.add(readings());
        registers.add(charges());
        registers.add(payments());
        registers.add(balances());
        return registers;
    }

    private Register tariffs() {
        var since = delivery.from().previous().firstDay();
        var lines = Arrays.stream(Direction.values())
                .flatMap(direction -> prices.periods(direction, since, delivery.asOf()).stream()
                        .flatMap(period -> form().tariffs(direction, period).stream()))
                .toList();
        return register("TARIFFS", RegisterLines.TARIFFS, lines, Money.ZERO);
    }

    private Register norms() {
        var lines = Arrays.stream(Direction.values()).map(form()::norm).toList();
        return register("NORMS", RegisterLines.NORMS, lines, Money.ZERO);
    }

    private Register accounts() {
        var lines = lives.keySet().stream()
                .map(household -> form().account(household, delivery))
                .toList();
        return register("ACCOUNTS", RegisterLines.ACCOUNTS, lines, Money.ZERO);
    }

    private Register meters() {
        var lines = new ArrayList<List<String>>();
        lives.forEach((household, months) -> {
            if (beginning || !household.isClosedIn(delivery.to())) {
                months.getLast().meters().forEach(state -> lines.add(form().meter(household, state)));
            }
        });
        return register("METERS", RegisterLines.METERS, lines, Money.ZERO);
    }

    private Register readings() {
        var lines = lines(
                (household, month) -> month.readings().stream().map(reading -> form().reading(household, reading)));
        return register("READINGS", RegisterLines.READINGS, lines, Money.ZERO);
    }

    private Register charges() {
        var lines =
                lines((household, month) -> month.charges().stream().map(charge -> form().charge(household, charge)));
        var sum = months().flatMap(month -> month.charges().stream()).map(Charge::accrued);
        return register("CHARGES", RegisterLines.CHARGES, lines, sum.reduce(Money.ZERO, Money::plus));
    }

    private Register payments() {
        var lines = lines((household, month) ->
                month.receipts().stream().map(receipt -> form().payment(household, month.month(), receipt)));
        var sum = months().flatMap(month -> month.receipts().stream()).map(Receipt::amount);
        return register("PAYMENTS", RegisterLines.PAYMENTS, lines, sum.reduce(Money.ZERO, Money::plus));
    }

    private Register balances() {
        var lines = lines((household, month) ->
                month.balances().stream().map(balance -> form().balance(household, balance, delivery.asOf())));
        var sum = months().flatMap(month -> month.balances().stream()).map(Balance::closing);
        return register("BALANCES", RegisterLines.BALANCES, lines, sum.reduce(Money.ZERO, Money::plus));
    }

    private List<List<String>> lines(BiFunction<Household, ClosedMonth, Stream<List<String>>> form) {
        var lines = new ArrayList<List<String>>();
        lives.forEach((household, months) -> months.stream()
                .filter(month -> delivery.holds(month.month()))
                .flatMap(month -> form.apply(household, month))
                .forEach(lines::add));
        return lines;
    }

    private Stream<ClosedMonth> months() {
        return lives.values().stream().flatMap(List::stream).filter(month -> delivery.holds(month.month()));
    }

    private Register register(String kind, String columns, List<List<String>> lines, Money total) {
        return new Register(supplier.code(), kind, delivery.asOf(), columns, lines, total);
    }

    private RegisterLines form() {
        return new RegisterLines(supplier);
    }
}
