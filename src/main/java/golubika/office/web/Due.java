package golubika.office.web;

import java.time.LocalDate;

/// «Срок»: how far the day of answer is.
public enum Due {
    OVERDUE("bad", "error"),
    TODAY("warn", "wait"),
    IN_TIME("mute", "wait");

    private final String tone;
    private final String icon;

    Due(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /// @param day   until whose end an answer is in time
    /// @param today of the desk
    static Due of(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            return OVERDUE;
        }
        return day.equals(today) ? TODAY : IN_TIME;
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }
}
