package golubika.office.web;

import golubika.accounts.PinApplication.State;
import golubika.accounts.PinQueue;
import golubika.office.StaffBook;
import golubika.office.web.Comparison.Match;
import golubika.site.Format;
import golubika.site.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How the office speaks of PIN applications.
@Component
class Wordings {

    private final StaffBook book;
    private final Texts texts;

    Wordings(StaffBook book, Texts texts) {
        this.book = book;
        this.texts = texts;
    }

    /// `Не совпало: адрес`, `Совпало: фамилия, адрес`, `Сравнить не с чем`.
    String compared(Comparison comparison) {
        var differing = named(comparison, Match.DIFFERENT);
        if (!differing.isEmpty()) {
            return texts.of("office.compared.different", differing);
        }
        var same = named(comparison, Match.SAME);
        return same.isEmpty() ? texts.of("office.compared.nothing") : texts.of("office.compared.same", same);
    }

    /// `PIN-код выслан: Ольга Рябинина (olga.r), 20 ноября 2026, 12:40`.
    String outcome(PinQueue.Entry entry, ZoneId zone) {
        var state = texts.of("office.state." + state(entry));
        var closedAt = entry.application().closedAt();
        if (closedAt == null) {
            return state;
        }
        return entry.closedBy() == null
                ? texts.of("office.outcome", state, moment(closedAt, zone))
                : texts.of("office.outcome.by", state, who(entry.closedBy()), moment(closedAt, zone));
    }

    // Names are not unique, logins are.
    private String who(String login) {
        return book.known(login)
                .map(entry -> texts.of("office.who", entry.staff().name(), login))
                .orElse(login);
    }

    /// `20 ноября 2026, 12:40`.
    static String moment(Instant moment, ZoneId zone) {
        var there = moment.atZone(zone);
        return Format.date(there.toLocalDate()) + ", " + Format.time(there.toLocalTime());
    }

    private static State state(PinQueue.Entry entry) {
        return entry.application().state();
    }

    private String named(Comparison comparison, Match match) {
        var parts = new LinkedHashMap<String, Match>();
        parts.put("name", comparison.name());
        parts.put("address", comparison.address());
        parts.put("serial", comparison.serial());
        return parts.entrySet().stream()
                .filter(part -> part.getValue() == match)
                .map(Map.Entry::getKey)
                .map(part -> texts.of("office.compared." + part))
                .collect(Collectors.joining(", "));
    }
}
