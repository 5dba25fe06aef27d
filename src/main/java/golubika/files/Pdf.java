package golubika.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Looks through a PDF (ISO 32000) for what may act, hide or burst, without opening it: whoever opens a hostile file to
/// see whether it is hostile has lost already.
///
/// Every byte is looked at, those of streams as well, since the table of a PDF may point to any of them. Names are read
/// with their escapes, streams are unpacked within bounds. Objects may be packed in the one usual way alone; where they
/// are packed otherwise, the file is refused unseen.
final class Pdf {

    static final int MOST_PAGES = 300;

    /// Of all streams together, unpacked: some scanned pages at a fine grain.
    static final long MOST_UNPACKED = 256L * 1024 * 1024;

    /// Of all streams together, packed: each byte of a file belongs to one of them, unless they are made to overlap.
    private static final long MOST_PACKED = 2L * Paper.MOST_BYTES;

    private static final int MOST_NAMES = 20_000_000;
    private static final int MOST_STREAMS = 20_000;
    private static final int LONGEST_NAME = 40;

    /// What runs, sends, opens or carries something: ISO 32000-1, 7.11.4, 12.6.4, 13.
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "FileAttachment",
            "RichMedia",
            "Movie",
            "3DD",
            "U3D",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "XFA");

    // No picture is packed so, and objects that are could not be read.
    private static final Set<String> OF_TEXT =
            Set.of("ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "LZWDecode", "LZW", "RunLengthDecode", "Crypt");

    private static final Pattern PLAIN_FLATE =
            Pattern.compile("\\s*(?:/Fl(?:ateDecode)?|\\[\\s*/Fl(?:ateDecode)?\\s*])\\s*(?:/|>>).*", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("\\s+\\d+\\s+\\d+\\s+R\\b.*", Pattern.DOTALL);
    private static final int LONGEST_VALUE = 120;

    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[64 * 1024];
    private long left = MOST_UNPACKED;
    private long leftPacked = MOST_PACKED;
    private int names;
    // Of the object that is being read.
    private boolean packsObjects;
    private boolean unusual;
    private int filters;
    // Of the whole file, whatever a dictionary may pretend to be.
    private boolean hasPackedObjects;
    private boolean hasTextFilters;
    private int streams;
    private int pages;
    private Paper.@Nullable Flaw flaw;

    private Pdf() {}

    static boolean claims(byte[] file) {
        return startsWith(file, 0, "%PDF-");
    }

    /// Why the file is not taken; empty for one that is.
    static Optional<Paper.Flaw> flaw(byte[] file) {
        if (!endsAsPdf(file)) {
            return Optional.of(Paper.Flaw.DAMAGED);
        }
        var look = new Pdf();
        try {
            look.through(file);
        } finally {
            look.inflater.end();
        }
        if (look.flaw == null && look.pages == 0) {
            return Optional.of(Paper.Flaw.DAMAGED);
        }
        return Optional.ofNullable(look.flaw);
    }

    /// Something behind the end is another file, or the end is missing.
    private static boolean endsAsPdf(byte[] file) {
        var end = file.length;
        while (end > 0 && isSpace(file[end - 1])) {
            end--;
        }
        var tail = new String(file, Math.max(0, end - 64), Math.min(64, end), StandardCharsets.ISO_8859_1);
        return tail.endsWith("%%EOF") && tail.contains("startxref");
    }

    private void through(byte[] bytes) {
        for (var place = 0; place < bytes.length && flaw == null; place++) {
            switch (bytes[place]) {
                case '/' -> {
                    var name = name(bytes, bytes.length, place + 1);
                    if (name != null) {
                        note(name, bytes, place);
                    }
                }
                case 'o' -> {
                    if (startsWith(bytes, place, "obj") && place > 0 && isSpace(bytes[place - 1])) {
                        forgetObject();
                    }
                }
                case 's' -> {
                    if (startsWith(bytes, place, "stream") && (place == 0 || !isRegular(bytes[place - 1]))) {
                        stream(bytes, place);
                    }
                }
                default -> {}
            }
        }
        if (flaw == null && hasPackedObjects && hasTextFilters) {
            flaw = Paper.Flaw.OPAQUE;
        }
    }

    private void forgetObject() {
        packsObjects = false;
        unusual = false;
        filters = 0;
    }

    /// The name that begins here, looked at for what is refused anywhere; null for one without letters.
    private @Nullable String name(byte[] bytes, int length, int from) {
        if (from >= length || !isRegular(bytes[from])) {
            return null;
        }
        if (++names > MOST_NAMES) {
            flaw = Paper.Flaw.TOO_MUCH;
            return null;
        }
        var name = new StringBuilder();
        var place = from;
        while (place < length && name.length() <= LONGEST_NAME && isRegular(bytes[place])) {
            var escaped = bytes[place] == '#' && place + 2 < length ? hex(bytes[place + 1], bytes[place + 2]) : -1;
            name.append((char) (escaped < 0 ? bytes[place] & 0xFF : escaped));
            place += escaped < 0 ? 1 : 3;
        }
        judge(name.toString(), bytes, length, place);
        return name.toString();
    }

    private void judge(String name, byte[] bytes, int length, int behind) {
        if (ACTIVE.contains(name) || name.equals("EF") && isKey(bytes, length, behind)) {
            flaw = Paper.Flaw.ACTIVE;
        } else if (name.equals("Encrypt")) {
            flaw = Paper.Flaw.LOCKED;
        } else if (name.equals("Page") && ++pages > MOST_PAGES) {
            flaw = Paper.Flaw.TOO_MUCH;
        }
    }

    /// Whether a dictionary or a reference follows. Two letters alone stand in every photo.
    private static boolean isKey(byte[] bytes, int length, int behind) {
        var place = behind;
        while (place < length && isSpace(bytes[place])) {
            place++;
        }
        return place >= length || "<%0123456789".indexOf(bytes[place]) >= 0;
    }

    /// Notes what a name of the file itself says of how the stream after it is packed.
    private void note(String name, byte[] bytes, int place) {
        switch (name) {
            case "ObjStm" -> {
                packsObjects = true;
                hasPackedObjects = true;
            }
            case "First" -> { // of packed objects, whose type may be missing; in outlines it is a reference
                packsObjects = true;
                hasPackedObjects |= !REFERENCE.matcher(value(bytes, place + 6)).matches();
            }
            case "Filter" -> {
                filters++;
                unusual |= !PLAIN_FLATE.matcher(value(bytes, place + 7)).matches();
            }
            case "DecodeParms", "DP" -> unusual = true;
            default -> hasTextFilters |= OF_TEXT.contains(name);
        }
    }

    /// What follows a name; of one with escapes something that is no value.
    private static String value(byte[] bytes, int from) {
        return new String(
                bytes,
                Math.min(from, bytes.length),
                Math.clamp(bytes.length - from, 0, LONGEST_VALUE),
                StandardCharsets.ISO_8859_1);
    }

    // Readers forgive any blanks before the end of the line, and a line that ends in any way.
    private void stream(byte[] bytes, int word) {
        var place = word + 6;
        var ends = false;
        while (place < bytes.length && isSpace(bytes[place])) {
            ends |= bytes[place] == '\n' || bytes[place] == '\r';
            place++;
        }
        if (++streams > MOST_STREAMS) {
            flaw = Paper.Flaw.TOO_MUCH;
        } else if (!ends) {
            flaw = packsObjects || isBehindDictionary(bytes, word) ? Paper.Flaw.OPAQUE : flaw;
        } else {
            var whole = unpack(bytes, place);
            if (flaw == null && packsObjects && filters > 0 && (unusual || filters > 1 || !whole)) {
                flaw = Paper.Flaw.OPAQUE;
            }
            forgetObject();
        }
    }

    private static boolean isBehindDictionary(byte[] bytes, int word) {
        var place = word - 1;
        while (place >= 0 && isSpace(bytes[place])) {
            place--;
        }
        return place >= 0 && bytes[place] == '>';
    }

    /// Unpacks what is packed, piece by piece, and looks at all that comes out, also of what is broken behind it. Names
    /// that a border between two pieces cuts are read with the next one.
    ///
    /// @return whether it could be unpacked to its end
    private boolean unpack(byte[] bytes, int from) {
        inflater.reset();
        inflater.setInput(bytes, from, bytes.length - from);
        var kept = 0;
        var broken = false;
        var count = 1;
        while (count > 0 && !broken && flaw == null) {
            var before = inflater.getBytesWritten();
            try {
                inflater.inflate(unpacked, kept, unpacked.length - kept);
            } catch (DataFormatException e) {
                broken = true;
            }
            count = (int) (inflater.getBytesWritten() - before);
            left -= count;
            if (left < 0 || inflater.getBytesRead() > leftPacked) {
                flaw = Paper.Flaw.TOO_MUCH;
                return false;
            }
            kept = lookThrough(kept + count, 3 * LONGEST_NAME);
        }
        leftPacked -= inflater.getBytesRead();
        lookThrough(kept, 0);
        return inflater.finished();
    }

    /// Looks at all but the last bytes of a piece, and moves those to its beginning; returns how many.
    private int lookThrough(int length, int rest) {
        var looked = Math.max(0, length - rest);
        for (var place = 0; place < looked && flaw == null; place++) {
            if (unpacked[place] == '/') {
                name(unpacked, length, place + 1);
            }
        }
        System.arraycopy(unpacked, looked, unpacked, 0, length - looked);
        return length - looked;
    }

    private static boolean startsWith(byte[] bytes, int place, String word) {
        if (place + word.length() > bytes.length) {
            return false;
        }
        for (var i = 0; i < word.length(); i++) {
            if (bytes[place + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte letter) {
        return letter == 0 || letter == '\t' || letter == '\n' || letter == '\f' || letter == '\r' || letter == ' ';
    }

    private static boolean isRegular(byte letter) {
        return !isSpace(letter) && "()<>[]{}/%".indexOf(letter) < 0;
    }

    private static int hex(byte high, byte low) {
        var first = Character.digit(high, 16);
        var second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : 16 * first + second;
    }
}
