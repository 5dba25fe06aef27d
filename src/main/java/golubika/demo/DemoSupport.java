package golubika.demo;

import golubika.accounts.Links;
import golubika.site.Texts;
import golubika.subscribers.Login;
import golubika.subscribers.SubscriberId;
import golubika.subscribers.Subscribers;
import golubika.suppliers.SupplierCode;
import golubika.support.Desk;
import golubika.support.Requests;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.SendRequest.Question;
import golubika.support.State;
import golubika.support.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Requests of the demo's people, in all states, and one of a guest who cannot get in. A second start asks nothing
/// twice: each has a form of its own for good.
@Component
@Conditional(OnDemo.class)
class DemoSupport {

    private static final SupplierCode KALUGA = new SupplierCode("kaluga");
    private static final SupplierCode KIROV = new SupplierCode("kirov");

    private final Subscribers subscribers;
    private final Links links;
    private final SendRequest sending;
    private final Requests requests;
    private final Texts texts;

    DemoSupport(Subscribers subscribers, Links links, SendRequest sending, Requests requests, Texts texts) {
        this.subscribers = subscribers;
        this.links = links;
        this.sending = sending;
        this.requests = requests;
        this.texts = texts;
    }

    void ask() {
        subscribers.find(Login.of("vera@example.com")).ifPresent(this::ask);
        sending.sendAsGuest(Login.of("moroshkina@example.com"), null, null, question("entrance", Topic.ENTRANCE));
    }

    private void ask(SubscriberId vera) {
        ask(vera, KALUGA, "settled", Topic.METER, State.CLOSED);
        ask(vera, KALUGA, "use", Topic.CHARGES, State.ANSWERED);
        ask(vera, KIROV, "pin", Topic.PIN, State.WAITING);
    }

    private void ask(SubscriberId by, SupplierCode supplier, String name, Topic topic, State until) {
        links.of(by).stream()
                .filter(link -> link.supplier().code().equals(supplier))
                .findFirst()
                .ifPresent(link -> {
                    var sent = sending.send(by, link, question(name, topic));
                    var desk = new Desk(supplier);
                    if (until != State.WAITING && versionOf(desk, sent) == 1) {
                        requests.answer(desk, sent.id(), 1, "Морошкина", texts.of("demo.support." + name + ".answer"));
                    }
                    if (until == State.CLOSED && versionOf(desk, sent) == 2) {
                        requests.close(desk, sent.id(), 2);
                    }
                });
    }

    private int versionOf(Desk desk, SendRequest.Sent sent) {
        return requests.thread(desk, sent.id()).orElseThrow().request().version();
    }

    private Question question(String name, Topic topic) {
        var form = UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
        return new Question(form, topic, new Said(texts.of("demo.support." + name), List.of()));
    }
}
