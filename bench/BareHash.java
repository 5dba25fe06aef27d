import golubika.subscribers.Passwords;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Compares passwords by the portal's own encoder and does nothing else: `BareHash SECONDS WARM-UP THREADS`. Prints the
/// parameters, then comparisons a second.
class BareHash {

    public static void main(String[] args) throws Exception {
        var encoder = Passwords.encoder();
        var hash = encoder.encode("yagoda1");
        System.out.println(hash.substring(1, hash.indexOf('$', hash.indexOf("m="))).replace('$', ' '));
        var threads = Integer.parseInt(args[2]);
        run(Long.parseLong(args[1]), threads, hash);
        System.out.println(run(Long.parseLong(args[0]), threads, hash));
    }

    private static double run(long seconds, int threads, String hash) throws InterruptedException {
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var i = 0; i < threads; i++) {
                pool.submit(() -> {
                    var encoder = Passwords.encoder();
                    while (System.nanoTime() < end && encoder.matches("yagoda1", hash)) {
                        done.incrementAndGet();
                    }
                });
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }
}
