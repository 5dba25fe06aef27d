package golubika.subscribers;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Hashes passwords: Argon2id with 19 MiB, 2 passes, 1 lane, as OWASP recommends at least. It works on a few threads
/// of its own, so that a crowd at the door does not keep those inside waiting; beyond a bounded queue it answers 503.
@Component
public class Passwords implements DisposableBean {

    /// A failed check costs this many hashes, whoever is or is not registered.
    static final int CANDIDATES = 3;

    private static final int QUEUE = 200;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = argon2.encode("");
    private final ThreadPoolExecutor threads;

    Passwords() {
        var cores = Runtime.getRuntime().availableProcessors();
        threads = new ThreadPoolExecutor(
                cores,
                cores,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    public String hash(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /// Which of the hashes the password belongs to, if any. A failure takes the same time however many there are.
    ///
    /// @param hashes at most [#CANDIDATES], the likeliest first
    OptionalInt matching(String password, List<String> hashes) {
        if (hashes.size() > CANDIDATES) {
            throw new IllegalArgumentException("too many candidates");
        }
        return inTurn(() -> {
            var typed = normal(password);
            for (var i = 0; i < CANDIDATES; i++) {
                var matches = argon2.matches(typed, i < hashes.size() ? hashes.get(i) : nobodys);
                if (matches && i < hashes.size()) {
                    return OptionalInt.of(i);
                }
            }
            return OptionalInt.empty();
        });
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(normal(password), hash));
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
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many at the door", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
