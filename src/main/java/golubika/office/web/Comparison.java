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

    // A letter right after a number belongs to it: «д. 5а», «5 А». Not «5 к. 2», «5к2» and «610000 г. Киров»: what
    // stands
    // there for a kind of place, or ends with a dot, begins something new.
    private static final Pattern PIECE =
            Pattern.compile("\\d+(?:(?!к[.\\s]*\\d)\\p{L}(?!\\p{L})|\\s(?![гкдсп])\\p{L}(?![\\p{L}.]))|\\p{L}+|\\d+");

    private static final Pattern HYPHEN = Pattern.compile("\\s*[-\u2010-\u2015]\\s*");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}-]+");

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
        var known = names(holder);
        if (known.isEmpty()) {
            return Match.UNKNOWN;
        }
        return verdict(names(written).contains(known.getFirst()));
    }

    /// The same house and flat in the same street, and no word that the supplier's address does not have: people leave
    /// out the region.
    static Match address(String written, String known) {
        if (known.isBlank()) {
            return Match.UNKNOWN;
        }
        var places = words(known);
        return verdict(numbers(written).equals(numbers(known))
                && words(written).contains(street(known))
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

    // The last word that a number follows: of «г. Ягодный, ул. Лесная, д. 5», that of the street; of «с. Ягодное, д.
    // 5»,
    // where there are no streets, that of the village. Empty when there is none.
    private static String street(String address) {
        var latest = "";
        var street = "";
        for (var piece : pieces(address)) {
            if (isWord(piece)) {
                latest = piece;
            } else if (isNumber(piece)) {
                street = latest;
            }
        }
        return street;
    }

    private static List<String> words(String address) {
        return pieces(address).stream().filter(Comparison::isWord).toList();
    }

    private static List<String> numbers(String address) {
        return pieces(address).stream().filter(Comparison::isNumber).toList();
    }

    private static boolean isWord(String piece) {
        return !Character.isDigit(piece.charAt(0)) && !KINDS.contains(piece);
    }

    private static boolean isNumber(String piece) {
        return Character.isDigit(piece.charAt(0)) && piece.length() != POSTCODE;
    }

    // A double surname is one.
    private static List<String> names(String text) {
        var joined = HYPHEN.matcher(plain(text)).replaceAll("-");
        return BETWEEN_NAMES
                .splitAsStream(joined)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var found = PIECE.matcher(plain(text));
        while (found.find()) {
            pieces.add(found.group().replaceAll("\\s", ""));
        }
        return pieces;
    }
}
