package golubika.files;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.files.Paper.Flaw;
import golubika.files.Paper.Kind;
import golubika.files.Paper.Outcome;
import golubika.testing.APdf;
import golubika.testing.APicture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
                    Flaw.OPAQUE
                },
                new Object[] {
                    "objects packed in an unusual way",
                    APdf.withStream("/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]"),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "objects behind a predictor",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "objects whose check sum is wrong",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode", broken(APdf.deflated(script))),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "harmless objects whose check sum is wrong",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode", broken(APdf.deflated("<< /S /D >>"))),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "a stream behind half an end of a line",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode", "\r", APdf.deflated(script)),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "a stream behind a blank",
                    APdf.withStream("/Type /ObjStm /Filter /FlateDecode", " \n", APdf.deflated(script)),
                    Flaw.ACTIVE
                },
                new Object[] {
                    "a stream without the end of a line",
                    APdf.withStream("/Filter /FlateDecode", "", APdf.deflated(script)),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "objects in hexadecimal that do not say that they are objects",
                    APdf.withStream("/N 1 /First 4 /Filter /ASCIIHexDecode", bytes("3c3c>")),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "the same with a word in between that looks like another stream",
                    APdf.withStream("/N 1 /First 4 /X (>>stream\n) /Filter /ASCIIHexDecode", bytes("3c3c>")),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "a filter that stands elsewhere",
                    APdf.withStream("/Type /ObjStm /Filter 6 0 R /X /FlateDecode", APdf.deflated(APdf.class.getName())),
                    Flaw.OPAQUE
                },
                new Object[] {
                    "a file on a page", APdf.withStream("/Subtype /FileAttachment /FS << /F (a.exe) >>"), Flaw.ACTIVE
                },
                new Object[] {"a file that is not called one", APdf.withStream("/EF << /F 3 0 R >>"), Flaw.ACTIVE},
                new Object[] {"a model that moves", APdf.withStream("/Subtype /3D /3DD 3 0 R"), Flaw.ACTIVE},
                new Object[] {
                    "slashes without end",
                    APdf.withStream("/Filter /FlateDecode", APdf.deflated("/a".repeat(20_000_001))),
                    Flaw.TOO_MUCH
                },
                new Object[] {
                    "streams within streams", APdf.withStream("/Filter /FlateDecode", nested(100, 16)), Flaw.TOO_MUCH
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

    @Test
    void photos_and_outlines_beside_packed_objects_are_nothing_unusual() {
        assertThat(of(APdf.withStream("/Type /Outlines /First 5 0 R >> endobj 6 0 obj << /Filter /DCTDecode")))
                .isInstanceOf(Outcome.Good.class);
        assertThat(of(APdf.withStream("/Type /ObjStm /N 0 /First 4 /Filter [/FlateDecode]", APdf.deflated("<< >>"))))
                .isInstanceOf(Outcome.Good.class);
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

    private static byte[] broken(byte[] deflated) {
        deflated[deflated.length - 1] ^= 1;
        return deflated;
    }

    /// Each of its blocks holds the beginning of one more stream, which reads on to the end of all.
    private static byte[] nested(int count, int blocks) {
        var beginning = bytes(" stream\n\u0078\u0001");
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes("\u0078\u0001"));
        for (var i = 0; i < count; i++) {
            file.writeBytes(stored(beginning));
        }
        for (var i = 0; i < blocks; i++) {
            file.writeBytes(stored(new byte[60_000]));
        }
        return file.toByteArray();
    }

    /// RFC 1951, 3.2.4.
    private static byte[] stored(byte[] content) {
        return ByteBuffer.allocate(5 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0)
                .putShort((short) content.length)
                .putShort((short) ~content.length)
                .put(content)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
