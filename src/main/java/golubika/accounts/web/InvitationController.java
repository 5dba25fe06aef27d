package golubika.accounts.web;

import golubika.accounts.AcceptInvitation;
import golubika.accounts.AccountId;
import golubika.accounts.KeptInvitation;
import golubika.accounts.web.PeoplePage.Can;
import golubika.audit.Caller;
import golubika.site.Format;
import golubika.subscribers.Contacts;
import golubika.subscribers.Subscriber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the link of an invitation leads. It may be in anybody's hands, and whoever invites must not say words of their
/// own to strangers in our name: the inviter is a masked login. Guests see what it is about and the way in, and find it
/// again on their home
/// page once they are inside.
@Controller
class InvitationController {

    private final AcceptInvitation accepting;
    private final Contacts contacts;

    InvitationController(AcceptInvitation accepting, Contacts contacts) {
        this.accepting = accepting;
        this.contacts = contacts;
    }

    @GetMapping("/invitations/{account}/{token}")
    ModelAndView show(
            @AuthenticationPrincipal @Nullable Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = accepting.look(account, token);
        if (offer.isEmpty()) {
            return unusable(request, response);
        }
        if (!request.isUserInRole("SUBSCRIBER")) {
            response.addHeader(HttpHeaders.SET_COOKIE, new KeptInvitation(account, token).cookie(request.isSecure()));
        }
        return new ModelAndView("accounts/invitation").addObject("page", page(offer.get(), account, token, subscriber));
    }

    @PostMapping("/invitations/{account}/{token}")
    ModelAndView accept(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable String token,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (accepting.accept(subscriber.id(), account, token, caller)) {
            case ACCEPTED -> {
                response.addHeader(HttpHeaders.SET_COOKIE, KeptInvitation.none(request.isSecure()));
                yield new ModelAndView("redirect:/accounts/" + account + "?connected");
            }
            case OWNER_ALREADY -> {
                response.addHeader(HttpHeaders.SET_COOKIE, KeptInvitation.none(request.isSecure()));
                yield new ModelAndView("redirect:/accounts/" + account);
            }
            case UNUSABLE -> unusable(request, response);
        };
    }

    private static ModelAndView unusable(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, KeptInvitation.none(request.isSecure()));
        return new ModelAndView("accounts/invitation-unusable", Map.of(), HttpStatus.GONE);
    }

    private InvitationPage page(
            AcceptInvitation.Offer offer, AccountId account, String token, @Nullable Subscriber subscriber) {
        var invitation = offer.invitation();
        var link = offer.link();
        return new InvitationPage(
                "/invitations/" + account + "/" + token,
                contacts.of(invitation.invitedBy()).login().masked(),
                link.supplier().fullName(),
                link.printedNumber(),
                new Can(invitation.rights().readings(), invitation.rights().payment()),
                Format.date(invitation
                        .validUntil()
                        .atZone(link.supplier().timeZone())
                        .toLocalDate()),
                subscriber == null ? null : subscriber.printedLogin());
    }
}
