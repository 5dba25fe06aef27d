package golubika.demo.web;

import golubika.demo.DemoInbox;
import golubika.demo.OnDemo;
import golubika.site.Format;
import golubika.site.PortalTime;
import golubika.subscribers.Login;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// What the demo holds, and what it has sent. Nobody needs to sign in for it.
@Controller
@Conditional(OnDemo.class)
class DemoController {

    private final DemoPages pages;
    private final DemoInbox inbox;

    DemoController(DemoPages pages, DemoInbox inbox) {
        this.pages = pages;
        this.inbox = inbox;
    }

    @GetMapping("/demo")
    ModelAndView demo() {
        return new ModelAndView("demo/demo", "page", pages.page());
    }

    @GetMapping("/demo/inbox")
    ModelAndView inbox(@RequestParam(defaultValue = "") String to) {
        var asked = recipient(to);
        var shown = inbox.letters(asked).stream().map(DemoController::shown).toList();
        return new ModelAndView("demo/inbox", "page", new InboxPage(asked, shown));
    }

    @GetMapping(path = "/demo/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<DemoInbox.Letter> letters(@RequestParam(defaultValue = "") String to) {
        return inbox.letters(recipient(to));
    }

    private static String recipient(String asked) {
        return Login.read(asked) instanceof Login.Reading.Good(var login)
                ? login.value()
                : asked.strip().toLowerCase(Locale.ROOT);
    }

    private static InboxPage.Shown shown(DemoInbox.Letter letter) {
        return new InboxPage.Shown(
                letter,
                time(letter.at().atZone(PortalTime.ZONE)),
                Arrays.stream(letter.text().split("\\R+")).toList());
    }

    private static String time(ZonedDateTime at) {
        return Format.date(at.toLocalDate()) + ", " + "%d:%02d".formatted(at.getHour(), at.getMinute());
    }
}
