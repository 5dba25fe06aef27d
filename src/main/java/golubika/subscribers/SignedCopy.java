package golubika.subscribers;

import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.site.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/// The signed copy of a document as PDF: its very words, and below them who has signed them, when, from where. The
/// letters are embedded, so it reads alike everywhere.
@Component
public class SignedCopy {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final float MARGIN = 56;

    private final Texts texts;

    SignedCopy(Texts texts) {
        this.texts = texts;
    }

    public byte[] pdf(Signature signature) {
        try {
            var file = new ByteArrayOutputStream();
            var pdf = new org.openpdf.text.Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter.getInstance(pdf, file);
            pdf.addTitle(signature.text().title());
            pdf.open();
            write(pdf, signature.text());
            pdf.add(block(signature));
            pdf.close();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(org.openpdf.text.Document pdf, DocumentText text) throws IOException {
        pdf.add(paragraph(text.title(), font(Liberation.SANS_BOLD, 16), 4));
        pdf.add(paragraph(text.edition(), font(Liberation.SANS, 10), 10));
        for (var section : text.sections()) {
            if (section.heading() != null) {
                pdf.add(paragraph(section.heading(), font(Liberation.SANS_BOLD, 12), 3));
            }
            for (var words : section.paragraphs()) {
                pdf.add(paragraph(words, font(Liberation.SANS, 11), 8));
            }
        }
    }

    private Paragraph block(Signature signature) throws IOException {
        var plain = font(Liberation.SANS, 10);
        var block = new Paragraph(15, new Chunk(texts.of("subscribers.copy.signed"), font(Liberation.SANS_BOLD, 12)));
        block.setSpacingBefore(12);
        block.setKeepTogether(true);
        line(block, plain, "login", signature.login());
        line(block, plain, "time", time(signature.signedAt()));
        line(block, plain, "edition", signature.text().edition());
        line(block, plain, "version", signature.text().version());
        line(block, plain, "address", signature.address());
        if (signature.device() != null) {
            line(block, plain, "device", signature.device());
        }
        if (signature.withdrawnAt() != null) {
            line(block, plain, "withdrawn", time(signature.withdrawnAt()));
        }
        return block;
    }

    private void line(Paragraph block, Font font, String what, String value) {
        block.add(Chunk.NEWLINE);
        block.add(new Chunk(texts.of("subscribers.copy." + what, value), font));
    }

    private static Paragraph paragraph(String words, Font font, float after) {
        var paragraph = new Paragraph(font.getSize() * 1.4f, words, font);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static Font font(Liberation face, int size) throws IOException {
        return face.create(size);
    }

    /// `20 ноября 2026, 15:00:00, московское время (UTC+3)`.
    private String time(java.time.Instant moment) {
        var there = moment.atZone(PortalTime.ZONE);
        return texts.of("subscribers.copy.moment", Format.date(there.toLocalDate()), TIME.format(there));
    }
}
