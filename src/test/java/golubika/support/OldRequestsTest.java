package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.files.Paper;
import golubika.subscribers.Login;
import golubika.suppliers.Suppliers;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What time does to requests, and what a person takes along of them.
@PortalTest
class OldRequestsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linking;

    @Autowired
    Links links;

    @Autowired
    SendRequest sending;

    @Autowired
    Requests requests;

    @Autowired
    OwnRequests own;

    @Autowired
    OldRequests old;

    @Autowired
    SupportData data;

    @Autowired
    ForgetRequests forgetting;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    @Test
    void an_answered_request_closes_by_itself_and_a_waiting_one_never() {
        var household = visitors.household();
        var waiting = asked(household);
        var answered = asked(household);
        requests.answer(Desk.PORTAL, answered, 1, "Морошкина", "Готово");

        clock.pass(OldRequests.CLOSED_AFTER.plusSeconds(1));
        old.lookThrough();

        assertThat(find(household, answered).closedBy()).isEqualTo(ClosedBy.TIME);
        clock.pass(Duration.ofDays(4000));
        old.lookThrough();
        assertThat(find(household, waiting).state()).isEqualTo(State.WAITING);
        assertThat(find(household, waiting)
                        .remarks()
                        .getFirst()
                        .files()
                        .getFirst()
                        .kept())
                .isTrue();
    }

    @Test
    void of_a_closed_request_the_files_go_after_a_year_and_all_of_it_after_three() {
        var household = visitors.household();
        var id = asked(household);
        requests.close(Desk.PORTAL, id, 1);

        clock.pass(Duration.ofDays(364));
        old.lookThrough();
        assertThat(find(household, id).remarks().getFirst().files().getFirst().kept())
                .isTrue();

        clock.pass(Duration.ofDays(2));
        old.lookThrough();
        assertThat(find(household, id).remarks().getFirst().words()).isEqualTo("Вот акт");
        assertThat(own.keptBytes(household.id())).isZero();
        assertThat(visitors.signedIn(household).get("/support/requests/" + id).text())
                .contains("акт.pdf\u00a0— удалён");

        clock.pass(Duration.ofDays(740));
        old.lookThrough();
        assertThat(own.find(Door.of(household.id(), id))).isEmpty();
        assertThat(jdbc.sql("""
                select (select count(*) from support_remark where request_no = :id)
                     + (select count(*) from support_file where request_no = :id)
                """).param("id", id.number()).query(Integer.class).single())
                .isZero();
    }

    @Test
    void the_export_tells_all_that_was_said_with_the_files_beside_it() {
        var household = visitors.household();
        var id = asked(household);
        requests.answer(Desk.PORTAL, id, 1, "Морошкина", "Готово");
        asked(visitors.household());

        assertThat(data.of(household.id()).toString())
                .contains("number=" + id, "Вот акт", "Готово", "акт.pdf")
                .doesNotContain("Морошкина");
        var names = new ArrayList<String>();
        data.files(household.id(), (name, content) -> names.add(name + " " + content.length));
        assertThat(names).singleElement().asString().matches(id + "/[0-9a-f]{8}-акт\\.pdf 3");
    }

    @Test
    void what_a_guest_has_asked_from_the_same_address_is_told_once_it_is_theirs_and_goes_with_the_cabinet() {
        var household = visitors.household();
        var proved = askedAsGuest(household.login(), "Моё");
        var unproved = askedAsGuest(household.login(), "Чужое");
        var others = askedAsGuest(Visitors.freshLogin(), "Соседское");
        own.proveMail(proved);

        assertThat(data.of(household.id()).toString()).contains("Моё").doesNotContain("Чужое", "Соседское");
        var names = new ArrayList<String>();
        data.files(household.id(), (name, content) -> names.add(name));
        assertThat(names)
                .singleElement()
                .asString()
                .startsWith(proved.id() + "/")
                .endsWith("акт.pdf");

        forgetting.remove(household.id());
        assertThat(rowsOf(proved) + rowsOf(unproved)).isZero();
        assertThat(rowsOf(others)).isEqualTo(3);
    }

    @Test
    void a_guest_whose_address_nobody_has_shown_to_be_theirs_is_forgotten_after_ninety_days() {
        var unproved = askedAsGuest(Visitors.freshLogin(), "Не дождалась");
        var proved = askedAsGuest(Visitors.freshLogin(), "Жду");
        own.proveMail(proved);

        clock.pass(OldRequests.UNPROVED_KEPT);
        old.lookThrough();
        assertThat(rowsOf(unproved)).isEqualTo(3);
        clock.pass(Duration.ofSeconds(1));
        old.lookThrough();

        assertThat(rowsOf(unproved)).isZero();
        assertThat(rowsOf(proved)).isEqualTo(3);
    }

    @Test
    void files_of_strangers_in_ones_name_take_no_room_and_ones_own_do() {
        var mail = Visitors.freshLogin();
        askedAsGuest(mail, "Чужое");
        var first = askedAsGuest(mail, "Моё");
        var second = askedAsGuest(mail, "Тоже моё");

        assertThat(own.keptBytes(Login.of(mail))).isZero();
        own.proveMail(first);
        own.proveMail(second);
        assertThat(own.keptBytes(Login.of(mail))).isEqualTo(6);
        assertThat(own.keptBytes(first)).isEqualTo(6);
    }

    @Test
    void a_reply_on_its_way_goes_with_the_request_that_is_deleted() {
        var household = visitors.household();
        var door = Door.of(household.id(), asked(household));
        var deleting = new AtomicReference<CompletableFuture<Void>>();

        transaction.executeWithoutResult(status -> {
            own.say(door, UUID.randomUUID(), new Said("Успеваю", List.of()));
            deleting.set(CompletableFuture.runAsync(() -> forgetting.remove(household.id())));
            while (!somebodyWaitsForALock()) {
                Thread.onSpinWait();
            }
        });
        deleting.get().join();

        assertThat(rowsOf(door)).isZero();
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("""
                select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                """).query(Boolean.class).single();
    }

    private Door askedAsGuest(String mail, String words) {
        var said = new Said(words, List.of(new KeptFile("акт.pdf", Paper.Kind.PDF, new byte[] {1, 2, 3})));
        var id = sending.sendAsGuest(
                        Login.of(mail), null, null, new SendRequest.Question(UUID.randomUUID(), Topic.OTHER, said))
                .id();
        return new Door(
                jdbc.sql("select writer_id from support_request where request_no = :id")
                        .param("id", id.number())
                        .query(UUID.class)
                        .single(),
                id);
    }

    private int rowsOf(Door door) {
        return jdbc.sql("""
                select (select count(*) from support_request where request_no = :id)
                     + (select count(*) from support_remark where request_no = :id)
                     + (select count(*) from support_file where request_no = :id)
                """)
                .param("id", door.id().number())
                .query(Integer.class)
                .single();
    }

    private RequestId asked(Visitors.Household household) {
        return new Asking(jdbc, suppliers, linking, links, sending)
                .asked(household.id(), "Вот акт", new KeptFile("акт.pdf", Paper.Kind.PDF, new byte[] {1, 2, 3}));
    }

    private Request find(Visitors.Household household, RequestId id) {
        return own.find(Door.of(household.id(), id)).orElseThrow();
    }
}
