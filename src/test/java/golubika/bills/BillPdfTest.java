package golubika.bills;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.Pins;
import golubika.suppliers.Switches;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.CodeReader;
import golubika.testing.Copy;
import golubika.values.PaymentCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BillPdfTest extends OfBills {

    @Autowired
    Pins pins;

    @Autowired
    PrintedPins printed;

    @Test
    void everything_that_the_sheet_names_stands_in_the_file_on_one_page() throws IOException {
        var sheet = sheet(home());

        var text = text("bill", pdf.write(sheet));

        assertThat(text)
                .contains("Счёт за газ, октябрь 2026", "Поставщик: Газ Пример", "Клюквина Анна Петровна")
                .contains(
                        "г. Ягодный, ул. Лесная, д. 5", "86 м², 3 человека", "К оплате до 15.11.2026", "1 956,85 руб.")
                .contains("Газ: отопление, вода, плита", "214 м³", "8,94000", "1 913,16", "Обслуживание", "1 мес.")
                .contains("Начислено за октябрь", "Расчёты по месяцам", "08.2026", "294,01", "311,89", "678,43")
                .contains("Показания счётчика", "ВК-G4, № 00417385", "23.10.2026", "27 927", "27 713", "14.05.2031")
                .contains("Данные на 05.11.2026", "Передайте показания до 25 ноября", "Запах газа: звоните 104")
                .contains("линия отреза", "ИЗВЕЩЕНИЕ", "КВИТАНЦИЯ", "Кассир", "СЧЁТ-ИЗВЕЩЕНИЕ ЗА ГАЗ", "ОКТЯБРЬ 2026")
                .contains("ИНН 7700000016, КПП 770001001, банк «БАНК ОБРАЗЕЦ»", "р/сч. 40702810600000000001")
                .contains(
                        "БИК 049999999, к/сч. 30101810300000000999",
                        "обязательно 5 чисел",
                        "Оплачено по",
                        "месяц",
                        "год")
                .contains(
                        "Оплачиваемое", "Предыдущее", "Расход, м³", "Цена, руб./м³", "Начислено, руб.", "Льгота, руб.")
                .contains("Итого к оплате 1 956 руб. 85 коп.", "Подпись плательщика");
        assertThat(pdf.density(sheet)).isEqualTo(Density.USUAL);
    }

    @Test
    void its_letters_are_embedded_and_it_says_what_it_is_in_which_language() throws IOException {
        try (var file = Loader.loadPDF(pdf.write(sheet(home())))) {
            var catalog = file.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("ru-RU");
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Счёт за газ, октябрь 2026");
            var fonts = file.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                var font = fonts.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Liberation.*");
            }
        }
    }

    @Test
    void the_same_bill_is_the_same_file() {
        var account = home();
        assertThat(pdf.write(sheet(account))).isEqualTo(pdf.write(sheet(account)));
    }

    @Test
    void many_are_written_at_once_without_harm() {
        var sheet = sheet(home());
        var alone = pdf.write(sheet);

        assertThat(IntStream.range(0, 64).parallel().mapToObj(_ -> pdf.write(sheet)))
                .allSatisfy(file -> assertThat(file).isEqualTo(alone));
    }

    @Test
    void another_program_reads_from_the_printed_page_what_is_to_be_paid() throws IOException {
        var account = home();

        var found = CodeReader.read(picture(pdf.write(sheet(account)), 200));

        assertThat(found).singleElement().satisfies(code -> {
            assertThat(code.level()).isEqualTo("M");
            assertThat(code.marked()).isFalse();
            var fields = PaymentCode.read(code.bytes()).orElseThrow().fields();
            assertThat(fields)
                    .containsEntry("PersonalAcc", "40702810600000000001")
                    .containsEntry("Sum", "195685")
                    .containsEntry("PersAcc", account.number())
                    .containsEntry("LastName", "Клюквина")
                    .containsEntry("PayerAddress", "г. Ягодный, ул. Лесная, д. 5")
                    .containsEntry("PaymPeriod", "102026")
                    .containsEntry("TechCode", "02");
        });
    }

    @Test
    void a_long_bill_is_still_one_page_and_leaves_no_sum_out() throws IOException {
        var account = crowded();

        var sheet = sheet(account);
        var file = pdf.write(sheet);
        var text = text("bill-crowded", file);

        assertThat(text)
                .contains("Ещё 19 строк: каждая видна в личном кабинете", "Ещё 5 счётчиков", "Переулок")
                .contains("Долг с прошлых месяцев", "Пени, руб.", "Коэф.");
        assertThat(pdf.density(sheet)).isGreaterThan(Density.USUAL);
        assertThat(CodeReader.read(picture(file, 300))).hasSize(1);
    }

    @Test
    void many_bills_in_one_file_take_a_page_each() throws IOException {
        var sheets = new ArrayList<Sheet>();
        for (var i = 0; i < 3; i++) {
            sheets.add(sheet(home()));
        }
        try (var file = Loader.loadPDF(pdf.write("Октябрь 2026", "Газ Пример", sheets))) {
            assertThat(file.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void the_pin_stands_on_it_where_the_supplier_prints_it() throws IOException {
        var account = home().withPin(pins, "204816");
        jdbc.sql("insert into printed_pin (account_id, pin_hash, sealed) values (:id, :hash, :sealed)")
                .param("id", account.id().value())
                .param("hash", pins.hash(account.id(), "204816"))
                .param("sealed", printed.seal(account.id(), "204816"))
                .update();
        assertThat(text("bill-without-pin", pdf.write(sheet(account)))).doesNotContain("204816", "PIN");

        suppliers.save(Copy.of(supplier, "switches", old -> Copy.of((Switches) old, "pinOnBill", _ -> true)));
        var printing = suppliers.get(ASupplier.CODE);
        assertThat(printing.switches().pinOnBill()).isTrue();
        assertThat(text("bill-pin", pdf.write(sheet(account)))).contains("PIN-код личного кабинета", "204816");

        account.withPin(pins, "999999");
        assertThat(text("bill-new-pin", pdf.write(sheet(account)))).doesNotContain("204816");
    }

    /// As much as registers can bring: thirty lines, ten meters, the longest names.
    private AnAccount crowded() {
        var account = AnAccount.anAccount(jdbc).home("1234.56", 12);
        for (var i = 1; i <= 10; i++) {
            account.withMeter("M" + i, "0041738" + i, 5, 27_927);
            account.charged(ALine.byMeter(OCTOBER)
                    .with("line", "G" + i)
                    .with("meter", "M" + i)
                    .with("coefficient", new java.math.BigDecimal("1.06"))
                    .of("214", "8.94")
                    .between(27_713, 27_927)
                    .with("penalty", 317L));
            account.charged(ALine.fee(OCTOBER, 4_369).with("line", "F" + i).with("benefit", 100L));
            account.charged(ALine.fee(OCTOBER, 12_345)
                    .with("line", "R" + i)
                    .with("recalculated", -5_000L)
                    .with("recalculatedFor", "Перерасчёт за дни без газа в сентябре, акт № " + i));
        }
        account.balance(OCTOBER, "", 2_852_740, 2_147_260, 0, 5_000_000);
        jdbc.sql("update account set holder = :holder, address = :address where account_id = :id")
                .param(
                        "holder",
                        "Общество с ограниченной ответственностью «Ягодное» "
                                .repeat(4)
                                .strip())
                .param(
                        "address",
                        "г. Ягодный, Переулок Первого Морошкового Урожая, "
                                .repeat(8)
                                .strip())
                .param("id", account.id().value())
                .update();
        return account;
    }

    private static String text(String name, byte[] file) throws IOException {
        CodeReader.keep(name + ".pdf", file);
        try (var read = Loader.loadPDF(file)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            var page = read.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isBetween(595f, 596f);
            assertThat(page.getHeight()).isBetween(841f, 843f);
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            return plain(text.getText(read)).replaceAll("\\s+", " ");
        }
    }

    private static BufferedImage picture(byte[] file, int dotsPerInch) throws IOException {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFRenderer(read).renderImageWithDPI(0, dotsPerInch, ImageType.GRAY);
        }
    }
}
