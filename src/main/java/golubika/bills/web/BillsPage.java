package golubika.bills.web;

import golubika.accounts.Link;
import golubika.values.BillingMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bills of an account, and how the household gets them.
///
/// @param months    newest first
/// @param paperless null where the supplier does not offer to do without paper, or the person may not decide it
/// @param done      a sentence about what has just been changed
public record BillsPage(
        Link link,
        List<BillingMonth> months,
        @Nullable PaperlessPart paperless,
        @Nullable String done) {

    /// Whether bills still come on paper.
    ///
    /// @param on       no paper any more
    /// @param since    who decided it and when, in words; null while it is off
    /// @param own      this very person gets the letters
    /// @param to       where the letter would go; null without an e-mail
    /// @param fault    why it could not be changed
    public record PaperlessPart(
            boolean on,
            @Nullable String since,
            boolean own,
            @Nullable String to,
            @Nullable String fault) {}

    public BillsPage {
        months = List.copyOf(months);
    }
}
