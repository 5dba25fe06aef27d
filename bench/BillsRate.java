import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import golubika.Golubika;
import golubika.accounts.AccessLevel;
import golubika.accounts.AccountId;
import golubika.accounts.Link;
import golubika.bills.Bill;
import golubika.bills.BillPdf;
import golubika.bills.Bills;
import golubika.bills.Sheet;
import golubika.bills.Sheets;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `BillsRate DATA SECONDS ROUNDS WARM`: the bills of the demo as PDF, and bare pages beside them: tables, as OpenPDF
/// lays them out by itself, and the harder limit, the same words and boxes drawn where they are told to stand.
class BillsRate {

    private static final int COLUMNS = 7;
    // Bytes that a code of each version holds at level M.
    private static final int[] HOLDS = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560};

    private static final BaseFont PLAIN = font(Liberation.SANS);
    private static final BaseFont BOLD = font(Liberation.SANS_BOLD);

    private static long bytes;

    private static BaseFont font(Liberation face) {
        try {
            return face.create(1).getBaseFont();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The words of a sheet, each in a cell, and what its code holds.
    record Bare(List<String> plain, List<String> bold, String code) {}

    interface Work {
        byte[] make(int number) throws Exception;
    }

    public static void main(String[] words) throws Exception {
        var seconds = Integer.parseInt(words[1]);
        var rounds = Integer.parseInt(words[2]);
        var warm = Integer.parseInt(words[3]);
        try (var portal = new SpringApplicationBuilder(Golubika.class)
                .run("--golubika.data=" + words[0], "--server.port=0", "--golubika.demo=true", "--golubika.jobs=false",
                        "--golubika.demo.bank-port=0")) {
            var sheets = portal.getBean(Sheets.class);
            var pdf = portal.getBean(BillPdf.class);
            var bills = bills(portal.getBean(JdbcClient.class), portal.getBean(Suppliers.class), portal.getBean(Bills.class));
            var bare = bills.stream().map(sheets::of).map(BillsRate::bare).toList();
            var cells = bare.stream().mapToInt(page -> page.plain.size() + page.bold.size()).average().orElseThrow();
            var codes = bare.stream().filter(page -> !page.code.isEmpty()).count();
            System.out.printf("bills: %d, with a payment code: %d %%, cells of each: %.0f%n",
                    bills.size(), codes * 100 / bills.size(), cells);
            Work ours = number -> pdf.write(sheets.of(bills.get(number % bills.size())));
            Work table = number -> table(bare.get(number % bare.size()));
            Work drawn = number -> drawn(bare.get(number % bare.size()));
            System.out.printf("bytes of a bill: %d, of a bare table: %d, of a bare drawing: %d%n",
                    ours.make(0).length, table.make(0).length, drawn.make(0).length);
            var works = List.of(ours, table, drawn);
            for (var work : works) {
                rate(work, warm);
            }
            var sums = new double[works.size()];
            for (var round = 1; round <= rounds; round++) {
                var rates = new double[works.size()];
                for (var turn = 0; turn < works.size(); turn++) {
                    var which = (turn + round) % works.size();
                    rates[which] = rate(works.get(which), seconds);
                    sums[which] += rates[which];
                }
                System.out.printf("round %d: %.0f bills/s, %.0f bare tables/s, %.0f bare drawings/s%n",
                        round, rates[0], rates[1], rates[2]);
            }
            System.out.printf("ratio to bare tables %.2f, to bare drawings %.2f%n", sums[0] / sums[1], sums[0] / sums[2]);
            System.out.printf("bills: %.0f PDF/s, ratio %.2f (aim >= 0.7)%n",
                    sums[0] / rounds, sums[0] / Math.max(sums[1], sums[2]));
            if (bytes == 0) {
                throw new IllegalStateException("nothing was written");
            }
        }
    }

    private static double rate(Work work, int seconds) throws Exception {
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        var made = 0;
        while (System.nanoTime() < end) {
            bytes += work.make(made).length;
            made++;
        }
        return made * 1e9 / (System.nanoTime() - begin);
    }

    private static List<Bill> bills(JdbcClient jdbc, Suppliers suppliers, Bills bills) {
        var all = new ArrayList<Bill>();
        jdbc.sql("select account_id, supplier, account_no from account order by account_id")
                .query((row, n) -> new Link(
                        new AccountId(row.getLong(1)),
                        suppliers.get(new SupplierCode(row.getString(2))),
                        row.getString(3),
                        AccessLevel.FULL,
                        null))
                .list()
                .forEach(link -> bills.months(link).forEach(month -> bills.find(link, month).ifPresent(all::add)));
        return all;
    }

    private static Bare bare(Sheet sheet) {
        var plain = new ArrayList<String>();
        var bold = new ArrayList<String>(List.of(sheet.title(), sheet.sum()));
        plain.addAll(List.of(sheet.supplier(), sheet.sumLabel(), sheet.beside()));
        sheet.facts().forEach(fact -> {
            plain.add(fact.label());
            (fact.strong() ? bold : plain).add(fact.value());
        });
        for (var table : List.of(sheet.lines(), sheet.settled(), sheet.meters())) {
            bold.add(table.heading());
            table.head().forEach(cell -> bold.add(cell.text()));
            table.rows().forEach(row -> row.cells().forEach(cell -> (cell.strong() ? bold : plain).add(cell.text())));
        }
        plain.add(String.join(" ", sheet.notes()));
        for (var slip = 0; slip < 2; slip++) {
            bold.add(String.valueOf(sheet.slip().payee()));
            plain.addAll(sheet.slip().accounts());
            bold.addAll(sheet.slip().digits());
            plain.add(sheet.slip().digitsRule());
            bold.addAll(List.of("СЧЁТ-ИЗВЕЩЕНИЕ ЗА ГАЗ", "Оплачено по", "Месяц", "Показание счётчика", "Оплачиваемое",
                    "Предыдущее", "Расход, м³", "Цена, руб./м³", "Начислено, руб.", "Льгота, руб.", sheet.slip().total()));
            plain.addAll(List.of(sheet.slip().month(), "месяц", "год", "Кассир", "Итого к оплате", "Подпись плательщика", "линия отреза"));
            sheet.slip().rows().forEach(row -> row.cells().forEach(cell -> plain.add(cell.text())));
        }
        return new Bare(plain, bold, sheet.qr() == null ? "" : "a".repeat(HOLDS[(sheet.qr().size() - 17) / 4 - 1]));
    }

    private static byte[] table(Bare page) throws Exception {
        var file = new ByteArrayOutputStream(64 * 1024);
        var pdf = new Document(PageSize.A4, 20, 20, 20, 20);
        var writer = PdfWriter.getInstance(pdf, file);
        pdf.open();
        var plain = Liberation.SANS.create(6);
        var bold = Liberation.SANS_BOLD.create(6);
        var table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        fill(table, page.plain, plain);
        fill(table, page.bold, bold);
        table.completeRow();
        pdf.add(table);
        code(page, writer.getDirectContent());
        pdf.close();
        return file.toByteArray();
    }

    /// Each word in its box, in a grid, without measuring anything.
    private static byte[] drawn(Bare page) throws Exception {
        var file = new ByteArrayOutputStream(64 * 1024);
        var pdf = new Document(PageSize.A4, 20, 20, 20, 20);
        var writer = PdfWriter.getInstance(pdf, file);
        pdf.open();
        var canvas = writer.getDirectContent();
        var place = draw(canvas, page.plain, PLAIN, 0);
        draw(canvas, page.bold, BOLD, place);
        code(page, canvas);
        pdf.close();
        return file.toByteArray();
    }

    private static int draw(PdfContentByte canvas, List<String> words, BaseFont font, int first) {
        var place = first;
        for (var word : words) {
            var x = 20 + place % COLUMNS * 79f;
            var y = 810 - place / COLUMNS * 12f;
            canvas.setLineWidth(0.85f);
            canvas.rectangle(x, y - 3, 79, 12);
            canvas.stroke();
            canvas.beginText();
            canvas.setFontAndSize(font, 6);
            canvas.setTextMatrix(x + 2, y);
            canvas.showText(word);
            canvas.endText();
            place++;
        }
        return place;
    }

    private static void code(Bare page, PdfContentByte canvas) throws Exception {
        if (!page.code.isEmpty()) {
            var modules = Encoder.encode(page.code, ErrorCorrectionLevel.M).getMatrix();
            var module = 76f / modules.getWidth();
            for (var y = 0; y < modules.getHeight(); y++) {
                for (var x = 0; x < modules.getWidth(); x++) {
                    var from = x;
                    while (x < modules.getWidth() && modules.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        canvas.rectangle(400 + from * module, 100 - y * module, (x - from) * module, module);
                    }
                }
            }
            canvas.fill();
        }
    }

    private static void fill(PdfPTable table, List<String> words, Font font) {
        words.forEach(word -> table.addCell(new Phrase(word, font)));
    }
}
