package golubika.bills;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A QR code of some bytes, with error correction of level M: 15 % of it may be dirty.
///
/// @param size  modules on each side, without the white border
/// @param runs  dark modules, those beside each other together, row by row
public record QrCode(int size, List<Run> runs) {

    /// So many modules around it stay white, or cameras do not find it.
    public static final int BORDER = 4;

    public QrCode {
        runs = List.copyOf(runs);
    }

    /// Some dark modules beside each other.
    public record Run(int x, int y, int length) {}

    /// The bytes go in as they are, without a mark of their encoding: a payment code names it itself, and scanners in
    /// post offices hand such marks on as if they were text.
    static QrCode of(byte[] content) {
        try {
            var modules = Encoder.encode(new String(content, StandardCharsets.ISO_8859_1), ErrorCorrectionLevel.M)
                    .getMatrix();
            var runs = new ArrayList<Run>();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    var from = x;
                    while (x < modules.getWidth() && modules.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        runs.add(new Run(from, y, x - from));
                    }
                }
            }
            return new QrCode(modules.getWidth(), runs);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + content.length + " bytes", e);
        }
    }

    /// The dark modules as the path of an SVG picture, one unit each.
    public String path() {
        var path = new StringBuilder(runs.size() * 16);
        for (var run : runs) {
            path.append('M').append(run.x).append(' ').append(run.y).append('h').append(run.length);
            path.append("v1h-").append(run.length).append('z');
        }
        return path.toString();
    }

    /// The picture's box, with the white border.
    public String box() {
        var whole = size + 2 * BORDER;
        return "-%d -%d %d %d".formatted(BORDER, BORDER, whole, whole);
    }
}
