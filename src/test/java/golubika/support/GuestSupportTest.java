package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.limits.Limits;
import golubika.limits.Network;
import golubika.subscribers.RobotSolver;
import golubika.suppliers.Suppliers;
import golubika.testing.APicture;
import golubika.testing.ASupplier;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

/// Requests of those who are not signed in, and of strangers who type somebody else's address.
@PortalTest
class GuestSupportTest {

    private static final String WORDS = "Не приходит письмо со ссылкой. Купите наши окна: okna.example";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Requests requests;

    @Autowired
    Limits limits;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private Visitor guest;
    private String mail;

    @BeforeEach
    void begin() {
        ASupplier.in(suppliers, jdbc);
        guest = visitors.guest();
        mail = Visitors.freshLogin();
    }

    @Test
    void a_guest_asks_and_staff_see_it_at_once() {
        var form = Asking.guestForm(guest, mail, WORDS);
        form.putAll(Map.of("supplier", ASupplier.CODE.value(), "number", " 023-185952 "));

        var id = sent(guest.post("/support", form));

        assertThat(guest.get("/support/sent").text()).contains("Номер обращения\u00a0— " + id, mail);
        var opened = requests.thread(Asking.desk(), id).orElseThrow();
        assertThat(opened.request().accountNo()).isEqualTo("023-185952");
        assertThat(opened.request().account()).as("nobody has checked it").isNull();
        assertThat(opened.writer()).isEqualTo(new Writer(null, opened.writer().contact(), false, Writer.Standing.NONE));
        assertThat(opened.writer().contact()).isNotEqualTo(mail);
    }

