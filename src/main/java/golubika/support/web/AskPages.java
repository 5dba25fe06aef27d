package golubika.support.web;

import golubika.accounts.Link;
import golubika.accounts.Links;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.Contacts;
import golubika.subscribers.RobotPart;
import golubika.subscribers.Subscriber;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import golubika.support.OwnRequests;
import golubika.support.RequestLine;
import golubika.support.SupportSettings;
import golubika.support.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts «Напишите нам» together.
@Component
class AskPages {

    /// «Не про лицевой счёт», and of guests «Не знаю».
    static final String NONE = "none";

    private static final int LATEST = 10;

    private final Links links;
    private final Suppliers suppliers;
    private final Contacts contacts;
    private final OwnRequests requests;
    private final SupportSettings settings;
    private final Texts texts;
    private final Clock clock;

    AskPages(
            Links links,
            Suppliers suppliers,
            Contacts contacts,
            OwnRequests requests,
            SupportSettings settings,
            Texts texts,
            Clock clock) {
        this.links = links;
        this.suppliers = suppliers;
        this.contacts = contacts;
        this.requests = requests;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /// @param hadFiles the form comes back, and files were chosen in it
    ModelAndView ofSubscriber(Subscriber subscriber, AskForm form, boolean hadFiles, FieldErrors errors) {
        var accounts = links.of(subscriber.id());
        var mine = mine(subscriber);
        return shown(
                new AskPage(
                        form.key(),
                        lead(contacts.of(subscriber.id()).mail().isPresent() ? "support.lead" : "support.lead.phone"),
                        topics(form),
                        accounts(accounts, form),
                        form.typedText(),
                        hadFiles,
                        null,
                        mine.stream().limit(LATEST).toList(),
                        mine.size() > LATEST,
                        helps(accounts.stream().map(Link::supplier).distinct().toList()),
                        List.of(),
                        errors),
                errors);
    }

    ModelAndView ofGuest(AskForm form, boolean hadFiles, RobotPart robot, FieldErrors errors) {
        var chosen = suppliers.all().stream()
                .filter(supplier -> supplier.code().value().equals(form.chosenSupplier()))
                .toList();
        return shown(
                new AskPage(
                        form.key(),
                        lead("support.lead.guest"),
                        topics(form),
                        List.of(),
                        form.typedText(),
                        hadFiles,
                        new AskPage.Guest(form.typedMail(), suppliers(form), form.typedNumber(), robot),
                        List.of(),
                        false,
                        helps(chosen),
                        chosen.isEmpty()
                                ? suppliers.all().stream().map(AskPages::help).toList()
                                : List.of(),
                        errors),
                errors);
    }

    private static ModelAndView shown(AskPage page, FieldErrors errors) {
        var view = new ModelAndView("support/ask").addObject("page", page);
        view.setStatus(errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private List<String> lead(String where) {
        var within = settings.answerWithin();
        return within == null
                ? List.of(texts.of(where))
                : List.of(texts.of("support.lead.within", time(within)), texts.of(where));
    }

    private String time(Duration within) {
        var days = within.toDays();
        if (days > 1 && within.equals(Duration.ofDays(days))) {
            return days + "\u00a0" + texts.plural("support.within.days", days);
        }
        var hours = within.plusMinutes(59).toHours();
        var minutes = Math.max(1, within.toMinutes());
        return minutes < 60
                ? minutes + "\u00a0" + texts.plural("support.within.minutes", minutes)
                : hours + "\u00a0" + texts.plural("support.within.hours", hours);
    }

    private List<Choice> topics(AskForm form) {
        return Arrays.stream(Topic.values())
                .map(topic -> new Choice(
                        topic.name(),
                        texts.of("support.topic." + topic),
                        topic.name().equals(form.topic())))
                .toList();
    }

    private List<Choice> accounts(List<Link> links, AskForm form) {
        var choices = new ArrayList<Choice>();
        for (var link : links) {
            var id = link.account().toString();
            choices.add(new Choice(
                    id, label(link), id.equals(form.chosenAccount()) || form.account() == null && links.size() == 1));
        }
        choices.add(new Choice(
                NONE,
                texts.of("support.account.none"),
                NONE.equals(form.chosenAccount()) || form.account() == null && links.isEmpty()));
        return choices;
    }

    private String label(Link link) {
        var name = link.ownName();
        return texts.of("support.account.option", name == null ? link.supplier().name() : name, link.printedNumber());
    }

    private List<Choice> suppliers(AskForm form) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                NONE, texts.of("support.supplier.none"), form.chosenSupplier().equals(NONE)));
        for (var supplier : suppliers.all()) {
            var code = supplier.code().value();
            choices.add(new Choice(code, supplier.fullName(), code.equals(form.chosenSupplier())));
        }
        return choices;
    }

    /// All of «Мои обращения».
    List<RequestItem> mine(Subscriber subscriber) {
        return requests.of(subscriber.id()).stream().map(this::item).toList();
    }

    private RequestItem item(RequestLine line) {
        var day = Moments.day(line.changed(), clock.instant());
        return new RequestItem(
                "/support/requests/" + line.id(),
                line.subject(),
                texts.of("support.line", line.id(), day),
                line.state().name());
    }

    private static Help help(Supplier supplier) {
        return Help.of(supplier.fullName(), supplier.supportEmail(), supplier.supportPhone());
    }

    private List<Help> helps(List<Supplier> suppliers) {
        var helps = new ArrayList<Help>();
        for (var supplier : suppliers) {
            helps.add(help(supplier));
        }
        if (settings.mail() != null || settings.phone() != null) {
            helps.add(Help.of(texts.of("support.portal"), settings.mail(), settings.phone()));
        }
        return helps;
    }
}
