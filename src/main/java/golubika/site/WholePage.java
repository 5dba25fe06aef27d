package golubika.site;

import gg.jte.TemplateOutput;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page on its way from the template, in UTF-8. Templates write it in a thousand pieces, most of them bytes that are
/// the same on every page.
final class WholePage implements TemplateOutput {

    private static final int USUAL = 64 * 1024;

    private byte[] bytes = new byte[USUAL];
    private char[] letters = new char[1024];
    private int length;

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    /// Encodes in place what Russian pages are made of; the rare rest goes the long way.
    @Override
    public void writeContent(String text, int begin, int end) {
        var count = end - begin;
        if (letters.length < count) {
            letters = new char[count];
        }
        text.getChars(begin, end, letters, 0);
        makeRoom(2 * count);
        var place = length;
        for (var i = 0; i < count; i++) {
            var letter = letters[i];
            if (letter < 0x80) {
                bytes[place++] = (byte) letter;
            } else if (letter < 0x800) {
                bytes[place++] = (byte) (0xC0 | letter >> 6);
                bytes[place++] = (byte) (0x80 | letter & 0x3F);
            } else {
                length = place;
                writeBinaryContent(text.substring(begin + i, end).getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        length = place;
    }

    @Override
    public void writeBinaryContent(byte[] piece) {
        makeRoom(piece.length);
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /// Hands the page over at once. It is held back until the last filter is through: an answer that goes out before
    /// makes the session be read again.
    void sendTo(ServletResponse response) throws IOException {
        response.setBufferSize(length + 1);
        response.getOutputStream().write(bytes, 0, length);
    }
}
