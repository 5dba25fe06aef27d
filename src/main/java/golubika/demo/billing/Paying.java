package golubika.demo.billing;

import golubika.values.Money;

/// How a household pays. Sums are reckoned from what it owed when the month began and what the month adds.
enum Paying {
    /// The bill of the month before, between the 3rd and the 13th; now and then it is forgotten till the next.
    ON_TIME {
        @Override
        Money sum(Money opening, Money charged, int offset, int dice) {
            return dice % 25 == 7 && offset != 0 ? Money.ZERO : opening;
        }
    },
    /// Everything at once on the day of the reading, by own reckoning: nothing is ever owed.
    TO_ZERO {
        @Override
        Money sum(Money opening, Money charged, int offset, int dice) {
            return opening.plus(charged);
        }
    },
    /// Round sums in advance.
    AHEAD {
        @Override
        Money sum(Money opening, Money charged, int offset, int dice) {
            var owed = opening.plus(charged).kopecks();
            return owed < -50_000 ? Money.ZERO : Money.ofKopecks(Math.ceilDiv(owed, 100_000) * 100_000 + 100_000);
        }
    },
    /// Nothing for seven months of nine, then all of it.
    RARELY {
        @Override
        Money sum(Money opening, Money charged, int offset, int dice) {
            return Math.floorMod(-offset, 9) <= 6 ? Money.ZERO : opening;
        }
    };

    /// What is paid in a month; zero or less is nothing.
    ///
    /// @param offset months since the one in which the demo began; 0 is that month, before it is negative
    abstract Money sum(Money opening, Money charged, int offset, int dice);

    boolean paysWithReading() {
        return this == TO_ZERO;
    }
}
