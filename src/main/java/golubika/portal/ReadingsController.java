package golubika.portal;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.Link;
import golubika.charges.ReadingEntry;
import golubika.metering.Meter;
import golubika.metering.Meters;
import golubika.metering.Reading;
import golubika.metering.ReadingPeriod;
import golubika.portal.ReadingsPage.Line;
import golubika.subscribers.Subscriber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes readings outside of payment (M16).
@Controller
class ReadingsController {

    private final Access access;
    private final Meters meters;
    private final ReadingEntry entry;
    private final Clock clock;

    ReadingsController(Access access, Meters meters, ReadingEntry entry, Clock clock) {
        this.access = access;
        this.meters = meters;
        this.entry = entry;
        this.clock = clock;
    }

    @GetMapping("/accounts/{account}/readings")
    ModelAndView form(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(required = false) @Nullable String sent) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        var lines = meters.of(link).stream()
                .map(meter -> Line.empty(meter, isExpired(link, meter)))
                .toList();
        return page(link, lines, sent != null);
    }

    /// What one meter's reading would cost, while it is being typed.
    @PostMapping("/accounts/{account}/readings/preview")
    ModelAndView preview(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam int meter,
            @RequestParam Map<String, String> typed) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        var line = meters.of(link).stream()
                .filter(one -> one.number() == meter)
                .findFirst()
                .map(one -> typed(one, link, typed))
                .map(one -> one.typed().isBlank() ? one : one.with(entry.look(link, one.meter(), one.typed())))
                .orElse(null);
        return new ModelAndView("portal/reading-preview").addObject("line", line);
    }

    /// Each filled field is taken or refused by itself; what is taken stays taken.
    @PostMapping("/accounts/{account}/readings")
    ModelAndView send(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String then,
            @RequestParam Map<String, String> typed) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        var filled =
                meters.of(link).stream().map(meter -> typed(meter, link, typed)).toList();
        if (filled.stream().allMatch(line -> line.typed().isBlank())) {
            return refused(
                    link,
                    filled.stream()
                            .map(line -> line.with(entry.look(link, line.meter(), "")))
                            .toList());
        }
        var lines = filled.stream()
                .map(line -> line.typed().isBlank()
                        ? line
                        : line.with(entry.send(
                                subscriber.id(),
                                link,
                                line.meter(),
                                line.typed(),
                                typed.containsKey("sure" + line.meter().number()))))
                .toList();
        if (lines.stream().anyMatch(line -> line.error() != null || line.question() != null)) {
            return refused(link, afterwards(link, lines));
        }
        var next = then.equals("pay") && link.allows(Deed.PAY) ? "/pay" : "/readings?sent";
        return new ModelAndView("redirect:/accounts/" + account + next);
    }

    /// The lines with what their meters show now that some readings have been taken.
    private List<Line> afterwards(Link link, List<Line> lines) {
        var now = meters.of(link).stream().collect(Collectors.toMap(Meter::id, Function.identity()));
        return lines.stream()
                .map(line -> line.on(now.getOrDefault(line.meter().id(), line.meter())))
                .toList();
    }

    private ModelAndView refused(Link link, List<Line> lines) {
        var view = page(link, lines, false);
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView page(Link link, List<Line> lines, boolean sent) {
        var today = today(link);
        var history = link.allows(Deed.SEE_PERSON)
                ? meters.readings(link).stream().limit(12).toList()
                : List.<Reading>of();
        var page = new ReadingsPage(
                link, today, ReadingPeriod.on(today, link.supplier()), lines, sent, link.allows(Deed.PAY), history);
        return new ModelAndView("portal/readings").addObject("page", page);
    }

    private Line typed(Meter meter, Link link, Map<String, String> typed) {
        var value = typed.getOrDefault("now" + meter.number(), "").strip();
        return new Line(meter, value, null, null, null, isExpired(link, meter));
    }

    private boolean isExpired(Link link, Meter meter) {
        return meter.verificationExpiredOn(today(link))
                && !link.supplier().switches().readingsAfterVerification();
    }

    private LocalDate today(Link link) {
        return LocalDate.ofInstant(clock.instant(), link.supplier().timeZone());
    }
}
