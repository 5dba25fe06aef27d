package golubika.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Looks through a PDF (ISO 32000) for what may act, hide or burst, without opening it: whoever opens a hostile file to
/// see whether it is hostile has lost already.
///
/// Every byte is looked at, those of streams as well, since the table of a PDF may point to any of them. Names are read
/// with their escapes, streams are unpacked within bounds, and objects may be packed in the one usual way alone.
final class Pdf {

    static final int MOST_PAGES = 300;

    /// Of all streams together, unpacked: some scanned pages at a fine grain.
    static final long MOST_UNPACKED = 256L * 1024 * 1024;

    private static final int MOST_STREAMS = 20_000;
    private static final int LONGEST_NAME = 40;

    /// What runs, sends, opens or carries something: ISO 32000-1, 7.11.4, 12.6.4.
    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "RichMedia",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "XFA");

    // With a predictor or by any other filter than the usual one, names in packed objects could not be read.
    private static final Set<String> UNUSUAL = Set.of(
            "DecodeParms",
            "DP",
            "Crypt",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "CCITTFaxDecode",
            "CCF",
            "DCTDecode",
            "DCT",
            "JBIG2Decode",
            "JPXDecode");

    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[64 * 1024];
    private long left = MOST_UNPACKED;
    // Of the dictionary before a stream, and of what stands between it and the stream before.
    private boolean packsObjects;
    private boolean unusual;
    private boolean hasFilter;
    private int flates;
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
                case '/' -> name(bytes, bytes.length, place + 1);
                case 's' -> {
                    if (startsWith(bytes, place, "stream")) {
                        stream(bytes, place + 6);
                    }
                }
                default -> {}
            }
        }
    }

    private void name(byte[] bytes, int length, int from) {
        var name = new StringBuilder();
        var place = from;
        while (place < length && name.length() <= LONGEST_NAME && isOfName(bytes[place])) {
            var escaped = bytes[place] == '#' && place + 2 < length ? hex(bytes[place + 1], bytes[place + 2]) : -1;
            name.append((char) (escaped < 0 ? bytes[place] & 0xFF : escaped));
            place += escaped < 0 ? 1 : 3;
        }
        note(name.toString());
    }

    private void note(String name) {
        if (ACTIVE.contains(name)) {
            flaw = Paper.Flaw.ACTIVE;
        } else if (name.equals("Encrypt")) {
            flaw = Paper.Flaw.LOCKED;
        } else if (name.equals("Page") && ++pages > MOST_PAGES) {
            flaw = Paper.Flaw.TOO_MUCH;
        } else if (name.equals("ObjStm")) {
            packsObjects = true;
        } else if (name.equals("Filter")) {
            hasFilter = true;
        } else if (name.equals("FlateDecode") || name.equals("Fl")) {
            flates++;
        } else if (UNUSUAL.contains(name)) {
            unusual = true;
        }
    }

    // What the word `endstream` is followed by is no stream: it does not unpack.
    private void stream(byte[] bytes, int from) {
        var place = from;
        if (place < bytes.length && bytes[place] == '\r') {
            place++;
        }
        if (place >= bytes.length || bytes[place] != '\n') {
            return;
        }
        if (++streams > MOST_STREAMS) {
            flaw = Paper.Flaw.TOO_MUCH;
        } else if (packsObjects && (unusual || flates > 1 || hasFilter && flates == 0)) {
            flaw = Paper.Flaw.ACTIVE;
        } else {
            packsObjects = false;
            unusual = false;
            hasFilter = false;
            flates = 0;
            unpack(bytes, place + 1);
        }
    }

    /// Unpacks what is packed, piece by piece; names that a border between two pieces cuts are read with the next one.
    private void unpack(byte[] bytes, int from) {
        inflater.reset();
        inflater.setInput(bytes, from, bytes.length - from);
        var kept = 0;
        for (var count = inflated(0); count > 0 && flaw == null; count = inflated(kept)) {
            left -= count;
            if (left < 0) {
                flaw = Paper.Flaw.TOO_MUCH;
                return;
            }
            kept = lookThrough(kept + count, 3 * LONGEST_NAME);
        }
        lookThrough(kept, 0);
    }

    /// How many bytes were unpacked behind those that are kept; none where nothing is packed, or no more.
    private int inflated(int kept) {
        try {
            return inflater.inflate(unpacked, kept, unpacked.length - kept);
        } catch (DataFormatException e) {
            return 0;
        }
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

    private static boolean isOfName(byte letter) {
        return !isSpace(letter) && "()<>[]{}/%".indexOf(letter) < 0;
    }

    private static int hex(byte high, byte low) {
        var first = Character.digit(high, 16);
        var second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : 16 * first + second;
    }
}
