package golubika.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/// PDFs as programs make them, and as attackers do.
public final class APdf {

    private final int pages;
    private String action = "";
    private boolean withFile;

    private APdf(int pages) {
        this.pages = pages;
    }

    public static APdf of(int pages) {
        return new APdf(pages);
    }

    /// What it does when it is opened, as a dictionary of PDF.
    public APdf withAction(String dictionary) {
        action = dictionary;
        return this;
    }

    public APdf withFile() {
        withFile = true;
        return this;
    }

    /// Every object by itself, readable.
    public byte[] plain() {
        return saved(CompressParameters.NO_COMPRESSION, false);
    }

    /// Objects packed into streams.
    public byte[] packed() {
        return saved(new CompressParameters(), false);
    }

    /// Readable by everybody, and yet encrypted.
    public byte[] locked() {
        return saved(CompressParameters.NO_COMPRESSION, true);
    }

    /// With a stream that unpacks to so many bytes of nothing.
    public byte[] withBomb(long size) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            var zeros = new byte[1024 * 1024];
            for (var left = size; left > 0; left -= zeros.length) {
                deflated.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withStream("/Filter /FlateDecode", bytes.toByteArray());
    }

    /// A page beside a stream of that dictionary, whatever is in it.
    public static byte[] withStream(String dictionary) {
        return withStream(dictionary, new byte[] {1, 2, 3});
    }

    /// The same, with that content.
    public static byte[] withStream(String dictionary, byte[] content) {
        return withStream(dictionary, "\r\n", content);
    }

    /// @param gap between the word `stream` and the content
    public static byte[] withStream(String dictionary, String gap, byte[] content) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes("%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n2 0 obj\n<< " + dictionary + " /Length "
                + content.length + " >>\nstream" + gap));
        file.writeBytes(content);
        file.writeBytes(bytes("\nendstream\nendobj\nstartxref\n0\n%%EOF\n"));
        return file.toByteArray();
    }

    /// What a stream holds that unpacks to these words.
    public static byte[] deflated(String words) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(bytes(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// One page with words, by the library that makes our own documents.
    public static byte[] ofOpenPdf(String words) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph(words));
        document.close();
        return bytes.toByteArray();
    }

    private byte[] saved(CompressParameters compression, boolean lock) {
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            if (!action.isEmpty()) {
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, parsed(action));
            }
            if (withFile) {
                carry(document);
            }
            if (lock) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, compression);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSDictionary parsed(String dictionary) throws IOException {
        return (COSDictionary) new PDFStreamParser(bytes(dictionary)).parse().getFirst();
    }

    private static void carry(PDDocument document) throws IOException {
        var content = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes("MZ")));
        var specification = new PDComplexFileSpecification();
        specification.setFile("berries.exe");
        specification.setEmbeddedFile(content);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, specification);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
