package golubika.demo.billing;

import java.math.BigDecimal;
import java.util.List;

/// What a household uses gas for: decides price, norm and how much is usual in which month.
enum Direction {
    COOKING("11.47210", "21.85", "10.00000", "M3_PERSON", List.of(12, 12, 12, 11, 11, 10, 9, 9, 10, 11, 12, 12)),
    HEATER("10.28340", "32.40", "22.00000", "M3_PERSON", List.of(34, 33, 32, 30, 28, 24, 22, 22, 26, 30, 32, 34)),
    HEATING("8.94000", "43.69", "6.50000", "M3_M2", List.of(356, 318, 262, 148, 62, 34, 28, 30, 71, 214, 248, 312));

    private final BigDecimal price;
    private final BigDecimal maintenance;
    private final BigDecimal norm;
    private final String normUnit;
    private final List<Integer> usual;

    Direction(String price, String maintenance, String norm, String normUnit, List<Integer> usual) {
        this.price = new BigDecimal(price);
        this.maintenance = new BigDecimal(maintenance);
        this.norm = new BigDecimal(norm);
        this.normUnit = normUnit;
        this.usual = usual;
    }

    /// Roubles for one m³ in the month in which the demo begins.
    BigDecimal price() {
        return price;
    }

    /// Roubles for a month of maintenance of the equipment, likewise.
    BigDecimal maintenance() {
        return maintenance;
    }

    /// m³ a month without a meter, for one person or one m² of the home.
    BigDecimal norm() {
        return norm;
    }

    String normUnit() {
        return normUnit;
    }

    BigDecimal norm(Home home) {
        var by = this == HEATING ? home.area() : BigDecimal.valueOf(home.residents());
        return norm.multiply(by);
    }

    /// Usual m³ of a calendar month, 1 to 12.
    int usual(int month) {
        return usual.get(month - 1);
    }
}
