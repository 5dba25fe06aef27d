package golubika.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.mock.web.MockHttpServletResponse;

class WholePageTest {

    @Property(tries = 300)
    void any_pieces_arrive_as_they_were_written(@ForAll List<String> pieces, @ForAll @IntRange(max = 3000) int often)
            throws IOException {
        var page = new WholePage();
        var expected = new ByteArrayOutputStream();
        for (var piece : pieces) {
            page.writeContent(piece);
            expected.write(piece.getBytes(StandardCharsets.UTF_8));
        }
        for (var i = 0; i < often; i++) {
            page.writeContent("=Счёт 12,50 ₽ 😀=", 1, 16);
            page.writeBinaryContent("<b>".getBytes(StandardCharsets.UTF_8));
            expected.write("Счёт 12,50 ₽ 😀<b>".getBytes(StandardCharsets.UTF_8));
        }
        var response = new MockHttpServletResponse();

        page.sendTo(response);

        assertThat(response.getContentAsByteArray()).isEqualTo(expected.toByteArray());
    }
}
