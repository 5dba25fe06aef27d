package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.AuditTrail;
import golubika.audit.Caller;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class HistoryTest {

    @Autowired
    Visitors visitors;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock clock;

    @Test
    void what_happens_to_a_cabinet_is_told_to_its_owner_alone() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        happen(() -> visitor.post("/logout", Map.of()));
        happen(() -> signIn(visitors.guest(), household, "wrong7"));
        happen(() -> signIn(visitors.guest(), household, Visitors.PASSWORD));
        happen(() -> signIn(visitor, household, Visitors.PASSWORD));
        happen(() -> visitor.post("/settings/sessions/end-others", Map.of()));
        happen(() -> visitor.post(
                "/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8")));

        assertThat(kinds(household))
                .startsWith(
                        "subscribers.audit.password-changed",
                        "subscribers.audit.sessions-ended",
                        "subscribers.audit.sign-in")
                .endsWith("subscribers.audit.sign-in-failed", "subscribers.audit.sign-out", "subscribers.audit.sign-in")
                .contains("subscribers.audit.new-device")
                .hasSize(8);
        var page = visitor.get("/settings/history").text();
        assertThat(page)
                .contains("Пароль изменён", "Неудачный вход: пароль не подошёл", "Linux, Firefox", "198.18.")
                .doesNotContain(visitor.network());
        assertThat(visitors.signedIn(visitors.household())
                        .get("/settings/history")
                        .text())
                .doesNotContain("Пароль изменён");
        assertThat(visitors.guest().get("/settings/history").location()).startsWith("/login");
    }

    @Test
    void the_try_that_uses_a_limit_up_is_told_once() {
        var household = visitors.household();
        var stranger = visitors.guest();
        for (var i = 0; i < 12; i++) {
            stranger.post(
                    "/login",
                    Map.of("login", household.login(), "password", "wrong7", "solution", RobotSolver.solve(stranger)));
        }

        assertThat(kinds(household))
                .hasSize(11)
                .filteredOn("subscribers.audit.sign-in-paused"::equals)
                .hasSize(1);
    }

    @Test
    void thirty_rows_make_a_page() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);
        for (var i = 0; i < 60; i++) {
            clock.pass(Duration.ofMinutes(1));
            trail.note(household.id().value(), "subscribers.audit.sign-out", Caller.PORTAL);
        }

        var first = visitor.get("/settings/history").text();
        assertThat(first).contains("Раньше").doesNotContain("Новее");
        assertThat(rows(first)).isEqualTo(30);
        var second = visitor.get("/settings/history?page=2").text();
        assertThat(second).contains("Раньше", "Новее", "личный кабинет сам");
        var last = visitor.get("/settings/history?page=3").text();
        assertThat(rows(last)).isEqualTo(1);
        assertThat(last).contains("Вход с паролем").doesNotContain("Раньше");
        assertThat(visitor.get("/settings/history?page=-7").status()).isEqualTo(200);
        assertThat(visitor.get("/settings/history?page=2000000000").text()).contains("Пока ничего не было");
        assertThat(visitor.get("/settings/history?page=x").status()).isEqualTo(404);
    }

    private void happen(Runnable deed) {
        clock.pass(Duration.ofMinutes(1));
        deed.run();
    }

    private List<String> kinds(Visitors.Household household) {
        return trail.of(household.id().value(), 0, 100).stream()
                .map(AuditTrail.Entry::kind)
                .toList();
    }

    private static int rows(String page) {
        return page.split("<th scope=\"row\">").length - 1;
    }

    private static void signIn(Visitor visitor, Visitors.Household household, String password) {
        visitor.post("/login", Map.of("login", household.login(), "password", password));
    }
}
