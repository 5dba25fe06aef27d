package golubika.portal;

import golubika.accounts.Access;
import golubika.accounts.AccountId;
import golubika.accounts.Deed;
import golubika.metering.Meter;
import golubika.metering.Photos;
import golubika.subscribers.Subscriber;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Takes readings outside of payment (M16), with photos of the meters (D6).
@Controller
class ReadingsController {

    private final Access access;
    private final ReadingsPages pages;
    private final SendReadings sending;
    private final Photos photos;

    ReadingsController(Access access, ReadingsPages pages, SendReadings sending, Photos photos) {
        this.access = access;
        this.pages = pages;
        this.sending = sending;
        this.photos = photos;
    }

    @GetMapping("/accounts/{account}/readings")
    ModelAndView form(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(required = false) @Nullable String sent) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        return new ModelAndView("portal/readings")
                .addObject("page", pages.ofAccount(subscriber.id(), link, Map.of(), sent != null));
    }

    /// What one meter's reading would cost, while it is being typed.
    @PostMapping("/accounts/{account}/readings/preview")
    ModelAndView preview(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam int meter,
            @RequestParam Map<String, String> typed) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        var result = sending.look(link, meter, new ReadingForm(typed, Map.of()))
                .map(SentReading::result)
                .orElse(null);
        return new ModelAndView("portal/reading-preview").addObject("result", result);
    }

    /// Each filled field is taken or refused by itself; what is taken stays taken.
    @PostMapping("/accounts/{account}/readings")
    ModelAndView send(
            @AuthenticationPrincipal Subscriber subscriber,
            @PathVariable AccountId account,
            @RequestParam(defaultValue = "") String then,
            @RequestParam Map<String, String> typed,
            @RequestParam Map<String, MultipartFile> files) {
        var link = access.require(subscriber.id(), account, Deed.SEND_READING);
        var attempts = sending.send(subscriber.id(), link, new ReadingForm(typed, files), Meter::isActive);
        if (!attempts.values().stream().allMatch(SentReading::isTaken)) {
            var view = new ModelAndView("portal/readings")
                    .addObject("page", pages.ofAccount(subscriber.id(), link, attempts, false));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var next = then.equals("pay") && link.allows(Deed.PAY) ? "/pay" : "/readings?sent";
        return new ModelAndView("redirect:/accounts/" + account + next);
    }

    /// A picture of a meter, one of our own making.
    @GetMapping("/accounts/{account}/photos/{photo}")
    ResponseEntity<byte[]> photo(
            @AuthenticationPrincipal Subscriber subscriber, @PathVariable AccountId account, @PathVariable UUID photo) {
        var link = access.require(subscriber.id(), account, Deed.SEE);
        return Optional.of(link)
                .filter(one -> one.allows(one.isFull() ? Deed.SEE_PERSON : Deed.SEND_READING))
                .flatMap(one -> photos.find(one, subscriber.id(), photo))
                .map(jpeg ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElse(ResponseEntity.notFound().build());
    }
}
