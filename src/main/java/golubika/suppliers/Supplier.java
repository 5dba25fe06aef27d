package golubika.suppliers;

import golubika.values.BillingMonth;
import golubika.values.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A regional gas company as it describes itself in its SUPPLIER register. «Day» in a rule is a day of its time zone.
///
/// @param region         the republic, where one company serves several under one name
/// @param readingWindows days of the month in which readings count for that month, the latest valid one applies
/// @param dueDays        day of the next month until which a month is to be paid
/// @param services       service code → name on the page
/// @param directions     direction of use code → name on the page
/// @param dataDelayDays  working days after which a payment usually shows in the supplier's data
/// @param answerDays     working days within which its staff answer; a description without it means
/// [#USUAL_ANSWER_DAYS]
/// @param display        what it does not show; a description without it shows everything
public record Supplier(
        SupplierCode code,
        String name,
        @Nullable String region,
        ZoneId timeZone,
        AccountNumberFormat accountNumber,
        Switches switches,
        List<ReadingWindow> readingWindows,
        List<DueDay> dueDays,
        List<Payee> payees,
        Map<String, String> services,
        Map<String, String> directions,
        int historyMonths,
        int dataDelayDays,
        Integer answerDays,
        String supportEmail,
        String supportPhone,
        Display display) {

    /// What people are promised where the supplier says nothing of it.
    public static final int USUAL_ANSWER_DAYS = 2;

    /// Readings sent from `fromDay` to `toDay` of a month count for that month, from `validFrom` on.
    public record ReadingWindow(LocalDate validFrom, int fromDay, int toDay) {
        public ReadingWindow {
            if (fromDay < 1 || toDay < fromDay || toDay > 31) {
                throw new IllegalArgumentException("a reading window lies within a month: " + fromDay + "–" + toDay);
            }
        }
    }

    /// Months from `validFrom` on are paid by this day of the month after.
    public record DueDay(LocalDate validFrom, int day) {}

    // A description that leaves something out is told which; only the region, the days of answering and the display
    // may be missing.
    public Supplier {
        Objects.requireNonNull(code, "code is missing");
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(timeZone, "timeZone is missing");
        Objects.requireNonNull(accountNumber, "accountNumber is missing");
        Objects.requireNonNull(switches, "switches is missing");
        Objects.requireNonNull(supportEmail, "supportEmail is missing");
        Objects.requireNonNull(supportPhone, "supportPhone is missing");
        readingWindows = List.copyOf(Objects.requireNonNull(readingWindows, "readingWindows is missing"));
        dueDays = List.copyOf(Objects.requireNonNull(dueDays, "dueDays is missing"));
        payees = List.copyOf(Objects.requireNonNull(payees, "payees is missing"));
        checkAccountsDiffer(payees);
        services = Map.copyOf(Objects.requireNonNull(services, "services is missing"));
        directions = Map.copyOf(Objects.requireNonNull(directions, "directions is missing"));
        answerDays = answerDays == null ? USUAL_ANSWER_DAYS : answerDays;
        display = display == null ? Display.ALL : display;
    }

    // Money for agents goes to an account of its own (103-ФЗ).
    private static void checkAccountsDiffer(List<Payee> payees) {
        for (var agents : payees) {
            if (agents.purpose() == Payee.Purpose.PAYMENT_AGENT
                    && payees.stream()
                            .anyMatch(other -> other.purpose() != agents.purpose()
                                    && other.account().equals(agents.account())
                                    && other.bic().equals(agents.bic()))) {
                throw new Payee.Wrong("payees", agents.account(), Payee.Flaw.SAME_ACCOUNT);
            }
        }
    }

    /// The name as people choose it: «Межрегионгаз Пятигорск (Республика Дагестан)».
    public String fullName() {
        return region == null ? name : name + " (" + region + ")";
    }

    /// The last day of answering what came in on a day.
    public LocalDate answerBy(LocalDate day) {
        return WorkingDays.after(day, answerDays);
    }

    /// False while it has switched its service off.
    public boolean isAvailable() {
        return display.unavailable() == null;
    }

    public boolean shows(Display.Section section) {
        return display.shows(section);
    }

    public String serviceName(String service) {
        return services.getOrDefault(service, service);
    }

    public String directionName(String direction) {
        return directions.getOrDefault(direction, direction);
    }

    /// The window of the month that holds `day`; empty where the supplier takes readings on any day.
    public Optional<ReadingWindow> readingWindow(LocalDate day) {
        return latest(readingWindows, ReadingWindow::validFrom, day);
    }

    /// The last day on which a month's charges are paid in time, unless the register states another.
    public Optional<LocalDate> dueDate(BillingMonth month) {
        var next = month.next();
        return latest(dueDays, DueDay::validFrom, next.firstDay())
                .map(due -> next.firstDay().plusDays(due.day() - 1L));
    }

    public Optional<Payee> payee(Payee.Purpose purpose) {
        return payees.stream().filter(payee -> payee.purpose() == purpose).findFirst();
    }

    /// Whether money for this company goes to the taxpayer of that number.
    public boolean isPaidBy(String inn) {
        return payees.stream().anyMatch(payee -> payee.inn().equals(inn));
    }

    private static <T> Optional<T> latest(List<T> dated, Function<T, LocalDate> validFrom, LocalDate day) {
        return dated.stream()
                .filter(entry -> !validFrom.apply(entry).isAfter(day))
                .max(Comparator.comparing(validFrom));
    }
}
