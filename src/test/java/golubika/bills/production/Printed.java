package golubika.bills.production;

import golubika.suppliers.SupplierCode;
import golubika.values.BillingMonth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// What went to the printer.
final class Printed {

    private static final Pattern NUMBER = Pattern.compile("Лицевой счёт\\s+(\\d+)");

    private Printed() {}

    /// The account number of each page, in their order.
    static List<String> numbers(BillRuns runs, SupplierCode supplier, BillingMonth month) throws IOException {
        var numbers = new ArrayList<String>();
        for (var first : runs.prints(supplier, month)) {
            try (var file = Loader.loadPDF(runs.pages(supplier, month, first).orElseThrow())) {
                for (var page = 1; page <= file.getNumberOfPages(); page++) {
                    var text = new PDFTextStripper();
                    text.setSortByPosition(true);
                    text.setStartPage(page);
                    text.setEndPage(page);
                    var number = NUMBER.matcher(text.getText(file));
                    if (!number.find()) {
                        throw new AssertionError("a page of nobody");
                    }
                    numbers.add(number.group(1));
                }
            }
        }
        return numbers;
    }
}
