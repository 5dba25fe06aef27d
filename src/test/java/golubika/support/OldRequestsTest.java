package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.files.Paper;
import golubika.suppliers.Suppliers;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        assertThat(own.keptBytes(household.id().value())).isZero();
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

    private RequestId asked(Visitors.Household household) {
        return new Asking(jdbc, suppliers, linking, links, sending)
                .asked(household.id(), "Вот акт", new KeptFile("акт.pdf", Paper.Kind.PDF, new byte[] {1, 2, 3}));
    }

    private Request find(Visitors.Household household, RequestId id) {
        return own.find(Door.of(household.id(), id)).orElseThrow();
    }
}
