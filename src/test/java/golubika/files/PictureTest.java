package golubika.files;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.files.Picture.Flaw;
import golubika.files.Picture.Outcome;
import golubika.testing.APicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_photo_becomes_a_small_jpeg_of_our_own(String format) throws IOException {
        var picture = seen(of(APicture.of(4000, 3000).as(format)));

        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(960);
        assertThat(colour(picture, 0.25, 0.25)).as("top left").isEqualTo(Color.RED);
        assertThat(colour(picture, 0.75, 0.75)).as("bottom right").isEqualTo(Color.BLUE);
    }

    @Test
    void a_small_photo_keeps_its_size() throws IOException {
        assertThat(seen(of(APicture.of(40, 30).as("jpeg"))).getWidth()).isEqualTo(40);
    }

    @Test
    void transparency_becomes_white() throws IOException {
        assertThat(colour(seen(of(APicture.transparent(100, 100))), 0.5, 0.5)).isEqualTo(Color.WHITE);
    }

    /// The picture is red above left, green above right, yellow below left, blue below right.
    @ParameterizedTest
    @CsvSource({
        "1, red,    green,  yellow, blue",
        "2, green,  red,    blue,   yellow",
        "3, blue,   yellow, green,  red",
        "4, yellow, blue,   red,    green",
        "5, red,    yellow, green,  blue",
        "6, yellow, red,    blue,   green",
        "7, blue,   green,  yellow, red",
        "8, green,  blue,   red,    yellow",
    })
    void the_photo_is_upright_however_the_camera_was_held(
            int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight)
            throws IOException {
        var picture = seen(of(APicture.of(400, 200).held(orientation)));

        assertThat(picture.getWidth() > picture.getHeight()).isEqualTo(orientation < 5);
        assertThat(colour(picture, 0.25, 0.25)).isEqualTo(named(topLeft));
        assertThat(colour(picture, 0.75, 0.25)).isEqualTo(named(topRight));
        assertThat(colour(picture, 0.25, 0.75)).isEqualTo(named(bottomLeft));
        assertThat(colour(picture, 0.75, 0.75)).isEqualTo(named(bottomRight));
    }

    @Test
    void where_and_with_what_it_was_taken_is_dropped() throws IOException {
        var file = APicture.of(400, 200).held(6);
        assertThat(text(file)).contains("Exif");

        assertThat(text(made(of(file)))).doesNotContain("Exif", "Berryphone");
    }

    @Test
    void what_hides_behind_the_picture_is_dropped() throws IOException {
        var file = APicture.with(APicture.of(400, 200).as("jpeg"), "<script>alert(1)</script>PK\u0003\u0004");

        assertThat(text(made(of(file)))).doesNotContain("script", "PK");
    }

    @Test
    void a_drawing_with_scripts_is_no_photo_whatever_it_is_called() throws IOException {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

        assertThat(of(drawing.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Outcome.Bad(Flaw.NOT_A_PICTURE));
        assertThat(of(new byte[0])).isEqualTo(new Outcome.Bad(Flaw.NOT_A_PICTURE));
        assertThat(of("GI".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Outcome.Bad(Flaw.NOT_A_PICTURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a------", "RIFF0000WEBP", "0000ftypheic", "0000ftypavif", "II*\0--------"})
    void pictures_of_another_kind_are_told_from_what_is_none(String begin) throws IOException {
        assertThat(of((begin + "…").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Outcome.Bad(Flaw.OTHER_FORMAT));
    }

    @Test
    void a_film_is_no_picture() throws IOException {
        assertThat(of("0000ftypisom".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Outcome.Bad(Flaw.NOT_A_PICTURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_photo_that_was_cut_off_is_damaged_wherever_the_cut_is(String format) {
        var file = APicture.of(400, 200).as(format);
        for (var part : new int[] {3, 20, 60, 95}) {
            var cut = Arrays.copyOf(file, file.length * part / 100);
            assertThat(Picture.of(cut.length, () -> cut)).as("%d %%", part).isEqualTo(new Outcome.Bad(Flaw.DAMAGED));
        }
    }

    @Test
    void a_small_file_that_claims_to_be_huge_is_not_decoded() throws IOException {
        assertThat(of(APicture.claiming(20_000, 20_000))).isEqualTo(new Outcome.Bad(Flaw.TOO_MANY_PIXELS));
        assertThat(of(APicture.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(new Outcome.Bad(Flaw.TOO_MANY_PIXELS));
    }

    @Test
    void a_side_that_is_too_long_is_refused_however_few_the_pixels_are() throws IOException {
        assertThat(of(APicture.claiming(10_000_000, 1))).isEqualTo(new Outcome.Bad(Flaw.TOO_MANY_PIXELS));
        assertThat(of(APicture.claiming(1, 12_001))).isEqualTo(new Outcome.Bad(Flaw.TOO_MANY_PIXELS));
    }

    @Test
    void what_the_decoder_holds_as_a_whole_may_have_fewer_pixels_than_what_comes_line_by_line() throws IOException {
        var progressive = APicture.of(400, 200).progressive();
        assertThat(seen(of(progressive)).getWidth()).isEqualTo(400);

        assertThat(of(APicture.claiming(progressive, 7_700, 7_700))).isEqualTo(new Outcome.Bad(Flaw.TOO_MANY_PIXELS));
        assertThat(of(APicture.claiming(APicture.of(400, 200).as("jpeg"), 7_700, 7_700)))
                .isEqualTo(new Outcome.Bad(Flaw.DAMAGED));
    }

    @Test
    void a_head_that_leaves_the_common_path_is_taken_for_one_that_is_held_as_a_whole() {
        var jpeg = APicture.of(40, 20).as("jpeg");
        assertThat(JpegHead.of(jpeg).heldWhole()).isFalse();

        var odd = new byte[jpeg.length + 2];
        System.arraycopy(jpeg, 0, odd, 0, 2);
        odd[2] = (byte) 0xFF;
        odd[3] = (byte) 0xD0;
        System.arraycopy(jpeg, 2, odd, 4, jpeg.length - 2);
        assertThat(JpegHead.of(odd).heldWhole()).isTrue();
        assertThat(JpegHead.of(Arrays.copyOf(jpeg, 30)).heldWhole()).isTrue();
    }

    @Test
    void one_is_made_at_a_time_and_who_waits_too_long_is_told_to_come_again() {
        var picture = APicture.of(40, 20).as("jpeg");
        var second = new Outcome[1];

        var first = Picture.of(picture.length, () -> {
            second[0] = Picture.of(picture.length, () -> picture, Duration.ZERO);
            return picture;
        });

        assertThat(first).isInstanceOf(Outcome.Good.class);
        assertThat(second[0]).isEqualTo(new Outcome.Bad(Flaw.BUSY));
        assertThat(Picture.of(picture.length, () -> picture, Duration.ZERO)).isInstanceOf(Outcome.Good.class);
    }

    @Test
    void a_file_that_is_too_large_is_not_even_read() {
        assertThat(Picture.of(Picture.MOST_BYTES + 1L, () -> {
                    throw new AssertionError("read");
                }))
                .isEqualTo(new Outcome.Bad(Flaw.TOO_LARGE));
    }

    @Test
    void a_file_made_to_keep_the_decoder_busy_is_refused() throws IOException {
        var scans = "\u00ff\u00da".repeat(100);
        var file = APicture.with(APicture.of(40, 20).as("jpeg"), scans);

        assertThat(of(file)).isEqualTo(new Outcome.Bad(Flaw.DAMAGED));
    }

    @Test
    void a_head_that_lies_about_its_length_is_read_as_upright() {
        var file = APicture.of(400, 200).held(6);
        for (var place = 2; place < 40; place++) {
            var broken = file.clone();
            broken[place] = (byte) 0xFF;
            assertThat(JpegHead.of(broken).orientation()).isBetween(1, 8);
        }
    }

    private static Outcome of(byte[] file) throws IOException {
        return Picture.of(file);
    }

    private static byte[] made(Outcome outcome) {
        if (outcome instanceof Outcome.Good(var jpeg)) {
            return jpeg;
        }
        throw new AssertionError(outcome);
    }

    private static BufferedImage seen(Outcome outcome) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(made(outcome)));
    }

    /// The named colour that is nearest.
    private static Color colour(BufferedImage picture, double x, double y) {
        var seen = new Color(picture.getRGB((int) (picture.getWidth() * x), (int) (picture.getHeight() * y)));
        return new Color(full(seen.getRed()), full(seen.getGreen()), full(seen.getBlue()));
    }

    private static int full(int part) {
        return part > 127 ? 255 : 0;
    }

    private static Color named(String name) {
        return switch (name) {
            case "red" -> Color.RED;
            case "green" -> Color.GREEN;
            case "yellow" -> Color.YELLOW;
            default -> Color.BLUE;
        };
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
