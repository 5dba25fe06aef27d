package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.site.Busy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class PasswordsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void more_than_the_queue_holds_are_asked_to_come_back() throws Exception {
        var passwords = new Passwords(meters, 1, 1);
        var start = new CountDownLatch(1);
        var outcomes = new ArrayList<Object>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Object> guess = () -> {
                start.await();
                try {
                    return passwords.matching("berry7", List.of()).isPresent();
                } catch (Busy e) {
                    return e;
                }
            };
            var guesses = new ArrayList<Future<Object>>();
            for (var i = 0; i < 40; i++) {
                guesses.add(hands.submit(guess));
            }
            start.countDown();
            for (var one : guesses) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).contains(false);
        assertThat(outcomes).hasAtLeastOneElementOfType(Busy.class);
        assertThat(outcomes).filteredOn(Busy.class::isInstance).allSatisfy(refused -> {
            var busy = (Busy) refused;
            assertThat(busy.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(busy.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        });
        assertThat(passwords.matches("berry7", passwords.hash("berry7")))
                .as("afterwards")
                .isTrue();
        passwords.destroy();
    }

    @Test
    void a_failure_costs_three_hashes_however_many_candidates_there_are() {
        var passwords = new Passwords(meters, 1, 1);
        var hash = passwords.hash("berry7");
        for (var candidates : List.of(List.<String>of(), List.of(hash), List.of(hash, hash, hash))) {
            var before = hashes();
            assertThat(passwords.matching("wrong7", candidates)).isEmpty();
            assertThat(hashes() - before).isEqualTo(Passwords.CANDIDATES);
        }
        passwords.destroy();
    }

    private double hashes() {
        return meters.get("golubika.password.hashes").counter().count();
    }
}
