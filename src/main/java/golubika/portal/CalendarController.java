package golubika.portal;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.site.Format;
import golubika.site.PortalAddress;
import golubika.subscribers.Consents;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscriber;
import golubika.subscribers.Subscribers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An account's days as a file to take along, and at a secret address that calendar programs read day by day.
@Controller
class CalendarController {

    /// Calendar programs ask some times a day; those of many people come from one address.
    static final Limit BY_NETWORK = new Limit("calendar-by-network", 600, Duration.ofSeconds(1));

    private static final String TYPE = "text/calendar;charset=UTF-8";
    private static final String ADDRESS = "address";

    private final Access access;
    private final AccountCalendar calendar;
    private final CalendarSubscriptions subscriptions;
    private final Links links;
    private final Subscribers subscribers;
    private final Consents consents;
    private final Limits limits;
    private final PortalAddress portal;

    CalendarController(
            Access access,
            AccountCalendar calendar,
            CalendarSubscriptions subscriptions,
            Links links,
            Subscribers subscribers,
            Consents consents,
            Limits limits,
            PortalAddress portal) {
        this.access = access;
        this.calendar = calendar;
        this.subscriptions = subscriptions;
        this.links = links;
        this.subscribers = subscribers;
        this.consents = consents;
        this.limits = limits;
        this.portal = portal;
    }

    @GetMapping("/accounts/{account}/calendar")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, Model model) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        var since = subscriptions
                .since(subscriber.id(), link)
                .map(moment ->
                        Format.date(LocalDate.ofInstant(moment, link.supplier().timeZone())))
                .orElse(null);
        return new ModelAndView("portal/calendar")
                .addObject("page", new CalendarPage(link, since, (String) model.getAttribute(ADDRESS)));
    }

    @GetMapping("/accounts/{account}/calendar.ics")
    ResponseEntity<String> file(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        if (!link.supplier().isAvailable()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return file(link);
    }

    @PostMapping("/accounts/{account}/calendar")
    ModelAndView begin(
            @AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        var secret = subscriptions.begin(subscriber.id(), link);
        flash.addFlashAttribute(ADDRESS, portal.of("/calendars/" + secret));
        return new ModelAndView("redirect:/accounts/" + account + "/calendar");
    }

    @PostMapping("/accounts/{account}/calendar/withdrawal")
    ModelAndView end(@AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account) {
        subscriptions.end(subscriber.id(), access.require(subscriber.id(), account, Deed.SEE));
        return new ModelAndView("redirect:/accounts/" + account + "/calendar");
    }

    /// The subscription ends with the person's link to the account, as if it had been withdrawn. While the supplier's
    /// service is down, calendar programs keep what they have, and come again.
    @GetMapping("/calendars/{secret}")
    ResponseEntity<String> subscribed(@PathVariable String secret, HttpServletRequest request) {
        if (!limits.take(BY_NETWORK, Network.of(request.getRemoteAddr()).value())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return subscriptions
                .find(secret)
                .filter(one -> subscribers.find(one.subscriber()).isPresent())
                .filter(one -> consents.standing(one.subscriber()) == Standing.INSIDE)
                .flatMap(one -> links.find(one.subscriber(), one.account()))
                .map(link -> link.supplier().isAvailable() ? file(link) : later())
                .orElse(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<String> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    private ResponseEntity<String> file(Link link) {
        var name = ContentDisposition.attachment().filename("gas.ics").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(calendar.of(link).text());
    }
}
