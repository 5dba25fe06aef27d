package golubika.bills;

import golubika.site.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/// Bills as PDF: one A4 page each, with the letters embedded that it uses. The same sheet is always the same file.
@Component
public class BillPdf {

    private static final float LOWEST = 292;
    private static final String LANGUAGE = "ru-RU";
    private static final int ROOM = 64 * 1024;
    private static final byte[] ID = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_DIGITS = 32;

    private final Texts texts;

    BillPdf(Texts texts) {
        this.texts = texts;
    }

    /// The density in which a sheet fits its page.
    public Density density(Sheet sheet) {
        var canvas = new Canvas(null);
        for (var density : Density.values()) {
            if (new SheetDrawing(canvas, density, texts).draw(sheet) <= LOWEST) {
                return density;
            }
        }
        return Density.LEAST;
    }

    public byte[] write(Sheet sheet) {
        return write(sheet.title(), sheet.supplier(), List.of(sheet));
    }

    /// Many bills in one file, a page each, that share their letters.
    public byte[] write(String title, String subject, List<Sheet> sheets) {
        var file = new ByteArrayOutputStream(ROOM);
        var pdf = new Document(PageSize.A4, 0, 0, 0, 0);
        var writer = PdfWriter.getInstance(pdf, file);
        writer.setPdfVersion(PdfWriter.PDF_VERSION_1_7);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        pdf.addTitle(title);
        pdf.addSubject(subject);
        pdf.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(LANGUAGE));
        writer.getInfo().remove(PdfName.CREATIONDATE);
        for (var sheet : sheets) {
            draw(sheet, writer.getDirectContent());
            pdf.newPage();
        }
        pdf.close();
        return named(file.toByteArray());
    }

    // Nearly all fit as usual, so what does not is drawn again rather than all of them measured before.
    private void draw(Sheet sheet, PdfContentByte page) {
        var canvas = new Canvas(page);
        var end = LOWEST;
        for (var density : Density.values()) {
            page.reset();
            end = new SheetDrawing(canvas, density, texts).draw(sheet);
            if (end <= LOWEST) {
                return;
            }
        }
        page.reset();
        page.saveState();
        canvas.shrink(LOWEST / end);
        new SheetDrawing(canvas, Density.LEAST, texts).draw(sheet);
        page.restoreState();
    }

    // The library names each file by lot; its name follows from its content instead.
    private static byte[] named(byte[] file) {
        var at = lastIndexOf(file, ID);
        if (at >= 0) {
            try {
                var hash = MessageDigest.getInstance("SHA-256");
                hash.update(file, 0, at);
                var name = HexFormat.of()
                        .formatHex(hash.digest(), 0, ID_DIGITS / 2)
                        .getBytes(StandardCharsets.US_ASCII);
                var first = at + ID.length;
                System.arraycopy(name, 0, file, first, ID_DIGITS);
                System.arraycopy(name, 0, file, first + ID_DIGITS + "><".length(), ID_DIGITS);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return file;
    }

    private static int lastIndexOf(byte[] file, byte[] part) {
        for (var from = file.length - part.length; from >= 0; from--) {
            var same = 0;
            while (same < part.length && file[from + same] == part[same]) {
                same++;
            }
            if (same == part.length) {
                return from;
            }
        }
        return -1;
    }
}
