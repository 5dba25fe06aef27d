package golubika.testing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import golubika.values.PaymentCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// A paper bill with its payment code, as a picture or before a camera.
public final class ABill {

    private static final int SIZE = 480;

    private final BitMatrix code;

    private ABill(String text) {
        try {
            code = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, SIZE, SIZE, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// A bill of the usual supplier's.
    public static ABill of(String accountNumber) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Name", "ООО \"Газ Пример\"");
        fields.put("PersonalAcc", "40702810600000000001");
        fields.put("BankName", "БАНК ОБРАЗЕЦ");
        fields.put("BIC", "049999999");
        fields.put("CorrespAcc", "30101810300000000999");
        fields.put("PayeeINN", "7700000016");
        fields.put("PersAcc", accountNumber);
        fields.put("Sum", "195685");
        return new ABill(new String(new PaymentCode(fields).write(), StandardCharsets.UTF_8));
    }

    /// Something else with a code on it.
    public static ABill anotherCode(String text) {
        return new ABill(text);
    }

    public byte[] png() {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (var y = 0; y < SIZE; y++) {
            for (var x = 0; x < SIZE; x++) {
                picture.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A film of one still picture, in Y4M, as Chromium's camera of the tests plays it.
    public Path film(Path folder) {
        var film = new ByteArrayOutputStream();
        film.writeBytes("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\nFRAME\n"
                .formatted(SIZE, SIZE)
                .getBytes(StandardCharsets.US_ASCII));
        for (var y = 0; y < SIZE; y++) {
            for (var x = 0; x < SIZE; x++) {
                film.write(code.get(x, y) ? 16 : 235);
            }
        }
        for (var colour = 0; colour < SIZE * SIZE / 2; colour++) {
            film.write(128);
        }
        try {
            return Files.write(folder.resolve("bill.y4m"), film.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