    @Test
    void what_concerns_no_supplier_goes_to_the_portal() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));

        assertThat(requests.thread(Desk.PORTAL, id)).isPresent();
        assertThat(requests.thread(Asking.desk(), id)).isEmpty();
    }

    @Test
    void nobody_writes_words_of_their_own_to_strangers_in_our_name() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        answer(id, "Первый ответ.");
        answer(id, "Второй ответ.");
        requests.close(Desk.PORTAL, id, version(id));

        assertThat(mailbox.of(mail))
                .as("one when it was asked, one when it was answered")
                .hasSize(2)
                .allSatisfy(letter ->
                        assertThat(letter.subject() + letter.body()).doesNotContain("окна", "okna", "ответ."));
    }

    @Test
    void the_link_of_the_letter_opens_the_request_and_opening_it_changes_nothing() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        var path = mailbox.of(mail).getFirst().linkPath();
        var before = stored(id);

        var page = visitors.guest().get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Не приходит письмо со ссылкой", "Это моя почта", mail, "№\u00a0" + id);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(stored(id)).isEqualTo(before);
        assertThat(jdbc.sql("""
                select count(*) filter (where token_hash = sha256(convert_to(:secret, 'UTF8'))) as hashed,
                    count(*) filter (where position(convert_to(:secret, 'UTF8') in token_hash) > 0) as plain
                from support_pass
                """)
                        .param("secret", path.substring(path.lastIndexOf('/') + 1))
                        .query()
                        .singleRow())
                .containsEntry("hashed", 1L)
                .containsEntry("plain", 0L);
    }

    @Test
    void who_shows_that_the_address_is_theirs_gets_answers_by_mail() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        var path = mailbox.of(mail).getFirst().linkPath();
        var reader = visitors.guest();

        assertThat(reader.post(path + "/address", Map.of()).location()).isEqualTo(path);
        assertThat(reader.get(path).text()).doesNotContain("Это моя почта");
        answer(id, "Проверьте папку «Спам».");

        var letter = mailbox.of(mail).getFirst();
        assertThat(letter.body()).contains("Проверьте папку «Спам».");
        assertThat(reader.get(letter.linkPath()).text()).contains("Проверьте папку «Спам».", "Есть ответ");
        assertThat(requests.thread(Desk.PORTAL, id).orElseThrow().writer().known())
                .isTrue();
    }

    @Test
    void a_guest_replies_with_a_photo_and_closes() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        var path = mailbox.of(mail).getFirst().linkPath();
        var picture = new Visitor.Upload("files", "я.jpg", APicture.of(40, 30).as("jpeg"));

        var said = guest.postFiles(path, reply("Вот снимок экрана", 1), List.of(picture));
        assertThat(said.location()).isEqualTo(path);
        assertThat(requests.thread(Desk.PORTAL, id).orElseThrow().writer().known())
                .as("who writes behind the link has its address")
                .isTrue();
        var file = requests.thread(Desk.PORTAL, id)
                .orElseThrow()
                .request()
                .remarks()
                .getLast()
                .files()
                .getFirst();
        assertThat(guest.get(path + "/files/" + file.id()).header("Content-Type"))
                .isEqualTo("image/jpeg");

        assertThat(guest.post(path + "/closing", reply("", version(id))).location())
                .isEqualTo(path);
        assertThat(guest.get(path).text()).contains("Вы закрыли обращение");
    }

    @Test
    void a_link_opens_one_request_alone_and_a_guessed_one_none() {
        sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        var path = mailbox.of(mail).getFirst().linkPath();
        var other = visitors.guest();
        var otherMail = Visitors.freshLogin();
        var otherId = sent(other.post("/support", Asking.guestForm(other, otherMail, "Секрет соседа")));
        var picture = new Visitor.Upload("files", "я.jpg", APicture.of(40, 30).as("jpeg"));
        other.postFiles(mailbox.of(otherMail).getFirst().linkPath(), reply("Снимок", 1), List.of(picture));
        var file = requests.thread(Desk.PORTAL, otherId)
                .orElseThrow()
                .request()
                .remarks()
                .getLast()
                .files()
                .getFirst();

        assertThat(guest.get(path + "/files/" + file.id()).status()).isEqualTo(404);
        assertThat(guest.get("/support/guest/" + "A".repeat(43)).status()).isEqualTo(410);
        assertThat(guest.post("/support/guest/" + "A".repeat(43), reply("Чужое", 1))
                        .status())
                .isEqualTo(410);
        assertThat(guest.get("/support/requests/" + otherId).location()).startsWith("/login");
        assertThat(visitors.signedIn(visitors.household())
                        .get("/support/requests/" + otherId)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_form_sent_twice_is_one_request_and_asks_for_no_second_robot_check() {
        var form = Asking.guestForm(guest, mail, WORDS);
        var id = sent(guest.post("/support", form));

        assertThat(guest.post("/support", form).location()).isEqualTo("/support/sent");
        assertThat(guest.get("/support/sent").text()).contains(id.toString());
        assertThat(mailbox.of(mail)).hasSize(1);
    }

    @Test
    void a_form_sent_twice_at_once_is_one_request() {
        var form = Asking.guestForm(guest, mail, WORDS);
        var same = visitors.guest();

        Stream.of(guest, same)
                .map(one -> CompletableFuture.supplyAsync(() -> one.post("/support", form)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(guest.post("/support", form).location()).isEqualTo("/support/sent");
        assertThat(mailbox.of(mail)).hasSize(1);
    }

    @Test
    void who_has_chosen_no_supplier_finds_the_mail_and_phone_of_each() {
        assertThat(guest.get("/support").text()).contains("Почта и телефоны поставщиков", "gas@example.com");
        assertThat(guest.get("/support?supplier=test").text())
                .contains("gas@example.com", "value=\"test\" selected")
                .doesNotContain("Почта и телефоны поставщиков");
    }

    @Test
    void a_form_with_something_missing_comes_back_with_what_was_typed() {
        var form = Asking.guestForm(guest, "+7 900 123-45-67", WORDS);
        form.putAll(Map.of("topic", "", "supplier", "nobody", "solution", "", "number", "1".repeat(41)));

        var answer = guest.post("/support", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("Нужна электронная почта", "Выберите, о\u00a0чём вопрос", "Выберите поставщика из списка")
                .contains("id=\"e-human\"", "id=\"e-number\"", "okna.example</textarea>", "+7 900 123-45-67");
    }

    @Test
    void a_file_that_is_refused_costs_no_second_robot_check() {
        var form = Asking.guestForm(guest, mail, WORDS);
        var bad = new Visitor.Upload("files", "я.jpg", "MZ".getBytes(StandardCharsets.US_ASCII));

        var refused = guest.postFiles("/support", form, List.of(bad));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("это не снимок и не PDF", form.get("solution"));
        assertThat(mailbox.of(mail)).isEmpty();

        sent(guest.post("/support", form));
    }

    @Test
    void who_has_mistyped_the_address_goes_back_and_sends_it_to_the_right_one() {
        var form = Asking.guestForm(guest, Visitors.freshLogin(), WORDS);
        var first = sent(guest.post("/support", form));
        form.put("mail", mail);
        form.put("solution", RobotSolver.solve(guest));

        assertThat(sent(guest.post("/support", form))).isNotEqualTo(first);
        assertThat(mailbox.of(mail)).hasSize(1);
    }

    @Test
    void until_the_address_is_shown_to_be_theirs_a_guest_sends_one_file() {
        var form = Asking.guestForm(guest, mail, WORDS);
        var picture = new Visitor.Upload("files", "я.jpg", APicture.of(40, 30).as("jpeg"));

        assertThat(guest.postFiles("/support", form, List.of(picture, picture)).text())
                .contains("принимаем один файл", "id=\"e-files\"");
        sent(guest.postFiles("/support", form, List.of(picture)));
    }

    @Test
    void closing_behind_the_link_shows_that_the_address_is_theirs() {
        var id = sent(guest.post("/support", Asking.guestForm(guest, mail, WORDS)));
        var path = mailbox.of(mail).getFirst().linkPath();

        guest.post(path + "/closing", reply("", 1));

        assertThat(requests.thread(Desk.PORTAL, id).orElseThrow().writer().known())
                .isTrue();
    }

    @Test
    void the_number_of_a_card_is_struck_out_of_the_field_for_the_account_too() {
        var form = Asking.guestForm(guest, mail, WORDS);
        form.put("number", "4111 1111 1111 1111");

        assertThat(guest.post("/support", form).location()).isEqualTo("/support/sent?card");
        assertThat(guest.get("/support/sent?card").text()).contains("Номер карты мы скрыли");
        assertThat(jdbc.sql("select account_no from support_request where guest_mail = :mail")
                        .param("mail", mail)
                        .query(String.class)
                        .single())
                .isEqualTo("•••• 1111");
    }

    @Test
    void a_robot_check_serves_once() {
        var solution = RobotSolver.solve(guest);
        var first = Asking.guestForm(guest, mail, WORDS);
        first.put("solution", solution);
        sent(guest.post("/support", first));
        var second = Asking.guestForm(guest, mail, WORDS);
        second.put("solution", solution);

        assertThat(guest.post("/support", second).status()).isEqualTo(422);
        assertThat(mailbox.of(mail)).hasSize(1);
    }

    @Test
    void one_address_gets_few_letters_whoever_types_it_and_one_network_asks_so_often() {
        for (var i = 0; i < SupportLimits.GUESTS_BY_ADDRESS.size(); i++) {
            var another = visitors.guest();
            sent(another.post("/support", Asking.guestForm(another, mail, WORDS)));
        }
        assertThat(guest.post("/support", Asking.guestForm(guest, mail, WORDS)).text())
                .contains("уже пришло несколько ссылок");
        assertThat(mailbox.of(mail)).hasSize(SupportLimits.GUESTS_BY_ADDRESS.size());

        while (limits.take(
                SupportLimits.GUESTS_BY_NETWORK, Network.of(guest.network()).value())) {
            continue;
        }
        assertThat(guest.post("/support", Asking.guestForm(guest, Visitors.freshLogin(), WORDS))
                        .text())
                .contains("Из вашей сети пришло слишком много обращений. Подождите 3\u00a0минуты");
    }

    @Test
    void who_has_not_signed_yet_asks_as_a_guest() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        jdbc.sql("delete from consent where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        var unsigned = visitors.guest();
        unsigned.post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD));

        assertThat(unsigned.get("/support").text()).contains("Почта для ответа");
        assertThat(visitor.get("/support").text()).contains("Мои обращения");
    }

    @Test
    void the_way_to_support_stands_where_people_fail() {
        for (var path : List.of("/login", "/register", "/agreement")) {
            assertThat(guest.get(path).text()).as(path).contains("href=\"/support\"");
        }
        var inside = visitors.signedIn(visitors.household());
        assertThat(inside.get("/settings").text()).contains("href=\"/support\"", "Обращения");
        assertThat(inside.get("/nowhere").text()).contains("Не получается?", "href=\"/support\"");
    }

    private static RequestId sent(Visitor.Answer answer) {
        assertThat(answer.location()).as(answer.text()).isEqualTo("/support/sent");
        var cookie = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("golubika-sent="))
                .findFirst()
                .orElseThrow()
                .replaceFirst("golubika-sent=", "")
                .replaceFirst(";.*", "");
        return RequestId.from(new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split(" ")[0]);
    }

    private Requests.Outcome answer(RequestId id, String words) {
        return requests.answer(Desk.PORTAL, id, version(id), "Морошкина", words);
    }

    private int version(RequestId id) {
        return requests.thread(Desk.PORTAL, id).orElseThrow().request().version();
    }

    private Map<String, Object> stored(RequestId id) {
        return jdbc.sql("select * from support_request where request_no = :id")
                .param("id", id.number())
                .query()
                .singleRow();
    }

    private static Map<String, String> reply(String words, int seen) {
        return new HashMap<>(
                Map.of("form", UUID.randomUUID().toString(), "text", words, "seen", Integer.toString(seen)));
    }
}
