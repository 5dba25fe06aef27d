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
    private int length;

    @Override
    public void writeContent(String text) {
        writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writeContent(String text, int begin, int end) {
        writeContent(text.substring(begin, end));
    }

    @Override
    public void writeBinaryContent(byte[] piece) {
        if (length + piece.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + piece.length));
        }
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
    }

    /// Hands the page over at once. It is held back until the last filter is through: an answer that goes out before
    /// makes the session be read again.
    void sendTo(ServletResponse response) throws IOException {
        response.setBufferSize(length + 1);
        response.getOutputStream().write(bytes, 0, length);
    }
}
