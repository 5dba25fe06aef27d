package golubika.portal;

import golubika.accounts.Account;
import golubika.accounts.AccountId;
import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.limits.Limit;
import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.metering.ReadingPass;
import golubika.metering.ReadingPasses;
import golubika.metering.ReadingPeriod;
import golubika.subscribers.Consents;
import golubika.subscribers.Standing;
import golubika.subscribers.Subscribers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The link of a reminder (D5): a form for one reading of each meter, without signing in. Opening it changes nothing,
/// as
/// mail programs open links by themselves. It refuses as the cabinet does and tells less; so it does not ask whether
/// a use is far above the usual one, for the question names it.
@Controller
class ReadingByLinkController {

    /// Whoever opens links of reminders; whole districts share an address.
    static final Limit BY_NETWORK = new Limit("reading-link-by-network", 120, Duration.ofSeconds(5));

    /// What one link takes: readings sent, and looks at their price.
    static final Limit BY_LINK = new Limit("reading-by-link", 60, Duration.ofSeconds(10));

    private final ReadingPasses passes;
    private final Links links;
    private final Accounts accounts;
    private final Subscribers subscribers;
    private final Consents consents;
    private final ReadingsPages pages;
    private final SendReadings sending;
    private final Limits limits;
    private final Clock clock;

    ReadingByLinkController(
            ReadingPasses passes,
            Links links,
            Accounts accounts,
            Subscribers subscribers,
            Consents consents,
            ReadingsPages pages,
            SendReadings sending,
            Limits limits,
            Clock clock) {
        this.passes = passes;
        this.links = links;
        this.accounts = accounts;
        this.subscribers = subscribers;
        this.consents = consents;
        this.pages = pages;
        this.sending = sending;
        this.limits = limits;
        this.clock = clock;
    }

    /// What the link opens now: nothing that a household has proven, for an address proves nothing.
    private record Door(ReadingPass pass, Link link) {}

    @GetMapping("/reading/{secret}")
    ModelAndView form(@PathVariable String secret, HttpServletRequest request) {
        take(BY_NETWORK, network(request));
        return door(secret)
                .map(door -> page(door, secret, Map.of(), HttpStatus.OK))
                .orElseGet(ReadingByLinkController::closed);
    }

    @PostMapping("/reading/{secret}/preview")
    ModelAndView preview(
            @PathVariable String secret,
            @RequestParam int meter,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        take(BY_NETWORK, network(request));
        var door = door(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        take(BY_LINK, secret);
        var result = sending.look(door.link(), meter, new ReadingForm(typed, Map.of()))
                .map(SentReading::result)
                .orElse(null);
        return new ModelAndView("portal/reading-preview").addObject("result", result);
    }

    @PostMapping("/reading/{secret}")
    ModelAndView send(
            @PathVariable String secret, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        take(BY_NETWORK, network(request));
        var door = door(secret).orElse(null);
        if (door == null) {
            return closed();
        }
        take(BY_LINK, secret);
        var attempts = sending.sendOnce(door.pass().subscriber(), door.link(), new ReadingForm(typed, Map.of()));
        return attempts.values().stream().allMatch(SentReading::isTaken)
                ? new ModelAndView("redirect:/reading/" + secret)
                : page(door, secret, attempts, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    // The link dies with the person's right to send readings, whatever ends it, with the account, and with the window.
    private Optional<Door> door(String secret) {
        return passes.find(secret)
                .filter(pass -> subscribers.find(pass.subscriber()).isPresent())
                .filter(pass -> consents.standing(pass.subscriber()) == Standing.INSIDE)
                .flatMap(pass -> links.find(pass.subscriber(), pass.account())
                        .filter(link -> link.allows(Deed.SEND_READING))
                        .filter(link -> period(link).month().equals(pass.month()))
                        .filter(link -> isOpen(link.account()))
                        .map(link -> new Door(pass, link.unproven())));
    }

    private boolean isOpen(AccountId account) {
        return !accounts.find(account).map(Account::closed).orElse(true);
    }

    private ReadingPeriod period(Link link) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        return ReadingPeriod.on(today, link.supplier());
    }

    private ModelAndView page(Door door, String secret, Map<Integer, SentReading> attempts, HttpStatus status) {
        var page = pages.ofReminder(door.link(), "/reading/" + secret, attempts);
        var view = new ModelAndView("portal/reading-by-link").addObject("page", page);
        view.setStatus(status);
        return view;
    }

    private static ModelAndView closed() {
        var view = new ModelAndView("portal/reading-link-closed");
        view.setStatus(HttpStatus.GONE);
        return view;
    }

    private void take(Limit limit, String key) {
        if (!limits.take(limit, key)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static String network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr()).value();
    }
}
