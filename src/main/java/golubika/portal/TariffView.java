package golubika.portal;

import golubika.suppliers.Tariff;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Today's prices of the account's direction of use.
///
/// @param gas    the price of gas; null where the register names none
/// @param before the price of gas until then
/// @param others fees besides gas
public record TariffView(
        String direction, @Nullable Tariff gas, @Nullable Tariff before, List<Tariff> others) {

    static TariffView of(String direction, List<Tariff> tariffs, LocalDate today) {
        var gas = tariffs.stream()
                .filter(tariff -> tariff.isForGas() && tariff.appliesOn(today))
                .findFirst()
                .orElse(null);
        var before = gas == null
                ? null
                : tariffs.stream()
                        .filter(tariff -> tariff.service().equals(gas.service())
                                && tariff.validFrom().isBefore(gas.validFrom()))
                        .findFirst()
                        .orElse(null);
        var others = tariffs.stream()
                .filter(tariff -> !tariff.isForGas() && tariff.appliesOn(today))
                .toList();
        return new TariffView(direction, gas, before, others);
    }

    public boolean isEmpty() {
        return gas == null && others.isEmpty();
    }
}
