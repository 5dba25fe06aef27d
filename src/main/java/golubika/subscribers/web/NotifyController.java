package golubika.subscribers.web;

import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.subscribers.Topic;
import golubika.subscribers.Wishes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Уведомления» of the settings: what the person wants to be reminded of.
@Controller
class NotifyController {

    private static final String SECTION = "notify";

    private final Wishes wishes;
    private final Texts texts;

    NotifyController(Wishes wishes, Texts texts) {
        this.wishes = wishes;
        this.texts = texts;
    }

    /// Somebody reloads what the form has answered.
    @GetMapping("/settings/notify")
    String reloaded() {
        return "redirect:/settings#" + SECTION;
    }

    @PostMapping("/settings/notify")
    ModelAndView keep(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam Map<String, String> ticked,
            RedirectAttributes flash) {
        var wanted = Arrays.stream(Topic.values())
                .filter(topic -> ticked.containsKey(topic.field()))
                .collect(Collectors.toSet());
        wishes.keep(subscriber.id(), wanted);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.notify.saved"));
    }
}
