package golubika.subscribers.web;

import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.OwnPassword;
import golubika.subscribers.SessionDevices;
import golubika.subscribers.Subscriber;
import golubika.subscribers.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// «Ключи доступа» of the settings. Adding and removing one takes having shown lately who one is.
@Controller
class PasskeysController {

    static final String SECTION = "keys";
    static final String PATH = "/settings/passkeys";

    private final Passkeys passkeys;
    private final SessionDevices devices;
    private final OwnPassword password;
    private final SettingsPages pages;
    private final Texts texts;

    PasskeysController(
            Passkeys passkeys, SessionDevices devices, OwnPassword password, SettingsPages pages, Texts texts) {
        this.passkeys = passkeys;
        this.devices = devices;
        this.password = password;
        this.pages = pages;
        this.texts = texts;
    }

    /// Somebody reloads what a form has answered.
    @GetMapping({PATH, PATH + "/proof", PATH + "/{id}/name", PATH + "/{id}/removal"})
    String reloaded() {
        return "redirect:/settings#" + SECTION;
    }

    /// The password once more, when the sign-in was a while ago.
    @PostMapping(PATH + "/proof")
    ModelAndView prove(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(name = "key-password", defaultValue = "") String typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (typed.isEmpty()) {
            return refused(subscriber, "key-password", "subscribers.settings.type-current");
        }
        return switch (password.check(subscriber.id(), typed)) {
            case RIGHT -> {
                devices.proved(subscriber.id(), request.getSession().getId());
                yield SettingsPages.done(flash, SECTION, texts.of("subscribers.passkeys.proved"));
            }
            case WRONG -> refused(subscriber, "key-password", "subscribers.settings.wrong-password");
            case TOO_OFTEN -> refused(subscriber, "key-password", "subscribers.settings.too-often");
        };
    }

    @GetMapping(PATH + "/options")
    ResponseEntity<String> options(@AuthenticationPrincipal Subscriber subscriber, HttpServletRequest request) {
        return isProved(subscriber, request)
                ? ChallengeCookie.asked(passkeys.ask(subscriber), PATH, request.isSecure())
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @PostMapping(PATH)
    ModelAndView add(
            @AuthenticationPrincipal Subscriber subscriber,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "key-name", defaultValue = "") String name,
            @CookieValue(name = ChallengeCookie.NAME, defaultValue = "") String carried,
            Caller caller,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (!isProved(subscriber, request)) {
            return refused(subscriber, "key-password", "subscribers.passkeys.prove-first");
        }
        return switch (passkeys.add(subscriber, credential, carried, name, caller)) {
            case ADDED -> SettingsPages.done(flash, SECTION, texts.of("subscribers.passkeys.done"));
            case FAILED -> refused(subscriber, "key-name", "subscribers.passkeys.not-added");
            case TOO_MANY -> refused(subscriber, "key-name", "subscribers.passkeys.too-many");
        };
    }

    @PostMapping(PATH + "/{id}/name")
    ModelAndView rename(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes flash) {
        passkeys.rename(subscriber.id(), id, name);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.passkeys.renamed"));
    }

    @PostMapping(PATH + "/{id}/removal")
    ModelAndView remove(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable UUID id,
            Caller caller,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (!isProved(subscriber, request)) {
            return refused(subscriber, "key-password", "subscribers.passkeys.prove-first");
        }
        passkeys.remove(subscriber, id, caller);
        return SettingsPages.done(flash, SECTION, texts.of("subscribers.passkeys.removed"));
    }

    private boolean isProved(Subscriber subscriber, HttpServletRequest request) {
        return devices.provedLately(subscriber.id(), request.getSession().getId());
    }

    private ModelAndView refused(Subscriber subscriber, String field, String sentence) {
        return pages.refused(subscriber, SECTION, FieldErrors.of(field, texts.of(sentence)));
    }
}
