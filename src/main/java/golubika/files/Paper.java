package golubika.files;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/// A photo or a PDF that goes with a request: the meter, a bill, an act. Of a photo we keep a picture of our own
/// making, large enough to read a bill on; a PDF stays as it is when nothing in it can act or hide.
///
/// What a file is, its first bytes say; its name and type are hearsay. One photo and one PDF are looked at at a time.
public final class Paper {

    /// So large a file may be.
    public static final int MOST_BYTES = Picture.MOST_BYTES;

    static final int LONGEST_SIDE = 2000;

    // PDFs have a turn of their own, so that those that take long hold up no photo of a meter.
    private static final Semaphore PDF_TURN = new Semaphore(1, true);

    private Paper() {}

    /// What we keep.
    public enum Kind {
        JPEG("image/jpeg", "jpg"),
        PDF("application/pdf", "pdf");

        private final String type;
        private final String ending;

        Kind(String type, String ending) {
            this.type = type;
            this.ending = ending;
        }

        /// Its media type.
        public String type() {
            return type;
        }

        /// The name of a file with the ending of its kind, whatever it ended in.
        public String named(String name) {
            var dot = name.lastIndexOf('.');
            return (dot > 0 ? name.substring(0, dot) : name) + '.' + ending;
        }
    }

    /// What became of a file.
    public sealed interface Outcome {
        /// @param content what is to be kept
        record Good(Kind kind, byte[] content) implements Outcome {}

        record Bad(Flaw flaw) implements Outcome {}
    }

    /// Why a file is not taken.
    public enum Flaw {
        EMPTY,
        TOO_LARGE,
        TOO_MANY_PIXELS,
        /// A picture, of a kind that we do not read: HEIC, WebP, AVIF, GIF, TIFF.
        OTHER_FORMAT,
        /// Neither picture nor PDF.
        OTHER_KIND,
        DAMAGED,
        /// A PDF that opens with a password, or forbids something without one.
        LOCKED,
        /// A PDF with scripts, with other files inside, or that starts or sends something.
        ACTIVE,
        /// A PDF that is packed so that we cannot see what is in it.
        OPAQUE,
        /// A PDF of too many pages, or that unpacks to too much.
        TOO_MUCH,
        /// Nothing is wrong with it: too many others came before.
        BUSY
    }

    /// Looks at a file. Waits for some seconds while others are looked at; whoever asks bounds how many wait with
    /// theirs.
    public static Outcome of(long size, Picture.Source source) {
        if (size == 0) {
            return new Outcome.Bad(Flaw.EMPTY);
        }
        if (size > MOST_BYTES) {
            return new Outcome.Bad(Flaw.TOO_LARGE);
        }
        try {
            var file = source.bytes();
            return inTurn(Pdf.claims(file) ? PDF_TURN : Picture.TURN, file);
        } catch (IOException | RuntimeException e) {
            return new Outcome.Bad(Flaw.DAMAGED);
        }
    }

    private static Outcome inTurn(Semaphore turn, byte[] file) throws IOException {
        if (!Picture.hasTurn(turn, Picture.PATIENCE)) {
            return new Outcome.Bad(Flaw.BUSY);
        }
        try {
            return of(file);
        } finally {
            turn.release();
        }
    }

    static Outcome of(byte[] file) throws IOException {
        if (Pdf.claims(file)) {
            return Pdf.flaw(file).<Outcome>map(Outcome.Bad::new).orElseGet(() -> new Outcome.Good(Kind.PDF, file));
        }
        return switch (Picture.of(file, LONGEST_SIDE)) {
            case Picture.Outcome.Good(var jpeg) -> new Outcome.Good(Kind.JPEG, jpeg);
            case Picture.Outcome.Bad(var flaw) -> new Outcome.Bad(ofPicture(flaw));
        };
    }

    private static Flaw ofPicture(Picture.Flaw flaw) {
        return switch (flaw) {
            case TOO_LARGE -> Flaw.TOO_LARGE;
            case TOO_MANY_PIXELS -> Flaw.TOO_MANY_PIXELS;
            case OTHER_FORMAT -> Flaw.OTHER_FORMAT;
            case NOT_A_PICTURE -> Flaw.OTHER_KIND;
            case DAMAGED -> Flaw.DAMAGED;
            case BUSY -> Flaw.BUSY;
        };
    }

    /// The name of a flaw in keys of texts.
    public static String key(Flaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
