package golubika.portal;

import golubika.accounts.AccessLevel;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.Debt;
import golubika.metering.Meter;
import golubika.metering.ReadingPeriod;
import golubika.values.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The home page: what is owed in all, and a card for each account.
public record HomePage(List<Card> cards) {

    /// One account at a glance.
    ///
    /// @param closed the supplier has closed the account
    public record Card(
            Link link, boolean closed, Debt debt, List<Meter> meters, ReadingPeriod period, LocalDate today) {

        // From here on the card warns of the verification's end.
        private static final int SOON = 90;

        public boolean maySendReading() {
            return !closed
                    && link.allows(Deed.SEND_READING)
                    && meters.stream().anyMatch(meter -> meter.status() == Meter.Status.ACTIVE);
        }

        /// Whether a reading of any meter would be charged by.
        public boolean readingsCount() {
            return meters.stream().anyMatch(meter -> meter.isActive() && !meter.verificationExpiredOn(today));
        }

        public boolean mayPay() {
            return link.allows(Deed.PAY);
        }

        public boolean isBasic() {
            return link.level() == AccessLevel.BASIC;
        }

        public boolean readingSent() {
            return !meters.isEmpty() && meters.stream().allMatch(Meter::hasReadingOfPeriod);
        }

        public long daysLeft() {
            return today.until(period.until(), ChronoUnit.DAYS);
        }

        public boolean isOverdue() {
            return debt.amount().isPositive() && debt.dueDate() != null && today.isAfter(debt.dueDate());
        }

        public boolean isAvailable() {
            return link.supplier().isAvailable();
        }

        /// Nothing is known of the account's money yet.
        public boolean hasNoStatement() {
            return debt.month() == null && debt.amount().isZero();
        }

        public boolean verificationEndsSoon() {
            var soonest = soonest();
            return soonest != null && soonest.verificationExpiredOn(today.plusDays(SOON));
        }

        public long verifiedFor() {
            return today.until(
                    Objects.requireNonNull(Objects.requireNonNull(soonest()).validTo()), ChronoUnit.DAYS);
        }

        /// A meter that is there and does not count now.
        public @Nullable Meter idle() {
            return meters.stream()
                    .filter(meter -> meter.status() != Meter.Status.ACTIVE)
                    .findFirst()
                    .orElse(null);
        }

        /// The meter whose verification ends first.
        public @Nullable Meter soonest() {
            return meters.stream()
                    .filter(meter -> meter.status() == Meter.Status.ACTIVE && meter.validTo() != null)
                    .min(Comparator.comparing(meter -> Objects.requireNonNull(meter.validTo())))
                    .orElse(null);
        }
    }

    /// The sum of all debts that are known; overpayments of one account do not pay another.
    public Money owed() {
        return cards.stream()
                .filter(Card::isAvailable)
                .map(card -> card.debt().amount())
                .filter(Money::isPositive)
                .reduce(Money.ZERO, Money::plus);
    }

    /// The accounts whose debt cannot be told now.
    public List<Card> unknown() {
        return cards.stream().filter(card -> !card.isAvailable()).toList();
    }

    public List<Card> owing() {
        return cards.stream()
                .filter(card -> card.isAvailable() && card.debt().amount().isPositive())
                .toList();
    }

    /// The debt that is due first: where to begin.
    public Optional<Card> first() {
        return owing().stream()
                .min(Comparator.comparing(
                        card -> Objects.requireNonNullElse(card.debt().dueDate(), LocalDate.MAX)));
    }
}
