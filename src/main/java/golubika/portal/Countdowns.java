package golubika.portal;

import golubika.accounts.Account;
import golubika.charges.Arrears;
import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Charge.Method;
import golubika.charges.Debt;
import golubika.charges.LateFee;
import golubika.charges.MonthUse;
import golubika.charges.PenaltyTerms;
import golubika.charges.Stake;
import golubika.metering.Meter;
import golubika.suppliers.Norm;
import golubika.suppliers.Supplier;
import golubika.suppliers.Tariff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is running out for an account on a day.
///
/// @param lines the newest month's charges
record Countdowns(LocalDate today, List<Meter> meters, List<Charge> lines) {

    // From here on the page speaks of the verification's end.
    private static final int SOON = 90;
    private static final int AVERAGES_IN_A_ROW = 3;

    /// Whether the norm matters for this account.
    boolean needNorms() {
        return !running().isEmpty()
                || meters.stream().anyMatch(meter -> meter.status() == Meter.Status.BROKEN)
                || lines.stream().anyMatch(line -> line.method() != Method.METER && line.isGas());
    }

    List<Countdown> of(Account account, List<Norm> norms, List<Tariff> prices, List<MonthUse> use) {
        var stake = Stake.of(account, norms, prices, use, today).orElse(null);
        var countdowns = new ArrayList<Countdown>();
        if (!isSettled()) {
            byMethod(stake, countdowns);
        }
        meters.stream()
                .filter(meter -> meter.status() == Meter.Status.BROKEN)
                .forEach(meter -> countdowns.add(new Countdown.Broken(meter, stake)));
        running()
                .forEach(meter -> countdowns.add(
                        new Countdown.Verification(meter, Objects.requireNonNull(meter.validTo()), today, stake)));
        return countdowns;
    }

    /// The penalty that an overdue debt grows by; empty where nothing is overdue.
    static List<Countdown> late(
            Debt debt, List<Balance> balances, Supplier supplier, PenaltyTerms terms, LocalDate today) {
        var month = debt.month();
        if (month == null || !debt.amount().isPositive()) {
            return List.of();
        }
        return LateFee.of(Arrears.of(debt.amount(), balances, supplier), terms, month.lastDay(), today).stream()
                .<Countdown>map(fee -> new Countdown.Late(fee, today))
                .toList();
    }

    private void byMethod(@Nullable Stake stake, List<Countdown> countdowns) {
        var used = lines.stream()
                .filter(line -> line.method() == Method.AVERAGE && line.averageMonth() != null)
                .mapToInt(line -> Objects.requireNonNull(line.averageMonth()))
                .max();
        if (used.isPresent()) {
            var away = meters.stream().anyMatch(meter -> meter.status() == Meter.Status.ON_VERIFICATION);
            countdowns.add(new Countdown.Averages(used.getAsInt(), AVERAGES_IN_A_ROW - used.getAsInt(), away, stake));
        } else if (meters.stream().anyMatch(this::counts)
                && lines.stream().anyMatch(line -> line.method() == Method.NORM)) {
            countdowns.add(new Countdown.ByNorm(stake));
        }
    }

    // With a reading of every meter that counts, the next month is by meter again.
    private boolean isSettled() {
        var counting = meters.stream().filter(this::counts).toList();
        return !counting.isEmpty() && counting.stream().allMatch(Meter::hasReadingOfPeriod);
    }

    private boolean counts(Meter meter) {
        return meter.status() == Meter.Status.ACTIVE && !meter.verificationExpiredOn(today);
    }

    private List<Meter> running() {
        return meters.stream()
                .filter(meter ->
                        meter.status() == Meter.Status.ACTIVE && meter.verificationExpiredOn(today.plusDays(SOON)))
                .toList();
    }
}
