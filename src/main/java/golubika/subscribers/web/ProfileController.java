package golubika.subscribers.web;

import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Profiles;
import golubika.subscribers.Subscriber;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Профиль» of the settings: what to call the person.
@Controller
class ProfileController {

    private static final String SECTION = "profile";

    private final Profiles profiles;
    private final SettingsPages pages;
    private final Texts texts;

    ProfileController(Profiles profiles, SettingsPages pages, Texts texts) {
        this.profiles = profiles;
        this.pages = pages;
        this.texts = texts;
    }

    /// Somebody reloads what the form has answered.
    @GetMapping("/settings/profile")
    String reloaded() {
        return "redirect:/settings";
    }

    @PostMapping("/settings/profile")
    ModelAndView rename(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        if (Profiles.name(name).filter(Profiles::isTooLong).isPresent()) {
            var sentence = texts.of("subscribers.profile.too-long", Profiles.LONGEST_NAME);
            return pages.refusedName(subscriber, name, FieldErrors.of("name", sentence));
        }
        profiles.rename(subscriber, name);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.profile.saved"));
    }
}
