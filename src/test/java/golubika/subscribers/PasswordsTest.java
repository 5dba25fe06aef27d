package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.site.Busy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                    return passwords
                            .matching("berry7", Optional.empty(), List.of())
                            .isPresent();
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
    void a_failure_costs_three_hashes_with_and_without_an_owner_and_attempts() {
        var passwords = new Passwords(meters, 1, 1);
        var hash = passwords.hash("berry7");
        for (var owner : List.of(Optional.<String>empty(), Optional.of(hash))) {
            for (var attempts : List.of(List.<String>of(), List.of(hash), List.of(hash, hash))) {
                var before = hashes();
                assertThat(passwords.matching("wrong7", owner, attempts)).isEmpty();
                assertThat(hashes() - before).isEqualTo(3);
            }
        }
        passwords.destroy();
    }

    @Test
    void the_password_of_an_attempt_costs_the_same_with_and_without_an_owner() {
        var passwords = new Passwords(meters, 1, 1);
        var owners = passwords.hash("berry7");
        var attempts = List.of(passwords.hash("probe02"), passwords.hash("probe01"));
        for (var owner : List.of(Optional.<String>empty(), Optional.of(owners))) {
            var before = hashes();
            assertThat(passwords.matching("probe02", owner, attempts)).hasValue(1);
            assertThat(hashes() - before).isEqualTo(2);
        }
        assertThat(passwords.matching("", Optional.empty(), attempts))
                .as("nobody's")
                .isEmpty();
        passwords.destroy();
    }

    private double hashes() {
        return meters.get("golubika.password.hashes").counter().count();
    }
}
