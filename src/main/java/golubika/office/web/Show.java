package golubika.office.web;

import java.util.Locale;

/// Which part of the queue is looked at.
public enum Show {
    ALL,
    OVERDUE,
    /// Those closed in the last 30 days.
    CLOSED;

    static Show of(String asked) {
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "overdue" -> OVERDUE;
            case "closed" -> CLOSED;
            default -> ALL;
        };
    }

    /// As the address names it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
