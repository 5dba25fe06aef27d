package golubika.portal;

import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.charges.Debt;
import golubika.charges.Debts;
import golubika.metering.Meters;
import golubika.metering.ReadingPeriod;
import golubika.subscribers.Profiles;
import golubika.subscribers.Subscriber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The first page: the entrance for guests, the accounts for subscribers.
@Controller
class HomeController {

    private final Links links;
    private final Debts debts;
    private final Meters meters;
    private final Profiles profiles;
    private final Clock clock;

    HomeController(Links links, Debts debts, Meters meters, Profiles profiles, Clock clock) {
        this.links = links;
        this.debts = debts;
        this.meters = meters;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(@AuthenticationPrincipal @Nullable Subscriber subscriber) {
        if (subscriber == null) {
            return new ModelAndView("forward:/login");
        }
        var mine = links.of(subscriber.id());
        var greeting = Greeting.of(profiles.of(subscriber.id()));
        if (mine.isEmpty()) {
            return new ModelAndView("portal/home-empty").addObject("greeting", greeting);
        }
        var owed = debts.ofAll(mine);
        var cards = mine.stream()
                .map(link -> card(link, Objects.requireNonNull(owed.get(link.account()))))
                .toList();
        return new ModelAndView("portal/home")
                .addObject("page", new HomePage(cards))
                .addObject("greeting", greeting);
    }

    /// The section «Показания»: straight to the form where there is one account only.
    @GetMapping("/readings")
    ModelAndView readings(@AuthenticationPrincipal Subscriber subscriber) {
        var mine = links.of(subscriber.id());
        if (mine.size() == 1) {
            return new ModelAndView("redirect:/accounts/" + mine.getFirst().account() + "/readings");
        }
        var cards = mine.stream().map(link -> card(link, debts.of(link))).toList();
        return new ModelAndView("portal/readings-of-all").addObject("page", new HomePage(cards));
    }

    private HomePage.Card card(Link link, Debt debt) {
        var today = LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
        return new HomePage.Card(link, debt, meters.of(link), ReadingPeriod.on(today, link.supplier()), today);
    }
}
