package golubika.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {

    private static final UUID LETTER = UUID.fromString("00000000-0000-4000-8000-00000000002a");

    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
    void seventy_characters_fit_one_part_and_of_several_sixty_seven_each(int length, int parts) {
        assertThat(SmsParts.of("ж".repeat(length), LETTER)).hasSize(parts);
    }

    @Property(tries = 300)
    void parts_put_together_are_the_text_and_no_sign_is_cut(@ForAll @StringLength(max = 400) String text) {
        var whole = new StringBuilder();
        var parts = SmsParts.of(text, LETTER);
        for (var part : parts) {
            var from = parts.size() == 1 ? 0 : part[0] + 1;
            var piece = new String(Arrays.copyOfRange(part, from, part.length), StandardCharsets.UTF_16BE);
            assertThat(part).hasSizeLessThanOrEqualTo(140);
            whole.append(piece);
        }
        // Half signs cannot be written at all.
        assertThat(whole.toString())
                .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
    }

    @Test
    void a_sign_beyond_the_basic_plane_stays_whole() {
        var first = SmsParts.of("ж".repeat(66) + "\uD83E\uDED0" + "ж".repeat(20), LETTER)
                .getFirst();

        assertThat(new String(first, 6, first.length - 6, StandardCharsets.UTF_16BE))
                .isEqualTo("ж".repeat(66));
    }
}
