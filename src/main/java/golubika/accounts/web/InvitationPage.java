package golubika.accounts.web;

import golubika.accounts.web.PeoplePage.Can;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What an invitation offers.
///
/// @param path    of the invitation, with its secret
/// @param inviter a masked login
/// @param number  of the account, as the supplier prints it
/// @param lastDay «4 декабря 2026»
/// @param login   of who is signed in; null for a guest
public record InvitationPage(
        String path,
        String inviter,
        String supplier,
        String number,
        Can can,
        String lastDay,
        @Nullable String login) {

    /// Leads back here by way of the sign-in.
    public String signIn() {
        return "/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
