package golubika.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files as phones make them, and as attackers do: red above left, green above right, yellow below left, blue below
/// right.
public final class APicture {

    private final int width;
    private final int height;

    private APicture(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public static APicture of(int width, int height) {
        return new APicture(width, height);
    }

    /// @param format `jpeg` or `png`
    public byte[] as(String format) {
        return written(drawn(BufferedImage.TYPE_INT_RGB), format);
    }

    /// A JPEG of a phone that was held so, with EXIF that says it.
    public byte[] held(int orientation) {
        var jpeg = as("jpeg");
        var exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 2 * 12 + 4 + 12);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0110).putShort((short) 2).putInt(12).putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put("Berryphone 1".getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /// A JPEG that comes in several scans, from rough to fine.
    public byte[] progressive() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawn(BufferedImage.TYPE_INT_RGB), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// The JPEG, which now claims to be so large.
    public static byte[] claiming(byte[] jpeg, int width, int height) {
        var file = ByteBuffer.wrap(jpeg.clone());
        var place = 2;
        while ((file.get(place + 1) & 0xFC) != 0xC0) {
            place += 2 + (file.getShort(place + 2) & 0xFFFF);
        }
        return file.putShort(place + 5, (short) height)
                .putShort(place + 7, (short) width)
                .array();
    }

    /// A PNG of nothing.
    public static byte[] transparent(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /// The file with something behind its end.
    public static byte[] with(byte[] file, String behind) {
        var tail = behind.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(file.length + tail.length)
                .put(file)
                .put(tail)
                .array();
    }

    /// A PNG of some sixty bytes that claims to be so large.
    public static byte[] claiming(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var file = new ByteArrayOutputStream();
        file.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        chunk(file, "IHDR", head.array());
        chunk(file, "IDAT", new byte[8]);
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
        var type = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        sum.update(content);
        file.writeBytes(ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type)
                .put(content)
                .putInt((int) sum.getValue())
                .array());
    }

    private BufferedImage drawn(int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.YELLOW, Color.BLUE};
        for (var i = 0; i < 4; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        canvas.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
