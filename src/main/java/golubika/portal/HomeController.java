package golubika.portal;

import golubika.accounts.Accounts;
import golubika.accounts.Deed;
import golubika.accounts.KeptInvitation;
import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.charges.Debts;
import golubika.database.Ask;
import golubika.database.Trips;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.subscribers.Profiles;
import golubika.subscribers.Subscriber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The first page: the entrance for guests, the accounts for subscribers.
@Controller
class HomeController {

    private final Links links;
    private final Trips trips;
    private final Meters meters;
    private final Profiles profiles;
    private final Clock clock;

    HomeController(Links links, Trips trips, Meters meters, Profiles profiles, Clock clock) {
        this.links = links;
        this.trips = trips;
        this.meters = meters;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(
            @AuthenticationPrincipal @Nullable Subscriber subscriber,
            @CookieValue(name = KeptInvitation.COOKIE, required = false) @Nullable String invitation) {
        if (subscriber == null) {
            return new ModelAndView("forward:/login");
        }
        var mine = links.of(subscriber.id());
        var greeting = Greeting.of(profiles.of(subscriber.id()), invitation);
        if (mine.isEmpty()) {
            return new ModelAndView("portal/home-empty").addObject("greeting", greeting);
        }
        return new ModelAndView("portal/home")
                .addObject("page", new HomePage(cards(mine)))
                .addObject("greeting", greeting);
    }

    /// The section «Показания»: straight to the form where there is one account only.
    @GetMapping("/readings")
    ModelAndView readings(@AuthenticationPrincipal Subscriber subscriber) {
        var mine = links.of(subscriber.id());
        if (mine.size() == 1 && mine.getFirst().allows(Deed.SEND_READING)) {
            return new ModelAndView("redirect:/accounts/" + mine.getFirst().account() + "/readings");
        }
        return new ModelAndView("portal/readings-of-all").addObject("page", new HomePage(cards(mine)));
    }

    private List<HomePage.Card> cards(List<Link> links) {
        var trip = trips.begin();
        var cards = links.stream().map(link -> trip.ask(askCard(link))).toList();
        trip.go();
        return cards.stream().map(Supplier::get).toList();
    }

    private Ask<HomePage.Card> askCard(Link link) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        var period = ReadingPeriod.on(today, link.supplier());
        var closed = Accounts.ask(link.account())
                .map(account -> account.orElseThrow().closed());
        return Debts.ask(link)
                .and(meters.ask(link), Map::entry)
                .and(
                        closed,
                        (known, over) ->
                                new HomePage.Card(link, over, known.getKey(), known.getValue(), period, today));
    }
}
