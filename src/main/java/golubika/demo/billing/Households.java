package golubika.demo.billing;

import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import golubika.values.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The households of a supplier. The first has the number that the supplier gives as an example, and nothing unusual;
/// the others tell one story each.
///
/// @param first  the first month that is reckoned
/// @param anchor the month in which the demo began
record Households(Supplier supplier, int place, BillingMonth first, BillingMonth anchor, Chance chance) {

    private static final int COUNT = 16;
    // Neighbouring account numbers lie this far apart, so that a slip of the finger meets nobody.
    private static final int APART = 101;
    private static final Map<String, String> PINS =
            Map.of("kaluga", "730194", "ptg-dag", "264815", "spb", "918203", "kirov", "350672");

    List<Household> all() {
        var households = new ArrayList<Household>();
        households.add(example());
        for (var i = 1; i < COUNT; i++) {
            households.add(i == 1 && is("ptg-dag") ? overpaid() : invented(number(i), story(i)));
        }
        return households;
    }

    private Household example() {
        var number = number(0);
        return switch (supplier.code().value()) {
            case "kaluga" -> vera(number);
            case "ptg-dag" -> told(number, Story.ORDINARY, Direction.HEATING, 27_927, "00583127", null);
            case "spb" -> told(number, Story.ORDINARY, Direction.HEATER, 4_318, "01702061", null);
            case "kirov" -> told(number, Story.NO_DEBT, Direction.COOKING, 2_416, "00231859", null);
            default -> invented(number, Story.ORDINARY);
        };
    }

    // The household of the mock-ups, with its use of two years.
    private Household vera(String number) {
        var yearBefore = List.of(371, 305, 280, 160, 70, 31, 30, 26, 84, 228, 231, 298);
        Use use = month -> Story.offset(anchor, month) > -12
                ? Direction.HEATING.usual(month.month().getMonthValue())
                : yearBefore.get(month.month().getMonthValue() - 1);
        var home = new Home("Ягодкина Вера Павловна", "г. Калуга, ул. Садовая, д. 12", new BigDecimal("84.6"), 3);
        var meter = plans(number, Story.ORDINARY, use).showing(27_927, "00417385");
        return household(
                number, home, Direction.HEATING, Story.ORDINARY, use, List.of(meter), Money.ofKopecks(195_685));
    }

    // The overpaid account of the second of the documents that the portal follows.
    private Household overpaid() {
        return told(number(1), Story.OVERPAID, Direction.HEATING, 31_644, "00914406", Money.ofKopecks(-195_685));
    }

    private Household told(
            String number, Story story, Direction direction, long shows, String serial, @Nullable Money owes) {
        var use = Use.usual(direction, 100, chance, number);
        var meter = plans(number, story, use).showing(shows, serial);
        return household(number, home(number, direction), direction, story, use, List.of(meter), owes);
    }

    private Household invented(String number, Story story) {
        var direction = direction(number, story);
        var use = Use.usual(direction, chance.between(70, 130, "percent", number), chance, number);
        var meters = plans(number, story, use).all();
        return household(number, home(number, direction), direction, story, use, meters, null);
    }

    private Household household(
            String number,
            Home home,
            Direction direction,
            Story story,
            Use use,
            List<MeterPlan> meters,
            @Nullable Money owes) {
        var pin = number.equals(supplier.accountNumber().example())
                ? PINS.getOrDefault(supplier.code().value(), pin(number))
                : pin(number);
        var closed = story == Story.CLOSED ? anchor.plus(-4) : null;
        return new Household(supplier.code(), number, pin, home, direction, story, use, meters, owes, closed);
    }

    private String pin(String number) {
        return "%06d".formatted(chance.below(1_000_000, "pin", supplier.code(), number));
    }

    private Direction direction(String number, Story story) {
        return switch (story) {
            case SMALL_READING -> Direction.COOKING;
            case OLD_DEBT, TWO_METERS, BIG_READING, REPLACED_METER, TEMPERATURE -> Direction.HEATING;
            default -> chance.oneOf(List.of(Direction.values()), "direction", number);
        };
    }

    private Story story(int i) {
        var stories = Story.values();
        return stories[(place * (COUNT - 1) + i - 1) % stories.length];
    }

    private String number(int i) {
        return Long.toString(Long.parseLong(supplier.accountNumber().example()) + (long) i * APART);
    }

    private Home home(String number, Direction direction) {
        var town = supplier.region() == null
                ? "г. " + supplier.name().substring(supplier.name().indexOf(' ') + 1)
                : "пос. Ягодный";
        return People.home(chance, town, supplier.code() + number, direction);
    }

    private MeterPlans plans(String number, Story story, Use use) {
        return new MeterPlans(number, story, use, first, anchor, chance);
    }

    private boolean is(String code) {
        return supplier.code().value().equals(code);
    }
}
