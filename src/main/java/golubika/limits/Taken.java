package golubika.limits;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/// The tries that one deed takes from several limits in turn: all of them or none. What is refused in the end, or was
/// never judged, has cost nothing.
public final class Taken {

    private final Limits limits;
    private final Deque<Bucket> buckets = new ArrayDeque<>();

    public Taken(Limits limits) {
        this.limits = limits;
    }

    /// Takes one more try; when there is none left, all that were taken before are given back.
    public boolean take(Limit limit, String key) {
        if (limits.take(limit, key)) {
            buckets.push(new Bucket(limit, key));
            return true;
        }
        giveBack();
        return false;
    }

    /// Takes a try of each; the first bucket that has none left is returned, and then nothing stays taken.
    public Optional<Bucket> takeEach(Collection<Bucket> wanted) {
        return wanted.stream()
                .filter(bucket -> !take(bucket.limit(), bucket.key()))
                .findFirst();
    }

    /// Gives all of them back.
    public void giveBack() {
        while (!buckets.isEmpty()) {
            var bucket = buckets.pop();
            limits.giveBack(bucket.limit(), bucket.key());
        }
    }

    /// Does what the tries were taken for. When it breaks off, they are given back: nobody has judged the guess.
    public <T> T judge(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (RuntimeException e) {
            giveBack();
            throw e;
        }
    }
}
