package golubika.support;

import golubika.files.Paper;
import golubika.files.Picture;
import golubika.limits.Limits;
import golubika.site.Texts;
import golubika.values.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Takes in the files of a form: all of them, or none and the reasons.
@Component
public class Intake {

    public static final int MOST_FILES = 5;

    /// Of all files that are kept for one writer: a hundred photos, or five of the largest PDFs.
    static final long MOST_KEPT = 50L * 1024 * 1024;

    private static final int LONGEST_NAME = 80;

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

    /// @param sender who is limited: a subscriber or a guest's network
    /// @param kept   bytes that are kept for the writer by now
    public Outcome take(List<Offered> offered, String sender, long kept) {
        if (offered.size() > MOST_FILES) {
            return new Outcome.Refused(texts.of("support.files.too-many"));
        }
        var good = new ArrayList<KeptFile>();
        var bad = new ArrayList<String>();
        for (var file : offered) {
            if (!limits.take(SupportLimits.FILES, sender)) {
                return new Outcome.Refused(texts.of("support.files.too-often"));
            }
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
        return isTooMuch(good, kept) ? new Outcome.Refused(texts.of("support.files.full")) : new Outcome.Taken(good);
    }

    private static boolean isTooMuch(List<KeptFile> files, long kept) {
        return !files.isEmpty()
                && kept
                                + files.stream()
                                        .mapToLong(file -> file.content().length)
                                        .sum()
                        > MOST_KEPT;
    }

    /// The name alone, without folders and what a file system would stumble over.
    private static String name(Offered file) {
        var name = PlainText.of(file.name().replaceFirst("^.*[/\\\\]", "")).replaceAll("[:*?\"<>|]", "_");
        if (name.isEmpty()) {
            return "файл";
        }
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
