package golubika.office;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.Link;
import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.files.Paper;
import golubika.office.OfficeActs.Kind;
import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.support.Desk;
import golubika.support.KeptFile;
import golubika.support.RequestId;
import golubika.support.Requests;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.State;
import golubika.support.Topic;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What staff do with requests to support, on their pages.
@PortalTest
class OfficeRequestsTest {

    private static int suppliersMade;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    StaffBook book;

    @Autowired
    OfficeActs acts;

    @Autowired
    Passwords passwords;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    SendRequest support;

    @Autowired
    Requests requests;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private SupplierCode code;
    private AnOffice office;
    private Staff olga;
    private Visitor atWork;
    private Household vera;
    private Link link;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        code = new SupplierCode("answers-" + ++suppliersMade);
        ASupplier.in(suppliers, jdbc, code, usual -> usual);
        office = new AnOffice(book, passwords, visitors);
        olga = office.somebody(code);
        atWork = office.atWork(olga);
        vera = visitors.household();
        var account = AnAccount.of(jdbc, code, "600001");
        linkAccount.link(vera.id(), suppliers.get(code), account.number());
        link = links.find(vera.id(), account.id()).orElseThrow();
    }

    @Test
    void an_answer_reaches_the_writer_and_is_recorded() {
        var request = asked("Почему выросла сумма? Было меньше.");

        assertThat(atWork.get("/office").text()).contains("Почему выросла сумма", "600001", "В срок");
        assertThat(atWork.get(path(request)).text())
                .contains("Было меньше", "Знает только номер счёта", "Начисления и долг");
        var answer = atWork.post(path(request) + "/answer", Map.of("seen", seen(request), "text", "Сменилась цена."));

        assertThat(answer.location()).isEqualTo("/office");
        assertThat(atWork.get("/office").text())
                .contains("Ответ на обращение № " + request)
                .doesNotContain("Почему выросла");
        assertThat(state(request)).isEqualTo(State.ANSWERED);
        assertThat(mailbox.of(vera.login()).getFirst().body())
                .contains("Сменилась цена.")
                .doesNotContain(olga.name());
        assertThat(acts.of(code, 0, 10).stream().map(OfficeActs.Act::kind))
                .startsWith(Kind.REQUEST_ANSWERED, Kind.REQUEST_SEEN);
        assertThat(atWork.get("/office/log").text()).contains("Ответ на обращение № " + request);
    }

    @Test
    void of_two_answers_the_second_is_not_sent_and_stays_on_the_page() {
        var request = asked("Как записаться на поверку?");
        var seen = seen(request);
        var egor = office.atWork(office.somebody(code));
        atWork.post(path(request) + "/answer", Map.of("seen", seen, "text", "Позвоните нам."));
        var letters = mailbox.of(vera.login()).size();

        var second = egor.post(path(request) + "/answer", Map.of("seen", seen, "text", "Приходите в среду."));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("обращение изменилось", ">Приходите в среду.</textarea>", "Позвоните нам.");
        assertThat(mailbox.of(vera.login())).hasSize(letters);
        assertThat(acts.of(code, 0, 10).stream().map(OfficeActs.Act::kind).filter(Kind.REQUEST_ANSWERED::equals))
                .hasSize(1);
    }

    @Test
    void an_empty_or_endless_answer_is_refused_and_kept() {
        var request = asked("Вопрос");

        assertThat(atWork.post(path(request) + "/answer", Map.of("seen", seen(request), "text", " "))
                        .text())
                .contains("Напишите ответ");
        var endless = atWork.post(path(request) + "/answer", Map.of("seen", seen(request), "text", "я".repeat(4001)));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.text()).contains("не больше 4\u00a0000 символов", "яяя");
        assertThat(state(request)).isEqualTo(State.WAITING);
    }

    @Test
    void closing_with_an_answer_half_written_is_refused_and_it_stays() {
        var request = asked("Вопрос");

        var answer = atWork.post(path(request) + "/close", Map.of("seen", seen(request), "text", "Сейчас узнаю"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Ответ не отправлен: отправьте или сотрите его", ">Сейчас узнаю</textarea>");
        assertThat(state(request)).isEqualTo(State.WAITING);
    }

    @Test
    void a_closed_request_takes_no_answer() {
        var request = asked("Уже не нужно");
        assertThat(atWork.post(path(request) + "/close", Map.of("seen", seen(request)))
                        .location())
                .isEqualTo("/office");

        assertThat(state(request)).isEqualTo(State.CLOSED);
        assertThat(atWork.get("/office?show=closed").text()).contains("Уже не нужно", "Закрыто, 20\u00a0ноября 2026");
        assertThat(atWork.get(path(request)).text()).contains("Закрыто").doesNotContain("<textarea");
        assertThat(atWork.post(path(request) + "/answer", Map.of("seen", seen(request), "text", "Поздно"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void files_are_saved_and_never_shown_as_a_page() {
        var request = support.send(
                        vera.id(),
                        link,
                        new SendRequest.Question(
                                UUID.randomUUID(),
                                Topic.METER,
                                new Said("Акт", List.of(new KeptFile("акт.pdf", Paper.Kind.PDF, new byte[] {1, 2})))))
                .id();
        var page = atWork.get(path(request)).text();
        var from = page.indexOf(path(request) + "/files/");
        var answer = atWork.get(page.substring(from, page.indexOf('"', from)));

        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(acts.of(code, 0, 1).getFirst().kind()).isEqualTo(Kind.FILE_SEEN);
    }

    @Test
    void what_is_late_is_counted_and_can_be_looked_at_alone() {
        asked("Старый вопрос");
        clock.pass(Duration.ofDays(20));
        asked("Новый вопрос");
        atWork = office.atWork(olga);

        assertThat(atWork.get("/office").text()).contains("Старый вопрос", "Новый вопрос", "20 дней");
        assertThat(atWork.get("/office?show=overdue").text())
                .contains("Старый вопрос")
                .doesNotContain("Новый вопрос");
        assertThat(atWork.get("/office").text().replaceAll("\\s+", " ")).contains("Просрочено</dt><dd>1</dd>");
    }

    private RequestId asked(String words) {
        return support.send(
                        vera.id(),
                        link,
                        new SendRequest.Question(UUID.randomUUID(), Topic.CHARGES, new Said(words, List.of())))
                .id();
    }

    private String seen(RequestId request) {
        return Integer.toString(
                requests.thread(new Desk(code), request).orElseThrow().request().version());
    }

    private State state(RequestId request) {
        return requests.thread(new Desk(code), request).orElseThrow().request().state();
    }

    private static String path(RequestId request) {
        return "/office/requests/" + request;
    }
}
