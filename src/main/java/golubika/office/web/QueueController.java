package golubika.office.web;

import golubika.accounts.PinQueue;
import golubika.office.Staff;
import golubika.office.web.QueuePage.Tile;
import golubika.site.Format;
import golubika.site.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first page of the office: what waits for an answer.
@Controller
class QueueController {

    /// Flash attributes: what has been done, and what could not be.
    static final String DONE = "done";

    static final String REFUSED = "refused";

    private static final int LAST_ROW = 100_000;

    private final ApplicationRows applications;
    private final RequestLines requests;
    private final Heads heads;
    private final Spans spans;
    private final Texts texts;

    QueueController(ApplicationRows applications, RequestLines requests, Heads heads, Spans spans, Texts texts) {
        this.applications = applications;
        this.requests = requests;
        this.heads = heads;
        this.spans = spans;
        this.texts = texts;
    }

    @GetMapping("/office")
    ModelAndView queue(
            @AuthenticationPrincipal Staff staff,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "applications", defaultValue = "0") int from,
            @RequestParam(name = "requests", defaultValue = "0") int fromRequest,
            Model model) {
        var supplier = heads.supplier(staff);
        var figures = supplier.map(applications::figures);
        var shown = Show.of(show);
        var page = new QueuePage(
                heads.of(staff),
                shown,
                tiles(staff, figures.orElse(null)),
                supplier.map(one -> applications.page(
                                one, shown, figures.orElseThrow().waiting(), Math.clamp(from, 0, LAST_ROW)))
                        .orElse(null),
                requests.page(staff, shown, Math.clamp(fromRequest, 0, LAST_ROW)),
                (String) model.getAttribute(DONE),
                (String) model.getAttribute(REFUSED));
        return new ModelAndView("office/queue", "page", page);
    }

    private List<Tile> tiles(Staff staff, PinQueue.@Nullable Figures figures) {
        var tiles = new ArrayList<Tile>();
        var overdue = requests.overdue(staff);
        if (figures != null) {
            overdue += figures.overdue();
            tiles.add(tile("applications", Format.number(figures.waiting()), false));
        }
        tiles.add(tile("requests", Format.number(requests.count(staff)), false));
        tiles.add(tile("overdue", Format.number(overdue), overdue > 0));
        if (figures != null) {
            tiles.add(tile("average", figures.average() == null ? "—" : spans.of(figures.average()), false));
        }
        return tiles;
    }

    private Tile tile(String name, String value, boolean bad) {
        return new Tile(texts.of("office.tile." + name), value, bad);
    }
}
