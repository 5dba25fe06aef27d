package golubika.office.web;

import golubika.accounts.PinQueue;
import golubika.metering.Meter;
import golubika.metering.Serials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person wrote beside what the supplier's data say, as people would compare it: whatever the letters' case,
/// dots, the order of a name, «г.» and «ул.». It advises; staff decide.
///
/// @param name of the holder: whether the surname is among what was written
public record Comparison(Match name, Match address, Match serial) {

    /// How two ways of writing compare.
    public enum Match {
        SAME,
        DIFFERENT,
        /// The person wrote nothing.
        NOT_WRITTEN,
        /// The supplier's data say nothing.
        UNKNOWN
    }

    // A letter right after a number belongs to it: «д. 5а», «5 А».
    private static final Pattern PIECE = Pattern.compile("\\d+\\s?\\p{L}(?!\\p{L})|\\p{L}+|\\d+");

    // What comes before a name or number, and says nothing by itself.
    private static final Set<String> KINDS = Set.of(
            "г",
            "гор",
            "город",
            "п",
            "пос",
            "поселок",
            "пгт",
            "с",
            "село",
            "д",
            "дом",
            "дер",
            "деревня",
            "ст",
            "ул",
            "улица",
            "пер",
            "переулок",
            "пр",
            "просп",
            "проспект",
            "кт",
            "б",
            "р",
            "бульвар",
            "ш",
            "шоссе",
            "пл",
            "площадь",
            "к",
            "корп",
            "корпус",
            "кв",
            "квартира",
            "обл",
            "область",
            "респ",
            "республика",
            "рн",
            "н",
            "район",
            "россия",
            "рф");

    private static final int POSTCODE = 6;

    static Comparison of(PinQueue.Entry entry, List<Meter> meters) {
        var written = entry.written();
        if (written == null) {
            return new Comparison(Match.NOT_WRITTEN, Match.NOT_WRITTEN, Match.NOT_WRITTEN);
        }
        return new Comparison(
                name(written.fullName(), entry.holder() == null ? "" : entry.holder()),
                address(written.address(), entry.address() == null ? "" : entry.address()),
                serial(
                        written.serial(),
                        meters.stream()
                                .map(meter -> Serials.key(meter.serial()))
                                .toList()));
    }

    /// All of it is the same. Name and address alone are known to every neighbour.
    boolean isSame() {
        return name == Match.SAME && address == Match.SAME && serial == Match.SAME;
    }

    static Match name(String written, String holder) {
        var known = pieces(holder);
        if (known.isEmpty()) {
            return Match.UNKNOWN;
        }
        return verdict(pieces(written).contains(known.getFirst()));
    }

    /// The same house and flat, and no word that the supplier's address does not have: people leave out the region.
    static Match address(String written, String known) {
        if (known.isBlank()) {
            return Match.UNKNOWN;
        }
        var places = words(known);
        return verdict(numbers(written).equals(numbers(known))
                && !words(written).isEmpty()
                && places.containsAll(words(written)));
    }

    static Match serial(String written, List<String> known) {
        var key = Serials.key(written);
        if (key.isEmpty()) {
            return Match.NOT_WRITTEN;
        }
        return known.isEmpty() ? Match.UNKNOWN : verdict(known.contains(key));
    }

    private static Match verdict(boolean same) {
        return same ? Match.SAME : Match.DIFFERENT;
    }

    private static List<String> words(String address) {
        return pieces(address).stream()
                .filter(piece -> !Character.isDigit(piece.charAt(0)) && !KINDS.contains(piece))
                .toList();
    }

    private static List<String> numbers(String address) {
        return pieces(address).stream()
                .filter(piece -> Character.isDigit(piece.charAt(0)) && piece.length() != POSTCODE)
                .toList();
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var found = PIECE.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        while (found.find()) {
            pieces.add(found.group().replaceAll("\\s", ""));
        }
        return pieces;
    }
}
