package golubika.demo.billing;

import golubika.charges.Balance;
import golubika.charges.Charge;
import golubika.charges.Receipt;
import golubika.metering.Reading;
import golubika.site.Format;
import golubika.suppliers.Supplier;
import golubika.values.BillingMonth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How each thing stands in a line of its register. Account numbers stand as the supplier prints them, since
/// billings do that.
record RegisterLines(Supplier supplier) {

    static final String TARIFFS = "DIRECTION;SERVICE;PRICE;UNIT;VALID_FROM;VALID_TO;VAT;ORDER_NO;LOCALITY";
    static final String NORMS = "DIRECTION;SERVICE;NORM;UNIT;VALID_FROM;VALID_TO;ORDER_NO;LOCALITY";
    static final String ACCOUNTS = "ACCOUNT;ELS;FIO;ADDRESS;FIAS;AREA;RESIDENTS;DIRECTION;PIN;EMAIL;PHONE;STATUS;"
            + "CONTRACT_NO;CONTRACT_DATE";
    static final String METERS =
            "ACCOUNT;METER_ID;SERIAL;MODEL;DIGITS;SEAL_NO;INSTALLED;VERIFIED;VALID_TO;TCORR;STATUS;"
                    + "FIRST_VALUE;LAST_DATE;LAST_VALUE";
    static final String READINGS = "READING_ID;ACCOUNT;METER_ID;READ_AT;VALUE;SOURCE;STATE;REASON";
    static final String CHARGES =
            "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;AVG_MONTH;METER_ID;PREV;CURR;VOLUME;COEF;PRICE;"
                    + "ACCRUED;RECALC;BENEFIT;PENALTY;CAUSE;RECALC_FOR";
    static final String PAYMENTS = "PAY_ID;ACCOUNT;DATETIME;AMOUNT;FEE;SERVICE;PERIOD;CHANNEL;PROVIDER;PROVIDER_ID;"
            + "RECEIPT_NO;REGISTRY_NO";
    static final String BALANCES =
            "ACCOUNT;PERIOD;AS_OF;SALDO_IN;ACCRUED;PAID;RECALC;PENALTY;SALDO_OUT;DUE_DATE;SERVICE";

    private static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("yyyyMM");

    List<List<String>> tariffs(Direction direction, Prices.Period period) {
        var from = period.from().toString();
        var to = text(period.to());
        var tax = Integer.toString(period.tax());
        var order = "от " + Format.numericDate(period.from().minusDays(12)) + " № 00-Э";
        return List.of(
                List.of(direction.name(), Prices.GAS, text(period.gas()), "M3", from, to, tax, order, ""),
                List.of(
                        direction.name(),
                        Prices.MAINTENANCE,
                        text(period.maintenance()),
                        "MONTH",
                        from,
                        to,
                        tax,
                        "№ 000-17",
                        ""));
    }

    List<String> norm(Direction direction) {
        return List.of(
                direction.name(),
                Prices.GAS,
                text(direction.norm()),
                direction.normUnit(),
                "2015-01-01",
                "",
                "№ 00-Н",
                "");
    }

    List<String> account(Household household, Delivery delivery) {
        var home = household.home();
        return List.of(
                printed(household),
                "",
                home.holder(),
                home.address(),
                "",
                text(home.area()),
                Integer.toString(home.residents()),
                household.direction().name(),
                household.pin(),
                "",
                "",
                household.isClosedIn(delivery.to()) ? "CLOSED" : "ACTIVE",
                "000-" + household.number(),
                "2014-04-01");
    }

    List<String> meter(Household household, ClosedMonth.MeterState state) {
        var plan = state.plan();
        return List.of(
                printed(household),
                plan.id(),
                plan.serial(),
                plan.model(),
                Integer.toString(plan.digits()),
                "ПЛ-" + plan.serial(),
                plan.installed().toString(),
                state.verified().toString(),
                state.validTo().toString(),
                plan.temperatureCorrected() ? "1" : "0",
                state.status().name(),
                "0",
                state.lastDay().toString(),
                Long.toString(state.lastValue()));
    }

    List<String> reading(Household household, Reading reading) {
        return List.of(
                Objects.requireNonNull(reading.id()),
                printed(household),
                reading.meterId(),
                reading.day().toString(),
                Long.toString(reading.value()),
                reading.source().name(),
                reading.state().name(),
                text(reading.reason()));
    }

    List<String> charge(Household household, Charge charge) {
        return List.of(
                printed(household),
                period(charge.month()),
                charge.lineId(),
                charge.service(),
                charge.method().name(),
                text(charge.averageMonth()),
                text(charge.meterId()),
                text(charge.previousValue()),
                text(charge.currentValue()),
                text(charge.volume()),
                text(charge.coefficient()),
                text(charge.price()),
                charge.accrued().toString(),
                charge.recalculated().toString(),
                charge.benefit().toString(),
                charge.penalty().toString(),
                text(charge.cause()),
                text(charge.recalculatedFor()));
    }

    List<String> payment(Household household, BillingMonth month, Receipt receipt) {
        return List.of(
                receipt.entryId(),
                printed(household),
                receipt.paidAt().toString(),
                receipt.amount().toString(),
                "0.00",
                "",
                period(month.previous()),
                receipt.channel(),
                text(receipt.provider()),
                text(receipt.providerId()),
                "",
                "");
    }

    /// @param asOf the day of the register: by then all payments of its months are in the balances
    List<String> balance(Household household, Balance balance, LocalDate asOf) {
        return List.of(
                printed(household),
                period(balance.month()),
                asOf.toString(),
                balance.opening().toString(),
                balance.accrued().toString(),
                balance.paid().toString(),
                balance.recalculated().toString(),
                balance.penalty().toString(),
                balance.closing().toString(),
                text(balance.dueDate()),
                balance.service());
    }

    private String printed(Household household) {
        return supplier.accountNumber().print(household.number());
    }

    private static String period(BillingMonth month) {
        return month.month().format(PERIOD);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
