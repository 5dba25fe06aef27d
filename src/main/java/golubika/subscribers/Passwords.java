package golubika.subscribers;

import golubika.site.Busy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords: Argon2id with 19 MiB, 1 lane and 3 passes, one more than OWASP asks at least, since our passwords
/// may be short (M2). It works on a few threads of its own, so that a crowd at the door does not keep those inside
/// waiting. The queue is as long as people would wait, some four seconds; whoever comes to a full one is asked to come
/// back (503).
@Component
public class Passwords implements DisposableBean {

    /// So many attempts to register one login are compared, beside its owner. A failed check costs one hash more than
    /// this, whoever is or is not registered.
    static final int ATTEMPTS = 2;

    // A failed check takes some 0.2 s.
    private static final int WAITING_AT_EACH = 16;

    private final Argon2PasswordEncoder argon2 = encoder();
    private final String nobodys = argon2.encode("");
    private final ThreadPoolExecutor threads;
    private final Counter hashes;

    @Autowired
    Passwords(MeterRegistry meters) {
        this(
                meters,
                Runtime.getRuntime().availableProcessors(),
                WAITING_AT_EACH * Runtime.getRuntime().availableProcessors());
    }

    Passwords(MeterRegistry meters, int workers, int queue) {
        threads = new ThreadPoolExecutor(
                workers,
                workers,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        hashes = Counter.builder("golubika.password.hashes")
                .description("passwords hashed or compared")
                .register(meters);
        meters.gauge(
                "golubika.password.waiting", threads, pool -> pool.getQueue().size());
    }

    /// What hashes, without any queue: `bin/bench sign-in` measures its bare cost.
    public static Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 3);
    }

    public String hash(String password) {
        return inTurn(() -> {
            hashes.increment();
            return argon2.encode(normal(password));
        });
    }

    /// Which of the hashes the password belongs to, if any: 0 is the owner's, 1 that of the latest attempt to register.
    /// It takes the same time whether or not there is an owner, and a failure however many attempts there are.
    ///
    /// @param attempts hashes, at most [#ATTEMPTS], the likeliest first
    OptionalInt matching(String password, Optional<String> owner, List<String> attempts) {
        if (attempts.size() > ATTEMPTS) {
            throw new IllegalArgumentException("too many attempts");
        }
        return inTurn(() -> {
            var typed = normal(password);
            if (compare(typed, owner)) {
                return OptionalInt.of(0);
            }
            for (var i = 0; i < ATTEMPTS; i++) {
                if (compare(typed, attempts.stream().skip(i).findFirst())) {
                    return OptionalInt.of(i + 1);
                }
            }
            return OptionalInt.empty();
        });
    }

    /// Whether the password belongs to the hash. Where there is none it does not, and that costs as much.
    public boolean matches(String password, Optional<String> hash) {
        return inTurn(() -> compare(normal(password), hash));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> compare(normal(password), hash));
    }

    /// Nobody's password matches nothing, and costs as much.
    private boolean compare(String typed, Optional<String> hash) {
        return compare(typed, hash.orElse(nobodys)) && hash.isPresent();
    }

    private boolean compare(String typed, String hash) {
        hashes.increment();
        return argon2.matches(typed, hash);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /// One spelling, since keyboards differ in how they compose letters.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Busy("too many at the door", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
