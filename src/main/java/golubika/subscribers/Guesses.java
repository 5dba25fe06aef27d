package golubika.subscribers;

import golubika.limits.Bucket;
import java.util.List;

/// The buckets that a guess at a password counts in.
record Guesses(List<Bucket> buckets) {

    Guesses {
        buckets = List.copyOf(buckets);
    }
}
