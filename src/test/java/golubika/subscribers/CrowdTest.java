package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Ten times more clients at once than there are connections and threads that hash.
@PortalTest
@TestPropertySource(properties = "golubika.test.connections=4")
class CrowdTest {

    private static final int CLIENTS = 10 * (4 + Runtime.getRuntime().availableProcessors());

    @Autowired
    Visitors visitors;

    @Test
    void a_crowd_at_the_door_is_served_or_asked_to_come_back_and_those_inside_go_on() throws Exception {
        var households = List.of(visitors.household(), visitors.household(), visitors.household());
        var inside = visitors.signedIn(households.getFirst());
        var start = new CountDownLatch(1);
        var atTheDoor = new ArrayList<Callable<List<Visitor.Answer>>>();
        var pages = new ArrayList<Callable<List<Visitor.Answer>>>();
        for (var client = 0; client < CLIENTS; client++) {
            var household = households.get(client % households.size());
            var password = client % 4 == 0 ? "wrong7" : Visitors.PASSWORD;
            atTheDoor.add(() -> {
                start.await();
                return List.of(signIn(visitors.guest(), household, password));
            });
            pages.add(() -> {
                start.await();
                var visitor = inside.at(visitors.address());
                return List.of(visitor.get("/settings"), visitor.get("/"), visitor.get("/settings/history"));
            });
        }

        var signIns = new ArrayList<Visitor.Answer>();
        var served = new ArrayList<Visitor.Answer>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var doors = atTheDoor.stream().map(hands::submit).toList();
            var rooms = pages.stream().map(hands::submit).toList();
            start.countDown();
            for (var door : doors) {
                signIns.addAll(door.get());
            }
            for (var room : rooms) {
                served.addAll(room.get());
            }
        }

        assertThat(signIns).hasSize(CLIENTS).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(302, 422, 503);
            assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(answer.status() != 503);
        });
        assertThat(signIns).extracting(Visitor.Answer::status).contains(302, 422);
        assertThat(served).hasSize(3 * CLIENTS).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 503);
            assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(answer.status() != 503);
        });
        assertThat(served).extracting(Visitor.Answer::status).contains(200);

        for (var household : households) {
            var visitor = visitors.guest();
            assertThat(signIn(visitor, household, Visitors.PASSWORD).status()).isEqualTo(302);
            assertThat(visitor.get("/settings").status()).isEqualTo(200);
        }
        assertThat(inside.get("/settings").status()).isEqualTo(200);
    }

    private static Visitor.Answer signIn(Visitor visitor, Visitors.Household household, String password) {
        return visitor.post(
                "/login",
                Map.of("login", household.login(), "password", password, "solution", RobotSolver.solve(visitor)));
    }
}
