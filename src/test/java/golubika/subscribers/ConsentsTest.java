package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ConsentsTest {

    private static final Pattern COPY = Pattern.compile("/signatures/[0-9a-f-]+/copy\\.pdf");
    private static final Map<String, String> PASSWORD = Map.of("password", Visitors.PASSWORD);

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Consents consents;

    @Autowired
    Signatures signatures;

    @Autowired
    SignedCopy copies;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void each_edition_says_in_a_few_words_what_it_has_changed(Document document) {
        var edition = document.text().edition();

        assertThat(document.changesSince("Редакция, которой нет").getFirst().edition())
                .isEqualTo(edition);
        assertThat(document.changesSince(edition)).isEmpty();
        assertThat(document.changesSince(null)).isEmpty();
        assertThat(document.changesSince("Редакция от 1 ноября 2026"))
                .singleElement()
                .satisfies(change -> assertThat(change.words()).hasSizeBetween(20, 300));
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_is_asked_for_says_what_changed_and_nothing_works_before(Document document) {
        var household = visitors.household();
        signedEarlier(household, document);
        var visitor = visitors.signedIn(household);

        assertThat(visitor.get("/settings").location()).isEqualTo("/consent");
        assertThat(visitor.get("/consent").text())
                .contains("Что изменилось", document.changesSince("").getFirst().words());
        assertThat(visitor.post("/consent", Map.of("agree", "yes", "version", document.version()))
                        .location())
                .isEqualTo("/");

        assertThat(visitor.get("/settings").text())
                .contains("Прежняя редакция", document.text().edition());
        assertThat(mailbox.of(household.login()).getFirst().body())
                .contains(document.text().edition());
    }

    @Test
    void nobody_signs_words_that_they_have_not_read() {
        var household = visitors.household();
        signedEarlier(household, Document.PERSONAL_DATA);
        var visitor = visitors.signedIn(household);

        assertThat(visitor.post("/consent", Map.of("agree", "yes", "version", "older-yet"))
                        .text())
                .contains("Пока вы читали, текст обновился");
        assertThat(visitor.get("/settings").location()).isEqualTo("/consent");
    }

    @Test
    void the_signed_copy_holds_the_very_words_and_who_signed_them_when_and_from_where() throws IOException {
        var household = visitors.household();
        var subscriber = new Subscriber(household.id(), household.login());
        jdbc.sql("delete from consent where subscriber_id = :id")
                .param("id", household.id().value())
                .update();
        consents.sign(subscriber, Document.PERSONAL_DATA, new Caller("203.0.113.7", "Android, Яндекс Браузер"));

        var signature = signatures.of(household.id()).getFirst();
        var text = text(copies.pdf(signature));

        assertThat(text)
                .isEqualTo(spaced(Document.PERSONAL_DATA.text().words().replace("## ", "")
                        + " Подписано простой электронной подписью"
                        + " Логин: " + household.login()
                        + " Дата и время: 20 ноября 2026, 15:00:00, московское время (UTC+3)"
                        + " Версия: " + Document.PERSONAL_DATA.text().edition()
                        + " SHA-256 текста: " + Document.PERSONAL_DATA.version()
                        + " Сетевой адрес: 203.0.113.7 Устройство: Android, Яндекс Браузер"));
    }

    @Test
    void settings_list_what_was_signed_to_be_read_and_downloaded_by_its_owner_alone() {
        var visitor = visitors.signedIn(visitors.household());
        var settings = visitor.get("/settings").text();
        var copy = COPY.matcher(settings);
        assertThat(copy.find()).isTrue();
        var path = copy.group();

        assertThat(settings).contains("Подписано 20\u00a0ноября 2026, 15:00");
        assertThat(visitor.get(path).header("Content-Type")).isEqualTo("application/pdf");
        assertThat(visitor.get(path).header("Content-Disposition")).startsWith("attachment");
        assertThat(visitor.get(path.replace("/copy.pdf", "")).text()).contains("<h1>");

        var other = visitors.signedIn(visitors.household());
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path.replace("/copy.pdf", "")).status()).isEqualTo(404);
        assertThat(visitor.get("/signatures/none").status()).isEqualTo(404);
    }

    @Test
    void a_withdrawn_consent_closes_the_cabinet_everywhere_and_signing_again_keeps_it() {
        var household = visitors.household();
        var here = visitors.signedIn(household);
        var elsewhere = visitors.signedIn(household);

        assertThat(here.get("/withdrawal").text()).contains("Что будет, если отозвать согласие", "4\u00a0декабря 2026");
        assertThat(here.post("/withdrawal", PASSWORD).location()).isEqualTo("/consent");

        assertThat(here.get("/settings").location()).isEqualTo("/consent");
        assertThat(elsewhere.get("/settings").status()).isEqualTo(302);
        assertThat(here.get("/consent").text())
                .contains("Вы отозвали согласие", "Кабинет будет удалён 4\u00a0декабря 2026");
        assertThat(here.get("/deletion").text())
                .contains("подпишите согласие снова", "href=\"/consent\"")
                .doesNotContain("Оставить кабинет", "работает как обычно");
        assertThat(mailbox.of(household.login()))
                .extracting(Mailbox.Letter::subject)
                .contains("Личный кабинет будет удалён");
        assertThat(here.post("/deletion/cancellation", Map.of()).location()).isEqualTo("/consent");
        assertThat(due(household)).isTrue();

        clock.pass(Duration.ofDays(1));
        sign(here, Document.PERSONAL_DATA);
        assertThat(due(household)).isFalse();
        assertThat(here.get("/settings").text())
                .contains("Отозвано 20\u00a0ноября 2026", "Подписано 21\u00a0ноября 2026");
    }

    @Test
    void who_withdraws_after_a_wish_to_leave_has_the_promised_days_all_the_same() {
        var household = visitors.household();
        visitors.signedIn(household).post("/deletion", PASSWORD);
        clock.pass(Duration.ofDays(13));
        var visitor = visitors.signedIn(household);

        visitor.post("/withdrawal", PASSWORD);

        assertThat(visitor.get("/consent").text()).contains("Кабинет будет удалён 17\u00a0декабря 2026");
    }

    @Test
    void withdrawing_takes_the_password() {
        var household = visitors.household();
        var visitor = visitors.signedIn(household);

        assertThat(visitor.post("/withdrawal", Map.of()).text()).contains("e-password", "Наберите пароль");
        assertThat(visitor.post("/withdrawal", Map.of("password", "wrong7")).text())
                .contains("e-password", "не подошёл");
        assertThat(visitor.get("/settings").status()).isEqualTo(200);
    }

    private static void sign(Visitor visitor, Document document) {
        assertThat(visitor.post("/consent", Map.of("agree", "yes", "version", document.version()))
                        .location())
                .isEqualTo("/");
    }

    private void signedEarlier(Visitors.Household household, Document document) {
        jdbc.sql("""
                insert into signed_document (version, words)
                values (:version, 'Документ\nПрежняя редакция\n\nПрежние слова.')
                on conflict do nothing
                """).param("version", "former " + document.name()).update();
        jdbc.sql("update consent set version = :version where subscriber_id = :id and document = :document")
                .param("version", "former " + document.name())
                .param("id", household.id().value())
                .param("document", document.name())
                .update();
    }

    private boolean due(Visitors.Household household) {
        return jdbc.sql("select removal_due_at is not null from subscriber where subscriber_id = :id")
                .param("id", household.id().value())
                .query(Boolean.class)
                .single();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return spaced(new PDFTextStripper().getText(document));
        }
    }

    /// Where lines break is the page's business.
    private static String spaced(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
