package golubika.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Property(tries = 300)
    void what_is_written_is_read_back(
            @ForAll("registers") List<List<String>> written,
            @ForAll boolean crlf,
            @ForAll boolean mark,
            @ForAll @IntRange(min = 1, max = 50) int piece)
            throws Exception {
        var text = written.stream()
                .map(line -> line.stream().map(LinesTest::quoted).collect(Collectors.joining(";")))
                .collect(Collectors.joining(crlf ? "\r\n" : "\n"));
        var bytes = ((mark ? "\ufeff" : "") + text).getBytes(StandardCharsets.UTF_8);
        assertThat(read(new Crumbs(bytes, piece))).isEqualTo(written);
    }

    @Provide
    Arbitrary<List<List<String>>> registers() {
        var field = Arbitraries.strings()
                .withChars('а', 'Я', 'ё', ';', '"', ' ', '0', 'A', 'z', '-', '€', '\\')
                .ofMaxLength(30);
        return field.list().ofMinSize(2).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(20);
    }

    @Test
    void a_line_longer_than_any_register_has_is_not_swallowed() {
        var endless = new ByteArrayInputStream(new byte[3 * Lines.LONGEST]);
        assertThatExceptionOfType(Lines.TooLong.class).isThrownBy(() -> read(endless));
    }

    @Test
    void another_encoding_is_noticed() throws Exception {
        var lines = new Lines(new ByteArrayInputStream("Иванов;1".getBytes(Charset.forName("windows-1251"))));
        lines.next();
        assertThat(lines.cut()).isEqualTo(Lines.Cut.NOT_UTF8);
    }

    @Test
    void quotes_that_do_not_close_are_noticed() throws Exception {
        for (var line : List.of("\"a;b", "\"a\"b;c", "\"a\"\";b")) {
            var lines = new Lines(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            lines.next();
            assertThat(lines.cut()).as(line).isEqualTo(Lines.Cut.BROKEN_QUOTES);
        }
    }

    @Property
    void exactly_what_java_decodes_is_utf8(@ForAll byte[] bytes) {
        boolean decodes;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            decodes = true;
        } catch (CharacterCodingException e) {
            decodes = false;
        }
        assertThat(Utf8.isValid(bytes, 0, bytes.length)).isEqualTo(decodes);
    }

    @Property
    void every_text_is_utf8_and_no_part_of_its_last_character(@ForAll String text, @ForAll("wide") int last) {
        var bytes = (text.replaceAll("\\p{Cs}", "") + Character.toString(last)).getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.isValid(bytes, 0, bytes.length)).isTrue();
        assertThat(Utf8.isValid(bytes, 0, bytes.length - 1)).isFalse();
    }

    @Provide
    Arbitrary<Integer> wide() {
        return Arbitraries.integers().between(0x80, 0x10ffff).filter(c -> c < 0xd800 || c > 0xdfff);
    }

    private static List<List<String>> read(InputStream in) throws Exception {
        var lines = new Lines(in);
        var read = new ArrayList<List<String>>();
        while (lines.next()) {
            assertThat(lines.cut()).isEqualTo(Lines.Cut.WELL);
            var fields = new ArrayList<String>();
            for (var i = 0; i < lines.fields(); i++) {
                fields.add(lines.text(i));
            }
            read.add(fields);
        }
        return read;
    }

    private static String quoted(String field) {
        var plain = !field.contains(";") && !field.contains("\"") && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /// A source that gives a few bytes at a time, as a slow disk may.
    private static final class Crumbs extends ByteArrayInputStream {
        private final int most;

        Crumbs(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(most, length));
        }
    }
}
