package golubika.support;

import golubika.files.Paper;
import golubika.files.Picture;
import golubika.limits.Bucket;
import golubika.limits.Limits;
import golubika.limits.Taken;
import golubika.site.Texts;
import golubika.values.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Takes in the files of a form: all of them, or none and the reasons. They are held in memory until they are stored,
/// so that all people together have but so much room for theirs.
@Component
public class Intake {

    public static final int MOST_FILES = 5;

    private static final int LONGEST_NAME = 80;

    /// For the files of all forms that are looked at or stored at once, of a heap of 384 MB.
    private static final int ROOM_KILOBYTES = 96 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore room = new Semaphore(ROOM_KILOBYTES, true);
    private final Limits limits;
    private final Texts texts;

    Intake(Limits limits, Texts texts) {
        this.limits = limits;
        this.texts = texts;
    }

    /// A file as a browser sends it.
    ///
    /// @param name hearsay
    public record Offered(String name, long size, Picture.Source source) {}

    /// What became of the files of a form.
    public sealed interface Outcome {
        record Taken(List<KeptFile> files) implements Outcome {}

        /// @param sentence what is wrong, and with which of them
        record Refused(String sentence) implements Outcome {}
    }

    /// @param each what one file takes of those who send it
    /// @param kept bytes that are kept for the writer by now
    /// @param then what is done with the files; told once more, when together with others that came at once they
    /// turned out to be too much
    public <T> T take(List<Offered> offered, List<Bucket> each, long kept, Function<Outcome, T> then) {
        if (offered.size() > MOST_FILES) {
            return then.apply(refused("support.files.too-many"));
        }
        var size = kilobytes(offered);
        if (size > 0 && !hasRoom(size)) {
            return then.apply(refused("support.files.busy"));
        }
        try {
            return then.apply(look(offered, each, kept));
        } catch (KeptBytes.TooMuch e) {
            return then.apply(refused("support.files.full"));
        } finally {
            room.release(size);
        }
    }

    private static int kilobytes(List<Offered> offered) {
        return offered.stream()
                .mapToInt(file -> (int) Math.min(file.size(), Paper.MOST_BYTES) / 1024 + 1)
                .sum();
    }

    private boolean hasRoom(int kilobytes) {
        try {
            return room.tryAcquire(kilobytes, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome look(List<Offered> offered, List<Bucket> each, long kept) {
        var wanted = offered.stream().flatMap(file -> each.stream()).toList();
        var missing = new Taken(limits).takeEach(wanted);
        if (missing.isPresent()) {
            return tooOften(missing.get(), Collections.frequency(wanted, missing.get()));
        }
        var good = new ArrayList<KeptFile>();
        var bad = new ArrayList<String>();
        for (var file : offered) {
            switch (Paper.of(file.size(), file.source())) {
                case Paper.Outcome.Good(var kind, var content) ->
                    good.add(new KeptFile(kind.named(name(file)), kind, content));
                case Paper.Outcome.Bad(var flaw) ->
                    bad.add(texts.of("support.files.flaw." + Paper.key(flaw), name(file)));
            }
        }
        if (!bad.isEmpty()) {
            return new Outcome.Refused(String.join("; ", bad));
        }
        return isTooMuch(good, kept) ? refused("support.files.full") : new Outcome.Taken(good);
    }

    private Outcome refused(String key) {
        return new Outcome.Refused(texts.of(key));
    }

    /// Says how long until there are tries for all of the files.
    private Outcome tooOften(Bucket bucket, int count) {
        var limit = bucket.limit();
        var missing = limits.used(limit, bucket.key()) + count - limit.size();
        var minutes = limit.refill()
                .multipliedBy(Math.max(1, missing))
                .plusSeconds(59)
                .toMinutes();
        return new Outcome.Refused(
                texts.of("support.files.too-often", minutes + "\u00a0" + texts.plural("support.minutes", minutes)));
    }

    private static boolean isTooMuch(List<KeptFile> files, long kept) {
        var size = files.stream().mapToLong(file -> file.content().length).sum();
        return size > 0 && kept + size > KeptBytes.MOST;
    }

    /// The name alone, without folders and what a file system would stumble over.
    private String name(Offered file) {
        var name = PlainText.of(file.name()).replaceFirst("^.*[/\\\\]", "").replaceAll("[:*?\"<>|]", "_");
        if (name.isBlank()) {
            return texts.of("support.files.unnamed");
        }
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
