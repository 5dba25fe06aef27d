package golubika.suppliers;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/// Bank details that money for a supplier goes to. Banks and payment agents must use different accounts (103-ФЗ).
/// Details whose control keys do not fit cannot exist: money sent by them would wander.
///
/// @param inn                  of 10 digits, or 12 of a sole trader
/// @param kpp                  empty for a sole trader
/// @param account              20 digits, with a key that fits the BIC
/// @param correspondentAccount 20 digits, or `0` for a bank without one, as ГОСТ Р 56042 writes it
public record Payee(
        Purpose purpose,
        String name,
        String inn,
        String kpp,
        String account,
        String bank,
        String bic,
        String correspondentAccount) {

    public enum Purpose {
        BANK,
        PAYMENT_AGENT
    }

    /// Why details are none that money could follow.
    public enum Flaw {
        MISSING,
        TOO_LONG,
        INN_FORM,
        INN_KEY,
        KPP_FORM,
        BIC_FORM,
        ACCOUNT_FORM,
        ACCOUNT_KEY,
        /// Banks and payment agents are given one account.
        SAME_ACCOUNT
    }

    /// Thrown for details that cannot be right.
    public static final class Wrong extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String field;
        private final String value;
        private final Flaw flaw;

        Wrong(String field, String value, Flaw flaw) {
            super(field + ": " + flaw + " (" + value + ")");
            this.field = field;
            this.value = value;
            this.flaw = flaw;
        }

        /// The name of the property that is wrong: `account`.
        public String field() {
            return field;
        }

        public String value() {
            return value;
        }

        public Flaw flaw() {
            return flaw;
        }
    }

    // What a payment code holds (ГОСТ Р 56042): so much in each field, and so many bytes in the mandatory ones
    // together.
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_BANK = 45;
    private static final int LONGEST_CODE =
            300 - "Name=|PersonalAcc=|BankName=|BIC=|CorrespAcc=".length() - 20 - 9 - 20;

    private static final Pattern KPP = Pattern.compile("\\d{4}[0-9A-Z]{2}\\d{3}");
    private static final Pattern BIC = Pattern.compile("0[0124]\\d{7}");
    private static final String EXAMPLE_BIC = "049999999";

    public Payee {
        Objects.requireNonNull(purpose, "purpose is missing");
        checkText("name", name, LONGEST_NAME);
        checkText("bank", bank, LONGEST_BANK);
        if (bytes(name) + bytes(bank) > LONGEST_CODE) {
            throw new Wrong("name", name, Flaw.TOO_LONG);
        }
        checkInn(inn);
        kpp = kpp == null ? "" : kpp;
        if (!KPP.matcher(kpp).matches() && !(kpp.isEmpty() && inn.length() == 12)) {
            throw new Wrong("kpp", kpp, Flaw.KPP_FORM);
        }
        if (bic == null || !BIC.matcher(bic).matches()) {
            throw new Wrong("bic", String.valueOf(bic), Flaw.BIC_FORM);
        }
        checkAccount("account", account, ControlKeys.ofAccount(bic, String.valueOf(account)));
        if (!"0".equals(correspondentAccount)) {
            checkAccount(
                    "correspondentAccount",
                    correspondentAccount,
                    ControlKeys.ofCorrespondentAccount(bic, String.valueOf(correspondentAccount)));
        }
    }

    /// The details of examples and of the demo: no bank has this BIC, so nothing can be paid by them.
    public boolean isExample() {
        return bic.equals(EXAMPLE_BIC);
    }

    private static void checkText(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new Wrong(field, "", Flaw.MISSING);
        }
        if (text.length() > longest) {
            throw new Wrong(field, text, Flaw.TOO_LONG);
        }
    }

    private static void checkInn(String inn) {
        if (inn == null || !inn.matches("\\d{10}|\\d{12}")) {
            throw new Wrong("inn", String.valueOf(inn), Flaw.INN_FORM);
        }
        if (!ControlKeys.ofInn(inn)) {
            throw new Wrong("inn", inn, Flaw.INN_KEY);
        }
    }

    private static void checkAccount(String field, String account, boolean keyFits) {
        if (account == null || !account.matches("\\d{20}")) {
            throw new Wrong(field, String.valueOf(account), Flaw.ACCOUNT_FORM);
        }
        if (!keyFits) {
            throw new Wrong(field, account, Flaw.ACCOUNT_KEY);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
