package golubika.accounts;

import static golubika.accounts.AccessLevel.BASIC;
import static golubika.accounts.AccessLevel.FULL;

import golubika.suppliers.Switches;

/// What somebody may want to see or do on an account (`domain` 1.5). The supplier's switches decide where it says so;
/// of who was invited, [Rights] decide as well.
public enum Deed {
    /// Period, debt, meters without serial numbers, tariff.
    SEE {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return true;
        }
    },
    /// What was charged and paid in the newest month. Where the charge is a proof, it is no secret of who sees it.
    SEE_CHARGED {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL || !switches.fullByCharge();
        }
    },
    /// Sums by service of past months.
    SEE_HISTORY {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL || (switches.historyInBasic() && !switches.fullByCharge());
        }
    },
    /// Names, address, serial numbers, volumes, explanations, payments.
    SEE_PERSON {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL;
        }
    },
    /// Bills, as page and PDF.
    SEE_BILLS {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL;
        }
    },
    /// The PIN on them, where the supplier prints it. Whoever has it can open the full version in their own right.
    SEE_PIN {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL && switches.pinOnBill();
        }
    },
    /// Do without bills on paper.
    GO_PAPERLESS {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL && switches.paperless();
        }
    },
    SEND_READING {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL ? switches.readingsInFull() : switches.readingsInBasic();
        }
    },
    PAY {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL ? switches.paymentInFull() : switches.paymentInBasic();
        }
    },
    /// Ask the supplier for a PIN, to open the full version with it.
    APPLY {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == BASIC && switches.fullByPin() && switches.pinByApplication();
        }
    },
    /// See who is connected, invite others, take their access away.
    SHARE {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL;
        }
    };

    /// Whether a level may do it at a supplier of such switches.
    public boolean isAllowed(AccessLevel level, Switches switches) {
        return allowed(level, switches);
    }

    abstract boolean allowed(AccessLevel level, Switches switches);
}
