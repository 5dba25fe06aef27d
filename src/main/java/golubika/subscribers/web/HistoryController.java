package golubika.subscribers.web;

import golubika.audit.AuditTrail;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// «История входов»: the trail, for the person whose it is.
@Controller
class HistoryController {

    private static final int ROWS = 30;
    private static final int LAST_PAGE = 10_000;

    private final AuditTrail trail;
    private final SessionsParts sessions;
    private final Texts texts;

    HistoryController(AuditTrail trail, SessionsParts sessions, Texts texts) {
        this.trail = trail;
        this.sessions = sessions;
        this.texts = texts;
    }

    @GetMapping("/settings/history")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber, @RequestParam(defaultValue = "1") int page) {
        var number = Math.clamp(page, 1, LAST_PAGE);
        var entries = trail.of(subscriber.id().value(), (number - 1) * ROWS, ROWS + 1);
        var rows = entries.stream().limit(ROWS).map(this::row).toList();
        return new ModelAndView("subscribers/history", "page", new HistoryPage(rows, number, entries.size() > ROWS));
    }

    private HistoryPage.Row row(AuditTrail.Entry entry) {
        var caller = entry.caller();
        var address = caller.maskedAddress();
        return new HistoryPage.Row(
                Moments.written(entry.at()),
                texts.of(entry.kind(), entry.detail()),
                caller.address() == null ? texts.of("subscribers.history.portal") : sessions.device(caller.device()),
                address == null ? "" : address);
    }
}
