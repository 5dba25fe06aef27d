package golubika.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What the first bytes of a file say that it is.
enum FileKind {
    JPEG,
    PNG,
    OTHER_PICTURE,
    UNKNOWN;

    private static final String PNG_BEGIN = "\u0089PNG\r\n\u001a\n";

    // Of the ISO container: pictures of phones, as against films.
    private static final Set<String> BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif");

    static FileKind of(byte[] file) {
        var begin = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
        if (begin.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begin.startsWith(PNG_BEGIN)) {
            return PNG;
        }
        return isOtherPicture(begin) ? OTHER_PICTURE : UNKNOWN;
    }

    private static boolean isOtherPicture(String begin) {
        return begin.startsWith("GIF8")
                || begin.startsWith("II*\0")
                || begin.startsWith("MM\0*")
                || begin.startsWith("RIFF") && begin.endsWith("WEBP")
                || begin.length() == 12 && begin.startsWith("ftyp", 4) && BRANDS.contains(begin.substring(8));
    }
}
