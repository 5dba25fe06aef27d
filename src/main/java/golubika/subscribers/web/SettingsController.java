package golubika.subscribers.web;

import golubika.subscribers.Subscriber;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// «Настройки абонента»; each section's forms have a controller of their own.
@Controller
class SettingsController {

    private final SettingsPages pages;

    SettingsController(SettingsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/settings")
    ModelAndView page(@AuthenticationPrincipal Subscriber subscriber, Model model) {
        return pages.show(subscriber, (String) model.getAttribute(SettingsPages.DONE));
    }
}
