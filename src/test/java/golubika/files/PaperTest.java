package golubika.files;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.files.Paper.Flaw;
import golubika.files.Paper.Kind;
import golubika.files.Paper.Outcome;
import golubika.testing.APdf;
import golubika.testing.APicture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_photo_becomes_a_jpeg_of_our_own_large_enough_to_read_a_bill_on(String format) throws IOException {
        var kept = kept(of(APicture.of(3000, 2000).as(format)));

        assertThat(kept.kind()).isEqualTo(Kind.JPEG);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.content())).getWidth())
                .isEqualTo(2000);
    }

    @Test
    void nothing_of_the_file_is_left_in_a_photo_but_what_can_be_seen() {
        var kept = kept(of(APicture.with(APicture.of(400, 200).held(6), "<script>alert(1)</script>")));

        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "Berryphone", "script");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_pdf_stays_as_it_is_with_its_objects_packed_or_not(boolean packed) {
        var pdf = packed ? APdf.of(3).packed() : APdf.of(3).plain();

        assertThat(of(pdf)).isEqualTo(new Outcome.Good(Kind.PDF, pdf));
    }

    @Test
    void a_pdf_of_a_bill_that_another_program_has_made_is_taken() {
        assertThat(of(APdf.ofOpenPdf("Квитанция за октябрь"))).isInstanceOf(Outcome.Good.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_acts_hides_or_bursts_is_refused(String what, byte[] file, Flaw flaw) {
        assertThat(of(file)).isEqualTo(new Outcome.Bad(flaw));
    }

    static Stream<Object[]> hostile() {
        var script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
        return Stream.of(
                new Object[] {
                    "a script that runs on opening",
                    APdf.of(1).withAction(script).plain(),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "the same among packed objects",
                    APdf.of(1).withAction(script).packed(),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "its name written with escapes",
                    APdf.of(1).withAction("<< /S /J#61vaScript /JS (1) >>").plain(),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "a program started",
                    APdf.of(1).withAction("<< /S /Launch /F (cmd.exe) >>").plain(),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "a page of another machine",
                    APdf.of(1)
                            .withAction("<< /S /GoToR /F (\\\\\\\\evil\\\\share) >>")
                            .plain(),
                    Flaw.ACTIVE
                },
                new Object[] {"a file inside", APdf.of(1).withFile().plain(), Flaw.ACTIVE},
                new Object[] {"a password", APdf.of(1).locked(), Flaw.LOCKED},
                new Object[] {"too many pages", APdf.of(Pdf.MOST_PAGES + 1).plain(), Flaw.TOO_MUCH},
                new Object[] {"a bomb", APdf.of(1).withBomb(Pdf.MOST_UNPACKED + 1), Flaw.TOO_MUCH},
                new Object[] {
                    "objects packed twice",
                    APdf.withStream("/Type /ObjStm /Filter [/FlateDecode /FlateDecode]"),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "objects packed in an unusual way",
                    APdf.withStream("/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]"),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "objects behind a predictor",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "another file behind its end", APicture.with(APdf.of(1).plain(), "PK\u0003\u0004 zip"), Flaw.DAMAGED
                },
                new Object[] {
                    "another file before its beginning",
                    ("GIF89a" + new String(APdf.of(1).plain(), StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1),
                    Flaw.OTHER_FORMAT
                },
                new Object[] {"half of it", Arrays.copyOf(APdf.of(3).plain(), 600), Flaw.DAMAGED},
                new Object[] {"a word alone", bytes("%PDF-"), Flaw.DAMAGED},
                new Object[] {"a head and an end", bytes("%PDF-1.7\nstartxref\n0\n%%EOF"), Flaw.DAMAGED},
                new Object[] {"a program", bytes("MZ\u0090\0\u0003 This program cannot be run"), Flaw.OTHER_KIND},
                new Object[] {
                    "a drawing with a script",
                    bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
                    Flaw.OTHER_KIND
                },
                new Object[] {"a page", bytes("<!doctype html><script>alert(1)</script>"), Flaw.OTHER_KIND},
                new Object[] {"a photo of an iPhone", bytes("\0\0\0\u0018ftypheic\0\0\0\0"), Flaw.OTHER_FORMAT},
                new Object[] {"pixels without end", APicture.claiming(30_000, 30_000), Flaw.TOO_MANY_PIXELS});
    }

    @ParameterizedTest
    @CsvSource({"0, EMPTY", "10485761, TOO_LARGE"})
    void what_is_empty_or_too_large_is_not_even_read(long size, Flaw flaw) {
        var outcome = Paper.of(size, () -> {
            throw new AssertionError("read");
        });

        assertThat(outcome).isEqualTo(new Outcome.Bad(flaw));
    }

    @ParameterizedTest
    @CsvSource({"bill.exe, bill.pdf", "bill, bill.pdf", ".htaccess, .htaccess.pdf", "a.b.html, a.b.pdf"})
    void a_file_is_named_for_what_it_is(String name, String named) {
        assertThat(Kind.PDF.named(name)).isEqualTo(named);
    }

    private static Outcome of(byte[] file) {
        return Paper.of(file.length, () -> file);
    }

    private static Outcome.Good kept(Outcome outcome) {
        return (Outcome.Good) outcome;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
