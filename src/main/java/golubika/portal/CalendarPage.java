package golubika.portal;

import golubika.accounts.Link;
import org.jspecify.annotations.Nullable;

/// «Календарь»: the days of an account for one's own calendar.
///
/// @param since   the day on which the address was made; null while there is none
/// @param address shown once, just after it was made
public record CalendarPage(
        Link link, @Nullable String since, @Nullable String address) {

    /// The same address for programs that open by it: `webcal://…`.
    public @Nullable String webcal() {
        return address == null ? null : address.replaceFirst("^https?", "webcal");
    }

    /// The last part of where the file lies.
    public String file() {
        return "/accounts/" + link.account() + "/calendar.ics";
    }
}
