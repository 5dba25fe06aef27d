package golubika.office.web;

import golubika.office.OfficeActs;
import golubika.office.Staff;
import golubika.site.Texts;
import java.time.ZoneId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// «Журнал»: what the staff of one's own supplier did, for all of them to see.
@Controller
class LogController {

    private static final int ROWS = 50;
    private static final int LAST_PAGE = 10_000;

    private final OfficeActs acts;
    private final Heads heads;
    private final Texts texts;

    LogController(OfficeActs acts, Heads heads, Texts texts) {
        this.acts = acts;
        this.heads = heads;
        this.texts = texts;
    }

    @GetMapping("/office/log")
    ModelAndView log(@AuthenticationPrincipal Staff staff, @RequestParam(defaultValue = "1") int page) {
        var number = Math.clamp(page, 1, LAST_PAGE);
        var found = acts.of(staff.supplierCode().orElse(null), (number - 1) * ROWS, ROWS + 1);
        var zone = heads.zone(staff);
        var rows = found.stream().limit(ROWS).map(act -> row(act, zone)).toList();
        return new ModelAndView("office/log", "page", new LogPage(heads.of(staff), rows, number, found.size() > ROWS));
    }

    // Of what is done on the server, and of who cannot come in, it is known whom it was done to, not who did it.
    private String who(OfficeActs.Act act) {
        return switch (act.kind()) {
            case ADDED, BLOCKED, RENEWED -> texts.of("office.log.server");
            case FAILED -> texts.of("office.log.unknown");
            default -> texts.of("office.who", act.name(), act.login());
        };
    }

    private LogPage.Row row(OfficeActs.Act act, ZoneId zone) {
        var address = act.caller().address();
        return new LogPage.Row(
                texts.of("office.act." + act.kind(), act.subject(), act.detail()),
                who(act),
                Wordings.moment(act.at(), zone),
                address == null ? "" : address);
    }
}
