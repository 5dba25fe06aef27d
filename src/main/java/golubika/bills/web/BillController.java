package golubika.bills.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.bills.Bill;
import golubika.bills.BillPdf;
import golubika.bills.Bills;
import golubika.bills.Sheets;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.values.BillingMonth;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The bill of a month, as page and as PDF (C6, M21).
@Controller
class BillController {

    private final Access access;
    private final Bills bills;
    private final Sheets sheets;
    private final BillPdf pdf;
    private final Texts texts;

    BillController(Access access, Bills bills, Sheets sheets, BillPdf pdf, Texts texts) {
        this.access = access;
        this.bills = bills;
        this.sheets = sheets;
        this.pdf = pdf;
        this.texts = texts;
    }

    @GetMapping("/accounts/{account}/bills/{month}")
    ModelAndView show(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable String month) {
        var link = access.require(subscriber.id(), account, Deed.SEE_BILLS);
        var bill = bill(link, month);
        var sheet = sheets.of(bill);
        var newest = bill.newest() ? null : bills.months(link).getFirst();
        return new ModelAndView("bills/bill", "page", new BillPage(link, bill, sheet, pdf.density(sheet), newest));
    }

    @GetMapping("/accounts/{account}/bills/{month}.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable String month) {
        var bill = bill(access.require(subscriber.id(), account, Deed.SEE_BILLS), month);
        var name = texts.of("bills.file-name", bill.month(), bill.printedNumber());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf.write(sheets.of(bill)));
    }

    private Bill bill(Link link, String month) {
        return BillingMonth.parse(month)
                .flatMap(one -> bills.find(link, one))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
