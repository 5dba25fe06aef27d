package golubika.accounts.web;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.accounts.EndLink;
import golubika.accounts.Holders;
import golubika.accounts.Link;
import golubika.accounts.Proof;
import golubika.accounts.Verdict;
import golubika.audit.Caller;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Subscriber;
import golubika.subscribers.SubscriberId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes somebody's access to an account away; that of another owner by a proof shown anew.
@Controller
class RevokingController {

    private final Access access;
    private final EndLink ending;
    private final Holders holders;
    private final PeoplePages pages;
    private final List<Proof> proofs;
    private final Texts texts;

    RevokingController(
            Access access, EndLink ending, Holders holders, PeoplePages pages, List<Proof> proofs, Texts texts) {
        this.access = access;
        this.ending = ending;
        this.holders = holders;
        this.pages = pages;
        this.proofs = proofs;
        this.texts = texts;
    }

    /// Says what follows, and asks for the proof where it takes one.
    @GetMapping("/accounts/{account}/people/{person}/removal")
    ModelAndView question(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable UUID person) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        return page(subscriber, link, person, "", FieldErrors.NONE);
    }

    @PostMapping("/accounts/{account}/people/{person}/removal")
    ModelAndView revoke(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam Map<String, String> typed,
            Caller caller,
            RedirectAttributes flash) {
        var link = access.require(subscriber.id(), account, Deed.SHARE);
        var shown = new EndLink.Shown(proof, typed.getOrDefault(proof, ""));
        if (person.equals(subscriber.id().value())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var verdict = ending.revoke(subscriber.id(), link, new SubscriberId(person), shown, caller);
        if (verdict.isEmpty()) { // pressed twice, or another owner was quicker
            return PeopleController.done(account, flash, texts.of("accounts.people.gone"));
        }
        var sentence = sentence(verdict.get(), proof);
        if (sentence == null) {
            return PeopleController.done(account, flash, texts.of("accounts.people.revoked"));
        }
        var view = page(subscriber, link, person, proof, FieldErrors.of(proof.isEmpty() ? "open" : proof, sentence));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private @Nullable String sentence(Verdict verdict, String proof) {
        return switch (verdict) {
            case RIGHT -> null;
            case EMPTY -> texts.of("accounts.proof.empty." + proof);
            case WRONG -> texts.of("accounts.proof.wrong." + proof);
            case TOO_MANY -> texts.of("accounts.proof.too-many");
            case CROWDED -> texts.of("accounts.proof.crowded");
            case NOT_OFFERED -> texts.of("accounts.proof.not-offered");
        };
    }

    private ModelAndView page(Subscriber subscriber, Link link, UUID person, String proof, FieldErrors errors) {
        var other = holders.find(link.account(), new SubscriberId(person))
                .filter(holder -> !holder.subscriber().equals(subscriber.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var kinds = proofs.stream()
                .filter(way -> other.isOwner() && way.isOffered(link))
                .map(Proof::kind)
                .toList();
        var chosen = kinds.contains(proof) || kinds.isEmpty() ? proof : kinds.getFirst();
        var page = new RevokingPage(link, pages.person(subscriber, link, other), kinds, chosen, errors);
        return new ModelAndView("accounts/revoking").addObject("page", page);
    }
}
