import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;

/// Writes the registers of two months of one supplier, the same for the same number of accounts: in the first month
/// 99 % of the accounts exist, in the second all. Each file is written twice: as a register (`month-1/METERS.csv`)
/// and as its bare lines for psql (`month-1/METERS.plain`).
class RegisterFiles {

    private final Path folder;
    private final int month;
    private final long accounts;

    private RegisterFiles(Path folder, int month, long accounts) {
        this.folder = folder;
        this.month = month;
        this.accounts = accounts;
    }

    /// Arguments: the folder, the number of accounts.
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var accounts = Long.parseLong(args[1]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("supplier.yaml"), SUPPLIER);
        new RegisterFiles(folder.resolve("month-1"), 1, accounts * 99 / 100).write();
        new RegisterFiles(folder.resolve("month-2"), 2, accounts).write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        write("ACCOUNTS", "ACCOUNT;FIO;ADDRESS;AREA;RESIDENTS;DIRECTION;PIN;EMAIL;PHONE;STATUS;CONTRACT_NO;CONTRACT_DATE",
                this::account, i -> 0);
        write("METERS", "ACCOUNT;METER_ID;SERIAL;MODEL;DIGITS;SEAL_NO;INSTALLED;VERIFIED;VALID_TO;TCORR;STATUS;"
                + "FIRST_VALUE;LAST_DATE;LAST_VALUE", this::meter, i -> 0);
        write("CHARGES", "ACCOUNT;PERIOD;LINE_ID;SERVICE;METHOD;METER_ID;PREV;CURR;VOLUME;COEF;PRICE;ACCRUED;RECALC;"
                + "BENEFIT;PENALTY", this::charge, i -> accrued(i, month));
        write("BALANCES", "ACCOUNT;PERIOD;AS_OF;SALDO_IN;ACCRUED;PAID;RECALC;PENALTY;SALDO_OUT;DUE_DATE",
                this::balance, this::saldoOut);
    }

    private interface Sum {
        long of(long i);
    }

    private void write(String kind, String columns, LongFunction<String> line, Sum sum) throws IOException {
        try (var register = Files.newBufferedWriter(folder.resolve(kind + ".csv"));
                var plain = Files.newBufferedWriter(folder.resolve(kind + ".plain"))) {
            register.write("#GOLUBIKA;1;bench;" + kind + ";" + lastDay() + "\n" + columns + "\n");
            var total = 0L;
            for (var i = 0L; i < accounts; i++) {
                put(register, plain, line.apply(i));
                total += sum.of(i);
            }
            register.write("#TOTAL;" + accounts + ";" + roubles(total) + "\n");
        }
    }

    private static void put(BufferedWriter register, BufferedWriter plain, String line) throws IOException {
        register.write(line);
        register.write('\n');
        plain.write(line);
        plain.write('\n');
    }

    private String lastDay() {
        return month == 1 ? "2025-09-30" : "2025-10-31";
    }

    private String period() {
        return month == 1 ? "202509" : "202510";
    }

    private static String number(long i) {
        return Long.toString(2_000_000_000L + i);
    }

    /// A number that looks random and is always the same.
    private static long chance(long i, int purpose, long bound) {
        var x = (i * 31 + purpose + 1) * 0x9E3779B97F4A7C15L;
        x = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return Math.floorMod(x ^ x >>> 31, bound);
    }

    private static String roubles(long kopecks) {
        var sum = Math.abs(kopecks);
        return (kopecks < 0 ? "-" : "") + sum / 100 + "." + (sum % 100 < 10 ? "0" : "") + sum % 100;
    }

    private String account(long i) {
        // Two homes of a hundred tell of another number of residents in the second month.
        var residents = 1 + chance(i, 1, 6) + (month == 2 && chance(i, 2, 100) < 2 ? 1 : 0);
        return number(i) + ";" + SURNAMES[(int) chance(i, 3, SURNAMES.length)] + " Иван Иванович;г. Ягодный, ул. "
                + STREETS[(int) chance(i, 4, STREETS.length)] + ", д. " + (1 + chance(i, 5, 200)) + ", кв. "
                + (1 + chance(i, 6, 120)) + ";" + (30 + chance(i, 7, 90)) + ".5;" + residents + ";HEAT;"
                + (100_000 + chance(i, 8, 900_000)) + ";;+7900" + (1_000_000 + chance(i, 9, 9_000_000)) + ";ACTIVE;Д-" + i
                + ";2015-0" + (1 + chance(i, 10, 9)) + "-15";
    }

    private static long volume(long i, int month) {
        return 20 + chance(i, 20 + month, 300);
    }

    private static long before(long i, int month) {
        return 1000 + chance(i, 19, 50_000) + (month == 2 ? volume(i, 1) : 0);
    }

    private static long accrued(long i, int month) {
        return volume(i, month) * 894;
    }

    private String meter(long i) {
        return number(i) + ";M" + i + ";" + (10_000_000 + chance(i, 11, 90_000_000)) + ";ВК-G4Т;5;П-" + chance(i, 12, 100_000)
                + ";2016-05-20;2016-03-0" + (1 + chance(i, 13, 9)) + ";2026-03-0" + (1 + chance(i, 13, 9)) + ";0;ACTIVE;0;"
                + lastDay() + ";" + (before(i, month) + volume(i, month));
    }

    private String charge(long i) {
        var previous = before(i, month);
        var volume = volume(i, month);
        return number(i) + ";" + period() + ";1;GAS;METER;M" + i + ";" + previous + ";" + (previous + volume) + ";" + volume
                + ";1;8.94000;" + roubles(accrued(i, month)) + ";0;0;0";
    }

    private long saldoIn(long i) {
        return month == 1 ? chance(i, 30, 300_000) - 100_000 : chance(i, 30, 300_000) - 100_000 + accrued(i, 1) - paid(i, 1);
    }

    private static long paid(long i, int month) {
        return chance(i, 31 + month, 250_000);
    }

    private long saldoOut(long i) {
        return saldoIn(i) + accrued(i, month) - paid(i, month);
    }

    private String balance(long i) {
        return number(i) + ";" + period() + ";" + lastDay() + ";" + roubles(saldoIn(i)) + ";" + roubles(accrued(i, month))
                + ";" + roubles(paid(i, month)) + ";0;0;" + roubles(saldoOut(i)) + ";"
                + (month == 1 ? "2025-10-10" : "2025-11-10");
    }

    private static final String[] SURNAMES = {"Морошкин", "Брусникин", "Черникин", "Клюквин", "Рябинин", "Калинин", "Ежевикин"};
    private static final String[] STREETS = {"Мира", "Садовая", "Лесная", "Полевая", "Ягодная", "Речная", "Новая"};

    private static final String SUPPLIER = """
            code: bench
            name: Межрегионгаз Ягодный
            timeZone: Europe/Moscow
            accountNumber: {minDigits: 1, maxDigits: 10, leadingZerosDropped: false, printedGroups: [],
                            hint: Не более 10 цифр, example: '2000000001'}
            switches: {fullByPin: true, fullBySerial: true, fullByCharge: false, fullByDefault: false, pinByApplication: true, readingsInBasic: true,
                       readingsInFull: true, paymentInBasic: true, paymentInFull: true, historyInBasic: true,
                       zeroUse: true, rollOver: true, readingsAfterVerification: false, largestUse: 1000}
            readingWindows: []
            dueDays: [{validFrom: 2015-01-01, day: 10}]
            payees: []
            services: {GAS: Газоснабжение}
            directions: {HEAT: Отопление}
            historyMonths: 24
            dataDelayDays: 3
            supportEmail: help@example.ru
            supportPhone: '104'
            """;
}
