package golubika.accounts;

import static golubika.accounts.AccessLevel.FULL;

import golubika.suppliers.Switches;

/// What somebody may want to see or do on an account (`domain` 1.5). The supplier's switches decide where it says so.
public enum Deed {
    /// Period, debt, meters without serial numbers, tariff.
    SEE {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return true;
        }
    },
    /// Sums by service of past months.
    SEE_HISTORY {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL || switches.historyInBasic();
        }
    },
    /// Names, address, serial numbers, volumes, explanations, payments.
    SEE_PERSON {
        @Override
        boolean allowed(AccessLevel level, Switches switches) {
            return level == FULL;
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
    };

    /// Whether a level may do it at a supplier of such switches.
    public boolean isAllowed(AccessLevel level, Switches switches) {
        return allowed(level, switches);
    }

    abstract boolean allowed(AccessLevel level, Switches switches);
}
