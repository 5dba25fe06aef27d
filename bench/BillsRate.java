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
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `BillsRate DATA SECONDS ROUNDS WARM`: the bills of the demo as PDF, and bare pages beside them.
class BillsRate {

    private static final int COLUMNS = 7;
    // Bytes that a code of each version holds at level M.
    private static final int[] HOLDS = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560};

    private static long bytes;

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
            System.out.printf("bills: %d, cells of each: %.0f%n", bills.size(), cells);
            Work ours = number -> pdf.write(sheets.of(bills.get(number % bills.size())));
            Work theirs = number -> write(bare.get(number % bare.size()));
            System.out.printf("bytes of a bill: %d, of a bare page: %d%n", ours.make(0).length, theirs.make(0).length);
            rate(ours, warm);
            rate(theirs, warm);
            double sum = 0;
            double limit = 0;
            for (var round = 1; round <= rounds; round++) {
                double one;
                double other;
                if (round % 2 == 1) {
                    one = rate(ours, seconds);
                    other = rate(theirs, seconds);
                } else {
                    other = rate(theirs, seconds);
                    one = rate(ours, seconds);
                }
                System.out.printf("round %d: %.0f bills/s, %.0f bare pages/s, ratio %.2f%n", round, one, other, one / other);
                sum += one;
                limit += other;
            }
            System.out.printf("bills: %.0f PDF/s, ratio %.2f (aim >= 0.7)%n", sum / rounds, sum / limit);
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

    private static byte[] write(Bare page) throws Exception {
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
        if (!page.code.isEmpty()) {
            var modules = Encoder.encode(page.code, ErrorCorrectionLevel.M).getMatrix();
            var canvas = writer.getDirectContent();
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
        pdf.close();
        return file.toByteArray();
    }

    private static void fill(PdfPTable table, List<String> words, Font font) {
        words.forEach(word -> table.addCell(new Phrase(word, font)));
    }
}
