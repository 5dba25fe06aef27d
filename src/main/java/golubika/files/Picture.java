package golubika.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A photo as it came, and what we make of it: a small JPEG of our own, upright, in which nothing of the file is left
/// but what can be seen: no place, no time, no device, no second file behind the picture.
///
/// What a file is, its first bytes say; its name and type are hearsay. Its size in pixels is read before any of it is
/// decoded, and one is decoded at a time.
public final class Picture {

    /// So large a file may be.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /// Of a picture that comes line by line.
    static final long MOST_PIXELS = 60_000_000;

    /// Of a picture that the decoder may have to hold as a whole: six bytes each, outside of the heap.
    static final long MOST_PIXELS_HELD = 16_000_000;

    /// A decoder holds some lines of any picture, however few they are.
    static final int MOST_OF_A_SIDE = 12_000;

    static final int LONGEST_SIDE = 1280;

    private static final float QUALITY = 0.8f;
    // Up to 100 MB while it is decoded.
    static final Semaphore TURN = new Semaphore(1, true);
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private Picture() {}

    /// What became of a file.
    public sealed interface Outcome {
        record Good(byte[] jpeg) implements Outcome {}

        record Bad(Flaw flaw) implements Outcome {}
    }

    /// Why a file is not taken.
    public enum Flaw {
        TOO_LARGE,
        TOO_MANY_PIXELS,
        /// A picture, of a kind that we do not read: HEIC, WebP, AVIF, GIF, TIFF.
        OTHER_FORMAT,
        NOT_A_PICTURE,
        DAMAGED,
        /// Nothing is wrong with it: too many others came before.
        BUSY
    }

    /// Where the bytes come from: asked for only when it is this file's turn.
    @FunctionalInterface
    public interface Source {
        byte[] bytes() throws IOException;
    }

    /// Makes our own picture of a file. Waits for some seconds while others are being made.
    public static Outcome of(long size, Source source) {
        return of(size, source, PATIENCE);
    }

    static Outcome of(long size, Source source, Duration patience) {
        if (size > MOST_BYTES) {
            return new Outcome.Bad(Flaw.TOO_LARGE);
        }
        if (!hasTurn(TURN, patience)) {
            return new Outcome.Bad(Flaw.BUSY);
        }
        try {
            return of(source.bytes());
        } catch (IOException | RuntimeException e) {
            // Decoders meet broken files with all kinds of exceptions.
            return new Outcome.Bad(Flaw.DAMAGED);
        } finally {
            TURN.release();
        }
    }

    static boolean hasTurn(Semaphore turn, Duration patience) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Outcome of(byte[] file) throws IOException {
        return of(file, LONGEST_SIDE);
    }

    /// @param longestSide of the picture that we make, in pixels
    static Outcome of(byte[] file, int longestSide) throws IOException {
        return switch (FileKind.of(file)) {
            case JPEG -> {
                var head = JpegHead.of(file);
                var most = head.heldWhole() ? MOST_PIXELS_HELD : MOST_PIXELS;
                yield head.hasTooManyScans()
                        ? new Outcome.Bad(Flaw.DAMAGED)
                        : anew(file, "jpeg", most, head.orientation(), longestSide);
            }
            case PNG -> anew(file, "png", MOST_PIXELS_HELD, 1, longestSide);
            case OTHER_PICTURE -> new Outcome.Bad(Flaw.OTHER_FORMAT);
            case UNKNOWN -> new Outcome.Bad(Flaw.NOT_A_PICTURE);
        };
    }

    private static Outcome anew(byte[] file, String format, long mostPixels, int orientation, int longestSide)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (Math.max(width, height) > MOST_OF_A_SIDE || (long) width * height > mostPixels) {
                return new Outcome.Bad(Flaw.TOO_MANY_PIXELS);
            }
            var cut = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> cut.compareAndSet(false, isCut(warning)));
            var decoded = decoded(reader, longestSide);
            return cut.get()
                    ? new Outcome.Bad(Flaw.DAMAGED)
                    : new Outcome.Good(encoded(upright(decoded, orientation, longestSide)));
        } finally {
            reader.dispose();
        }
    }

    // The decoder fills up what is missing with grey, and only warns. Other warnings are phones' bad habits.
    private static boolean isCut(String warning) {
        return warning.contains("remature") || warning.contains("runcated") || warning.contains("EOI");
    }

    // Of a large picture only every second point, or fewer, is kept while it is decoded: enough to scale it down well.
    private static BufferedImage decoded(ImageReader reader, int longestSide) throws IOException {
        var step = Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), 2 * longestSide);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    /// The picture as it was seen, no side longer than it may be, without transparency.
    ///
    /// @param orientation as EXIF counts it: 1 upright, 3 upside down, 6 and 8 lying, the even ones mirrored
    private static BufferedImage upright(BufferedImage image, int orientation, int longestSide) {
        var lying = orientation >= 5;
        var width = lying ? image.getHeight() : image.getWidth();
        var height = lying ? image.getWidth() : image.getHeight();
        var scale = Math.min(1.0, (double) longestSide / Math.max(width, height));
        var result = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        var transform = AffineTransform.getScaleInstance(
                (double) result.getWidth() / width, (double) result.getHeight() / height);
        transform.concatenate(turn(orientation, image.getWidth(), image.getHeight()));
        var canvas = result.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, result.getWidth(), result.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawRenderedImage(image, transform);
        canvas.dispose();
        return result;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encoded(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
