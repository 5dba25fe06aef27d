package golubika.demo.web;

import golubika.demo.DemoAccount;
import golubika.demo.DemoOffice;
import golubika.demo.DemoPeople;
import golubika.demo.DemoStart;
import golubika.demo.OnDemo;
import golubika.demo.bank.DemoBank;
import golubika.demo.billing.ClosedMonth.MeterState;
import golubika.payments.Provider;
import golubika.payments.Providers;
import golubika.site.Texts;
import golubika.suppliers.Supplier;
import golubika.suppliers.Switches;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Puts the page of the demo together.
@Component
@Conditional(OnDemo.class)
class DemoPages {

    // Accounts to begin with: those that the documents name, and the overpaid one.
    private static final List<String> FIRST = List.of("5812345678", "702062012", "23185952", "407012345", "5812345779");

    // What the account page explains and counts down, in the order in which it is best looked at.
    private static final List<String> CASES = List.of(
            "ORDINARY",
            "AVERAGE_ONE",
            "AVERAGE_TWO",
            "AVERAGE_THREE",
            "NORM_AFTER_AVERAGE",
            "RECALCULATION",
            "NO_METER",
            "VERIFICATION_SOON",
            "VERIFICATION_EXPIRED",
            "ON_VERIFICATION",
            "SEAL_BROKEN",
            "OLD_DEBT",
            "BENEFIT",
            "TEMPERATURE",
            "TWO_METERS",
            "REPLACED_METER");

    // Through whom most suppliers take money.
    private static final String MOST = "YOOKASSA";

    private final DemoStart demo;
    private final DemoBank bank;
    private final Providers providers;
    private final Texts texts;

    DemoPages(DemoStart demo, DemoBank bank, Providers providers, Texts texts) {
        this.demo = demo;
        this.bank = bank;
        this.providers = providers;
        this.texts = texts;
    }

    DemoPage page() {
        var accounts = demo.accounts();
        var bySupplier = accounts.stream()
                .sorted(Comparator.comparing(account -> account.supplier().fullName()))
                .collect(Collectors.groupingBy(DemoAccount::supplier, LinkedHashMap::new, Collectors.toList()));
        return new DemoPage(
                DemoPeople.ALL,
                DemoOffice.ALL.stream().map(one -> operator(one, accounts)).toList(),
                accounts.stream()
                        .filter(account -> FIRST.contains(account.household().number()))
                        .sorted(Comparator.comparing(
                                account -> FIRST.indexOf(account.household().number())))
                        .map(this::account)
                        .toList(),
                CASES.stream().flatMap(story -> example(story, accounts)).toList(),
                bank.address() + "/control",
                bySupplier.keySet().stream()
                        .filter(supplier -> !List.of("", MOST).contains(provider(supplier)))
                        .map(supplier -> texts.of("demo.provider." + provider(supplier), supplier.fullName()))
                        .toList(),
                bySupplier.entrySet().stream().map(this::supplied).toList());
    }

    // Empty where nobody takes the supplier's money.
    private String provider(Supplier supplier) {
        return providers.of(supplier.code()).map(Provider::name).orElse("");
    }

    private DemoPage.Operator operator(DemoOffice.Operator one, List<DemoAccount> accounts) {
        var desk = accounts.stream()
                .map(DemoAccount::supplier)
                .filter(supplier -> supplier.code().value().equals(one.supplier()))
                .map(Supplier::fullName)
                .findFirst()
                .orElseGet(() -> texts.of("demo.staff.portal"));
        return new DemoPage.Operator(one.login(), one.password(), one.name(), desk);
    }

    private Stream<DemoPage.Case> example(String story, List<DemoAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.household().plays().equals(story)
                        && account.supplier().switches().fullByPin()
                        && account.supplier().display().hidden().isEmpty())
                .limit(1)
                .map(account -> new DemoPage.Case(texts.of("demo.case." + story), account(account)));
    }

    private DemoPage.Account account(DemoAccount account) {
        return new DemoPage.Account(
                account.supplier().fullName(),
                account.printedNumber(),
                account.household().number(),
                account.household().pin(),
                account.last().meters().stream()
                        .filter(MeterState::isInUse)
                        .map(meter -> meter.plan().serial())
                        .toList(),
                AccountFacts.of(account, texts));
    }

    private DemoPage.Supplied supplied(Map.Entry<Supplier, List<DemoAccount>> entry) {
        var supplier = entry.getKey();
        return new DemoPage.Supplied(
                supplier.fullName(),
                supplier.accountNumber().hint(),
                differences(supplier),
                entry.getValue().stream().map(this::account).toList());
    }

    private List<String> differences(Supplier supplier) {
        var usual = new LinkedHashMap<String, Predicate<Switches>>();
        usual.put("pin", Switches::fullByPin);
        usual.put("serial", Switches::fullBySerial);
        usual.put("charge", one -> !one.fullByCharge());
        usual.put("readings-basic", Switches::readingsInBasic);
        usual.put("readings-full", Switches::readingsInFull);
        usual.put("payment-basic", Switches::paymentInBasic);
        usual.put("payment-full", Switches::paymentInFull);
        usual.put("history-basic", Switches::historyInBasic);
        usual.put("zero-use", Switches::zeroUse);
        usual.put("roll-over", Switches::rollOver);
        usual.put("after-verification", Switches::readingsAfterVerification);
        return Stream.concat(
                        usual.entrySet().stream()
                                .filter(each -> !each.getValue().test(supplier.switches()))
                                .map(each -> texts.of("demo.differs." + each.getKey())),
                        supplier.display().hidden().stream()
                                .sorted()
                                .map(section -> texts.of("demo.differs.hidden." + section)))
                .toList();
    }
}
