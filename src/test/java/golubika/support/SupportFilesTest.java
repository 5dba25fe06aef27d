package golubika.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.files.Paper;
import golubika.limits.Limits;
import golubika.suppliers.Suppliers;
import golubika.testing.APdf;
import golubika.testing.APicture;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitor.Upload;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that go with requests: those that people have, and those that attackers make.
@PortalTest
class SupportFilesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linking;

    @Autowired
    Links links;

    @Autowired
    SendRequest sending;

    @Autowired
    Requests requests;

    @Autowired
    OwnRequests own;

    @Autowired
    Limits limits;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    private Asking asking;
    private Household household;
    private AnAccount account;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        asking = new Asking(jdbc, suppliers, linking, links, sending);
        household = visitors.household();
        account = asking.connected(household);
        visitor = visitors.signedIn(household);
    }

    @Test
    void a_photo_and_a_pdf_go_with_a_request_and_are_saved_never_shown() {
        var pdf = APdf.of(1).plain();
        var sent =
                send(file("C:\\Users\\Vera\\счётчик.HTML", APicture.of(400, 200).held(6)), file("акт.pdf", pdf));
        var page = visitor.get(sent.location()).text();
        var files = own.find(Door.of(household.id(), idOf(sent)))
                .orElseThrow()
                .remarks()
                .getFirst()
                .files();

        assertThat(page).contains("счётчик.jpg, ", "акт.pdf, ");
        assertThat(files).extracting(Attachment::kind).containsExactly(Paper.Kind.JPEG, Paper.Kind.PDF);
        var picture = visitor.get(
                "/support/requests/" + idOf(sent) + "/files/" + files.getFirst().id());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.text()).doesNotContain("Exif", "Berryphone");
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.response().headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(picture.header("Cache-Control")).contains("no-store");

        assertThat(requests.file(Asking.desk(), idOf(sent), files.getLast().id())
                        .orElseThrow()
                        .bytes())
                .isEqualTo(pdf);
        var stranger = visitors.signedIn(visitors.household());
        assertThat(stranger.get("/support/requests/" + idOf(sent) + "/files/"
                                + files.getLast().id())
                        .status())
                .isEqualTo(404);
        var another = asking.asked(household.id(), "Другое");
        assertThat(visitor.get("/support/requests/" + another + "/files/"
                                + files.getLast().id())
                        .status())
                .as("under another request")
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("hostile")
    void what_is_no_photo_and_no_paper_is_told_at_the_field_and_nothing_typed_is_lost(
            String name, String sentence, byte[] content) {
        var answer = send(file("хороший.pdf", APdf.of(1).plain()), file(name, content));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("id=\"e-files\"", name + ": " + sentence, "Файлы приложите ещё раз")
                .contains(">Вот снимок</textarea>", "value=\"READINGS\" selected")
                .doesNotContain("<svg xmlns");
        assertThat(own.of(household.id())).isEmpty();
        assertThat(own.keptBytes(household.id())).isZero();
    }

    static Stream<Object[]> hostile() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        return Stream.of(
                new Object[] {"фото.jpg", "это не снимок и не PDF", bytes("MZ\u0090 This program")},
                new Object[] {"фото.png", "это не снимок и не PDF", bytes(svg)},
                new Object[] {"фото.heic", "такой снимок мы не читаем", bytes("\0\0\0\u0018ftypheic\0\0\0\0")},
                new Object[] {"бомба.png", "снимок слишком большой", APicture.claiming(30_000, 30_000)},
                new Object[] {
                    "бомба.pdf",
                    "в\u00a0PDF слишком много страниц",
                    APdf.of(301).plain()
                },
                new Object[] {"пустой.jpg", "файл пустой", new byte[0]},
                new Object[] {
                    "половина.pdf", "файл повреждён", Arrays.copyOf(APdf.of(1).plain(), 200)
                },
                new Object[] {
                    "zip.pdf", "файл повреждён", APicture.with(APdf.of(1).plain(), "PK\u0003\u0004")
                },
                new Object[] {"пароль.pdf", "PDF под паролем", APdf.of(1).locked()},
                new Object[] {
                    "скрипт.pdf",
                    "в\u00a0PDF есть программы",
                    APdf.of(1).withAction("<< /S /JavaScript /JS (1) >>").packed()
                },
                new Object[] {"большой.pdf", "больше 10\u00a0МБ", new byte[Paper.MOST_BYTES + 1]});
    }

    @Test
    void a_large_file_is_handed_out_piece_by_piece_and_whole() throws IOException {
        var content = new byte[2 * Pieces.LENGTH + 1];
        new Random(1).nextBytes(content);
        var id = asking.asked(household.id(), "Акт", new KeptFile("акт.pdf", Paper.Kind.PDF, content));
        var file = own.find(Door.of(household.id(), id))
                .orElseThrow()
                .remarks()
                .getFirst()
                .files()
                .getFirst();

        assertThat(own.file(Door.of(household.id(), id), file.id())
                        .orElseThrow()
                        .bytes())
                .isEqualTo(content);
        assertThat(visitor.get("/support/requests/" + id + "/files/" + file.id())
                        .header("Content-Length"))
                .isEqualTo(Integer.toString(content.length));

        try (var begun = own.file(Door.of(household.id(), id), file.id())
                .orElseThrow()
                .content()
                .get()) {
            assertThat(begun.readNBytes(Pieces.LENGTH)).hasSize(Pieces.LENGTH);
            jdbc.sql("update support_file set content = null where file_id = :id")
                    .param("id", file.id())
                    .update();
            assertThatIOException().isThrownBy(begun::readAllBytes);
        }
    }

    @Test
    void files_that_come_at_once_do_not_pass_the_bound_together() {
        var large = new KeptFile("акт.pdf", Paper.Kind.PDF, new byte[Paper.MOST_BYTES]);
        for (var i = 0; i < 4; i++) {
            asking.asked(household.id(), "Акт", large);
        }

        var taken = Stream.of(1, 2, 3).map(one -> CompletableFuture.supplyAsync(() -> isTaken(large))).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(taken).containsExactlyInAnyOrder(true, false, false);
        assertThat(own.of(household.id())).hasSize(5);
        assertThat(own.keptBytes(household.id())).isEqualTo(5L * Paper.MOST_BYTES);
    }

    private boolean isTaken(KeptFile file) {
        try {
            asking.asked(household.id(), "Ещё акт", file);
            return true;
        } catch (KeptBytes.TooMuch e) {
            return false;
        }
    }

    @Test
    void what_is_larger_than_all_files_together_is_not_read_in() {
        var answer = send(file("огромный.pdf", new byte[100_000_000]));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("Файл слишком большой");
        assertThat(own.of(household.id())).isEmpty();
    }

    @Test
    void five_files_go_at_once_and_no_more() {
        var small = file("снимок.png", APicture.of(40, 30).as("png"));

        assertThat(send(Collections.nCopies(6, small)).text()).contains("Не больше пяти файлов в\u00a0одном сообщении");
        assertThat(send(Collections.nCopies(5, small)).status()).isEqualTo(302);
    }

    @Test
    void a_file_alone_is_a_reply_and_its_name_may_be_anything() {
        var id = asking.asked(household.id(), "Пришлю снимок");
        var name = "x\u2028../../" + "ж".repeat(300) + "<b>\u202egpj.exe";

        var answer = visitor.postFiles(
                "/support/requests/" + id,
                Map.of("form", UUID.randomUUID().toString(), "text", "", "seen", "1"),
                List.of(file(name, APicture.of(40, 30).as("jpeg"))));

        assertThat(answer.status()).isEqualTo(302);
        var kept = own.find(Door.of(household.id(), id))
                .orElseThrow()
                .remarks()
                .getLast()
                .files()
                .getFirst();
        assertThat(kept.name()).hasSizeLessThan(90).endsWith(".jpg").doesNotContain("/", "x", "..", "<", "\u202e");
        assertThat(visitor.get("/support/requests/" + id + "/files/" + kept.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void files_of_one_person_have_a_bound_and_those_who_send_many_wait() {
        var large = new byte[Paper.MOST_BYTES];
        for (var i = 0; i < 5; i++) {
            asking.asked(household.id(), "Акт", new KeptFile("акт.pdf", Paper.Kind.PDF, large));
        }

        assertThat(send(file("ещё.png", APicture.of(40, 30).as("png"))).text())
                .contains("Больше 50\u00a0МБ файлов мы не храним");
        assertThat(visitor.post("/support", Asking.form(account, "Без файла")).status())
                .isEqualTo(302);

        var other = visitors.household();
        while (limits.take(SupportLimits.FILES, other.id().toString())) {
            clock.pass(Duration.ofMillis(1));
        }
        assertThat(visitors.signedIn(other)
                        .postFiles("/support", Asking.form(null, "Много"), List.of(file("я.png", bytes("x"))))
                        .text())
                .contains("Слишком много файлов подряд. Отправьте без них или подождите 5\u00a0минут");
    }

    @Test
    void a_line_of_text_in_place_of_a_file_is_no_file() {
        var form = Asking.form(account, "Вот снимок");
        form.put("files", "text");

        assertThat(visitor.post("/support", form).status()).isEqualTo(302);
        assertThat(own.keptBytes(household.id())).isZero();
    }

    private Visitor.Answer send(Upload... files) {
        return send(List.of(files));
    }

    private Visitor.Answer send(List<Upload> files) {
        return visitor.postFiles("/support", Asking.form(account, "Вот снимок"), files);
    }

    private static Upload file(String name, byte[] content) {
        return new Upload("files", name, content);
    }

    private static RequestId idOf(Visitor.Answer answer) {
        return RequestId.from(answer.location().replaceAll("\\D", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
