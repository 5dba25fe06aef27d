package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.OpenFull;
import golubika.accounts.Pins;
import golubika.audit.Caller;
import golubika.limits.Limits;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests of subscribers, from both sides of the desk.
@PortalTest
class SupportTest {

    private static final String WORDS = "Здравствуйте. В квитанции 71 м³, а я передавала другое.\n\nОткуда цифра?";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linking;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @Autowired
    Pins pins;

    @Autowired
    SendRequest sending;

    @Autowired
    Requests requests;

    @Autowired
    OwnRequests own;

    @Autowired
    Limits limits;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private Asking asking;
    private Household household;
    private AnAccount account;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        asking = new Asking(jdbc, suppliers, linking, links, sending);
        household = visitors.household();
        account = asking.connected(household);
        visitor = visitors.signedIn(household);
    }

    @Test
    void a_subscriber_asks_and_is_answered() {
        var page = ask(WORDS);
        var id = idOf(page);

        assertThat(visitor.get(page).text())
                .contains("Обращение отправлено", "<h1>В квитанции 71 м³, а я передавала другое</h1>", "№\u00a0" + id)
                .contains("Отправлено", "<p>Откуда цифра?<br></p>", "ЛС\u00a0" + account.number());
        assertThat(mailbox.of(household.login()).getFirst())
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Обращение № " + id + " получено"))
                .satisfies(letter -> assertThat(letter.body()).contains("Показания счётчика", "Откуда цифра?"))
                .satisfies(letter -> assertThat(letter.linkPath()).isEqualTo("/support/requests/" + id));

        var opened = requests.thread(Asking.desk(), id).orElseThrow();
        assertThat(opened.writer().standing()).isEqualTo(Writer.Standing.BASIC);
        assertThat(opened.writer().contact()).isNotEqualTo(household.login()).contains("…");
        assertThat(answer(id, "Это разница двух показаний.")).isEqualTo(Requests.Outcome.DONE);

        assertThat(visitor.get("/support").text()).contains("Есть ответ", "/support/requests/" + id);
        assertThat(visitor.get("/support/requests/" + id).text())
                .contains("<b>Поддержка</b>", "Это разница двух показаний.")
                .doesNotContain("Морошкина");
        assertThat(mailbox.of(household.login()).getFirst())
                .satisfies(
                        letter -> assertThat(letter.body()).contains("Это разница двух показаний.", "gas@example.com"))
                .satisfies(letter -> assertThat(letter.linkPath()).isEqualTo("/support/requests/" + id));
        assertThat(jdbc.sql("select reply_to from outbox_message where recipient = :to and subject like 'Ответ%'")
                        .param("to", household.login())
                        .query(String.class)
                        .single())
                .isEqualTo("gas@example.com");
    }

    @Test
    void the_suppliers_mailbox_learns_that_something_waits_and_nothing_else() {
        limits.clear(SupportLimits.DESK_TOLD, Asking.desk().code());
        var id = idOf(ask(WORDS));

        assertThat(mailbox.of("gas@example.com"))
                .filteredOn(letter -> letter.subject().equals("Новое обращение № " + id))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body())
                        .doesNotContain("71 м³", "цифра", account.number(), household.login()));
    }

    @Test
    void a_form_that_is_sent_twice_is_one_request_also_at_once() {
        var form = Asking.form(account, WORDS);
        var other = visitors.signedIn(household);

        var answers = Stream.of(visitor, other)
                .map(one -> CompletableFuture.supplyAsync(
                        () -> one.post("/support", form).location()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.getFirst()).startsWith("/support/requests/").isEqualTo(answers.getLast());
        assertThat(visitor.post("/support", form).location()).isEqualTo(answers.getFirst());
        assertThat(own.of(household.id())).hasSize(1);
        assertThat(mailbox.of(household.login()))
                .filteredOn(letter -> letter.subject().startsWith("Обращение"))
                .hasSize(1);
    }

    @Test
    void the_newest_ten_stand_beside_the_form_and_all_on_a_page_of_their_own() {
        for (var i = 10; i <= 20; i++) {
            asking.asked(household.id(), "Вопрос " + i);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(visitor.get("/support").text())
                .contains("Вопрос 20", "Показать все")
                .doesNotContain("Вопрос 10");
        assertThat(visitor.get("/support/requests").text()).contains("Вопрос 20", "Вопрос 10");
    }

    @Test
    void a_request_is_its_writers_alone() {
        var id = idOf(ask(WORDS));
        var neighbour = visitors.household();
        asking.connect(neighbour, account);
        var their = visitors.signedIn(neighbour);

        assertThat(their.get("/support").text()).doesNotContain("requests/" + id);
        for (var path : List.of("", "/files/" + UUID.randomUUID())) {
            assertThat(their.get("/support/requests/" + id + path).status()).isEqualTo(404);
        }
        for (var path : List.of("", "/closing")) {
            assertThat(their.post("/support/requests/" + id + path, reply("Чужое", 1))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(visitors.guest().get("/support/requests/" + id).location()).startsWith("/login");
        assertThat(own.find(Door.of(household.id(), id)).orElseThrow().remarks())
                .hasSize(1);
    }

    @Test
    void staff_see_the_requests_of_their_own_desk_alone() {
        var id = idOf(ask(WORDS));
        var other = new Desk(new SupplierCode("other"));

        assertThat(lines(Asking.desk())).contains(id);
        assertThat(lines(other)).doesNotContain(id);
        assertThat(lines(Desk.PORTAL)).doesNotContain(id);
        assertThat(requests.thread(other, id)).isEmpty();
        assertThat(requests.answer(other, id, 1, "Морошкина", "Не наше")).isEqualTo(Requests.Outcome.UNKNOWN);
        assertThat(requests.close(Desk.PORTAL, id, 1)).isEqualTo(Requests.Outcome.UNKNOWN);
        assertThat(requests.file(other, id, UUID.randomUUID())).isEmpty();
    }

    @Test
    void what_is_about_no_account_goes_to_the_portal_itself() {
        var id = idOf(visitor.post("/support", Asking.form(null, "Не могу сменить почту"))
                .location());

        assertThat(lines(Desk.PORTAL)).contains(id);
        assertThat(requests.thread(Desk.PORTAL, id).orElseThrow().writer().standing())
                .isEqualTo(Writer.Standing.NONE);
    }

    @Test
    void a_queue_begins_with_what_is_due_first_and_counts_what_waits() {
        var before = requests.count(Desk.PORTAL);
        var first = asking.asked(household.id(), "Первое");
        clock.pass(Duration.ofMinutes(1));
        var second = asking.asked(household.id(), "Второе");

        assertThat(requests.count(Desk.PORTAL)).isEqualTo(before + 2);
        assertThat(requests.open(Desk.PORTAL, before))
                .extracting(RequestLine::id)
                .containsExactly(first, second);
        assertThat(requests.open(Desk.PORTAL, before + 1))
                .extracting(RequestLine::id)
                .containsExactly(second);
        assertThat(requests.open(Desk.PORTAL, before).getFirst().due())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(1)).plus(Duration.ofDays(3)));
    }

    @Test
    void who_has_proven_the_account_is_known_to_staff_and_who_has_left_it_keeps_the_request() {
        var own = AnAccount.anAccount(jdbc).withPin(pins, "470285");
        asking.connect(household, own);
        openFull.open(
                household.id(), links.find(household.id(), own.id()).orElseThrow(), "pin", "470285", Caller.PORTAL);
        var id = asking.asked(household.id(), own, "Почему так много?");
        assertThat(standing(id)).isEqualTo(Writer.Standing.FULL);

        visitor.post("/accounts/" + own.id() + "/removal", Map.of());

        assertThat(links.find(household.id(), own.id())).isEmpty();
        assertThat(standing(id)).isEqualTo(Writer.Standing.NONE);
        assertThat(visitor.get("/support/requests/" + id).text()).contains("Почему так много", own.number());
        assertThat(visitor.post("/support/requests/" + id, reply("Ещё", 1)).status())
                .isEqualTo(302);
    }

    @Test
    void of_two_staff_at_once_one_answers_and_the_other_is_told() {
        var id = idOf(ask(WORDS));

        var outcomes = Stream.of("Морошкина", "Брусникин")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> requests.answer(Asking.desk(), id, 1, name, "Ответ: " + name)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(Requests.Outcome.DONE, Requests.Outcome.CHANGED);
        assertThat(request(id).remarks()).hasSize(2);
    }

    @Test
    void staff_do_not_answer_over_what_the_writer_has_said_or_closed_meanwhile() {
        var id = idOf(ask(WORDS));
        visitor.post("/support/requests/" + id, reply("Ещё одно", 1));
        assertThat(requests.answer(Asking.desk(), id, 1, "Морошкина", "На первое"))
                .isEqualTo(Requests.Outcome.CHANGED);

        var seen = request(id).version();
        assertThat(visitor.post("/support/requests/" + id + "/closing", reply("", seen))
                        .status())
                .isEqualTo(302);
        assertThat(requests.answer(Asking.desk(), id, request(id).version(), "Морошкина", "Поздно"))
                .isEqualTo(Requests.Outcome.CHANGED);
        assertThat(request(id).state()).isEqualTo(State.CLOSED);
        assertThat(lines(Asking.desk())).doesNotContain(id);
    }

    @Test
    void the_writer_closes_nothing_over_an_answer_that_they_have_not_seen() {
        var id = idOf(ask(WORDS));
        answer(id, "Вот ответ.");

        var refused = visitor.post("/support/requests/" + id + "/closing", reply("Спасибо, не надо", 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Пока вы писали, пришёл ответ", "Вот ответ.", ">Спасибо, не надо</textarea>");
        assertThat(request(id).state()).isEqualTo(State.ANSWERED);
    }

    @Test
    void the_writers_own_word_from_another_tab_keeps_nobody_from_closing() {
        var id = idOf(ask(WORDS));
        visitor.post("/support/requests/" + id, reply("Ещё одно", 1));

        assertThat(visitor.post("/support/requests/" + id + "/closing", reply("", 1))
                        .status())
                .isEqualTo(302);
        assertThat(request(id).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void a_last_word_is_said_before_it_is_closed() {
        var id = idOf(ask(WORDS));
        answer(id, "Вот ответ.");

        visitor.post(
                "/support/requests/" + id + "/closing",
                reply("Спасибо!", request(id).version()));

        assertThat(request(id).remarks()).extracting(Remark::words).endsWith("Вот ответ.", "Спасибо!");
        assertThat(visitor.get("/support/requests/" + id).text())
                .contains("Вы закрыли обращение 20\u00a0ноября", "обращение снова откроется");
    }

    @Test
    void a_reply_is_said_once_and_a_closed_request_opens_again_for_thirty_days() {
        var id = idOf(ask(WORDS));
        answer(id, "Вот ответ.");
        assertThat(requests.close(Asking.desk(), id, request(id).version())).isEqualTo(Requests.Outcome.DONE);
        assertThat(mailbox.of(household.login()).getFirst().subject()).isEqualTo("Обращение № " + id + " закрыто");
        assertThat(visitor.get("/support/requests/" + id).text()).contains("Поддержка закрыла обращение");

        var again = reply("Не понял", 1);
        visitor.post("/support/requests/" + id, again);
        visitor.post("/support/requests/" + id, again);
        assertThat(request(id).remarks()).hasSize(3);
        assertThat(lines(Asking.desk())).contains(id);

        requests.close(Asking.desk(), id, request(id).version());
        clock.pass(OwnRequests.REOPENED_WITHIN.plusSeconds(1));
        var later = visitors.signedIn(household);
        assertThat(later.get("/support/requests/" + id).text())
                .contains("напишите новое обращение")
                .doesNotContain("<textarea");
        var late = later.post("/support/requests/" + id, reply("Поздно", 1));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text())
                .contains(">Поздно</textarea>", "Скопируйте это в\u00a0новое обращение", "напишите новое обращение");
        assertThat(request(id).remarks()).hasSize(3);
    }

    @Test
    void a_form_that_is_changed_and_sent_again_says_something_new() {
        var form = Asking.form(account, WORDS);
        visitor.post("/support", form);
        form.put("text", "Нет, вот так.");
        var id = idOf(visitor.post("/support", form).location());
        var reply = reply("Ещё", 1);
        visitor.post("/support/requests/" + id, reply);
        reply.put("text", "И ещё");
        visitor.post("/support/requests/" + id, reply);

        assertThat(own.of(household.id())).hasSize(2);
        assertThat(request(id).remarks()).extracting(Remark::words).containsExactly("Нет, вот так.", "Ещё", "И ещё");
    }

    @Test
    void what_is_said_last_is_not_lost_when_staff_have_closed_it_meanwhile() {
        var id = idOf(ask(WORDS));
        requests.close(Asking.desk(), id, 1);
        var last = reply("Спасибо, разобралась", 1);

        var refused = visitor.post("/support/requests/" + id + "/closing", last);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("поддержка закрыла обращение", ">Спасибо, разобралась</textarea>");

        last.put("seen", Integer.toString(request(id).version()));
        assertThat(visitor.post("/support/requests/" + id + "/closing", last).status())
                .isEqualTo(302);
        assertThat(request(id).remarks()).extracting(Remark::words).endsWith("Спасибо, разобралась");
        assertThat(request(id).closedBy()).isEqualTo(ClosedBy.WRITER);
    }

    @Test
    void a_form_with_something_missing_comes_back_with_what_was_typed() {
        var strange = AnAccount.anAccount(jdbc);

        var answer = visitor.post(
                "/support", Map.of("topic", "NONE", "account", strange.id().toString(), "text", "  \n "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Выберите, о\u00a0чём вопрос", "Выберите счёт или", "Напишите, что случилось")
                .doesNotContain("Файлы приложите ещё раз");

        var long_ = visitor.post("/support", Asking.form(account, "Кубометры ".repeat(500)));
        assertThat(long_.status()).isEqualTo(422);
        assertThat(long_.text()).contains("помещается 4\u00a0000\u00a0символов", "Кубометры Кубометры");
        assertThat(own.of(household.id())).isEmpty();
    }

    @Test
    void the_number_of_a_card_goes_nowhere() {
        var page = visitor.post("/support", Asking.form(account, "Платил 4111 1111 1111 1111"))
                .location();

        assertThat(visitor.get(page).text())
                .contains("Номер карты мы скрыли", "•••• 1111")
                .doesNotContain("4111 1111");
        assertThat(jdbc.sql("""
                select count(*) from support_remark r, outbox_message o
                where (r.words || o.body || o.subject) like '%4111 1111%'
                """).query(Integer.class).single()).isZero();
    }

    @Test
    void who_writes_without_end_waits() {
        var me = household.id().toString();
        while (limits.take(SupportLimits.ASKING, me) | limits.take(SupportLimits.SAYING, me)) {
            continue;
        }
        var id = asking.asked(household.id(), "Первое");

        var asked = visitor.post("/support", Asking.form(account, WORDS));
        var said = visitor.post("/support/requests/" + id, reply("Ещё", 1));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Подождите 30\u00a0минут", "Откуда цифра?");
        assertThat(said.status()).isEqualTo(422);
        assertThat(said.text()).contains("Подождите 3\u00a0минуты", ">Ещё</textarea>");
    }

    @Test
    void what_is_written_is_text_whatever_it_looks_like() {
        var page = ask("<script>alert(1)</script> [ссылка](javascript:alert(1)) {0}");

        assertThat(visitor.get(page).text())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        answer(idOf(page), "{1} <b>да</b>");
        assertThat(visitor.get(page).text()).contains("{1} &lt;b&gt;да&lt;/b&gt;");
    }

    @Test
    void a_number_that_is_none_is_no_request() {
        assertThat(visitor.get("/support/requests/999999999").status()).isEqualTo(404);
        assertThat(visitor.get("/support/requests/x").status()).isIn(400, 404);
    }

    private String ask(String words) {
        var answer = visitor.post("/support", Asking.form(account, words));
        assertThat(answer.location()).as(answer.text()).startsWith("/support/requests/");
        return answer.location();
    }

    private static RequestId idOf(String location) {
        return RequestId.from(location.replaceAll("\\D", ""));
    }

    private Requests.Outcome answer(RequestId id, String words) {
        return requests.answer(Asking.desk(), id, request(id).version(), "Морошкина", words);
    }

    private Request request(RequestId id) {
        return requests.thread(Asking.desk(), id).orElseThrow().request();
    }

    private Writer.Standing standing(RequestId id) {
        return requests.thread(Asking.desk(), id).orElseThrow().writer().standing();
    }

    private List<RequestId> lines(Desk desk) {
        return Stream.iterate(0, offset -> offset <= requests.count(desk), offset -> offset + Requests.PAGE)
                .flatMap(offset -> requests.open(desk, offset).stream())
                .map(RequestLine::id)
                .toList();
    }

    private static Map<String, String> reply(String words, int seen) {
        return new HashMap<>(
                Map.of("form", UUID.randomUUID().toString(), "text", words, "seen", Integer.toString(seen)));
    }
}
