package golubika.portal;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.limits.Limits;
import golubika.suppliers.Suppliers;
import golubika.suppliers.Switches;
import golubika.testing.APicture;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReadingsPageTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Visitors visitors;

    @Autowired
    Limits limits;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
    }

    @Test
    void the_form_says_until_when_and_what_the_meter_showed_before() {
        var account = oneMeter();

        assertThat(plain(connected(account).get(readings(account)).text()))
                .contains("Приём открыт до 25 ноября", "Прошлое, 23 октября", "27 927", "Показание сейчас, м³");
    }

    @Test
    void the_price_is_shown_before_sending() {
        var account = oneMeter();
        var visitor = connected(account);

        var preview = visitor.post(readings(account) + "/preview?meter=1", Map.of("now1", "28 176"));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(plain(preview.text()))
                .contains("249 м³", "8,94000 ₽", "2 226,06 ₽")
                .doesNotContain("<html");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void a_sent_reading_is_there_at_once() {
        var account = oneMeter();
        var visitor = connected(account);

        var answer = visitor.post(readings(account), Map.of("now1", "28176"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(plain(visitor.get(readings(account) + "?sent").text()))
                .contains("Показания переданы", "показание 28 176 принято за ноябрь", "Передано 20 ноября");
        assertThat(plain(visitor.get("/").text())).contains("Показание за ноябрь принято");
        assertThat(values(account)).isEqualTo("28176");
    }

    @Test
    void a_mistake_is_told_at_its_field_and_what_was_typed_stays() {
        var account = oneMeter();

        var answer = connected(account).post(readings(account), Map.of("now1", "26176"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(plain(answer.text()))
                .contains("Меньше прошлого показания, 27 927", "value=\"26176\"", "id=\"e-now1\"");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void letters_and_an_empty_form_are_told_what_to_type() {
        var account = oneMeter();
        var visitor = connected(account);

        assertThat(visitor.post(readings(account), Map.of("now1", "28,5")).text())
                .contains("Нужны только цифры");
        assertThat(visitor.post(readings(account), Map.of("now1", " ")).text()).contains("Введите показание счётчика");
    }

    @Test
    void the_unlikely_is_asked_back_and_taken_when_confirmed() {
        var account = oneMeter();
        var visitor = connected(account);

        var asked = visitor.post(readings(account), Map.of("now1", "33000"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Сверьте число со счётчиком", "name=\"sure1\"");
        assertThat(values(account)).isEmpty();

        assertThat(visitor.post(readings(account), Map.of("now1", "33000", "sure1", "33000"))
                        .status())
                .isEqualTo(302);
        assertThat(values(account)).isEqualTo("33000");
    }

    @Test
    void the_answer_to_one_value_is_no_answer_to_another() {
        var account = oneMeter();
        var visitor = connected(account);

        var asked = visitor.post(readings(account), Map.of("now1", "93000", "sure1", "33000"));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Сверьте число со счётчиком", "name=\"sure1\" value=\"93000\"");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void what_the_full_version_has_sent_the_basic_one_cannot_replace() {
        var account = oneMeter();
        var owner = connected(account);
        full();
        owner.post(readings(account), Map.of("now1", "27947"));
        var stranger = connected(account);
        var kept = "Показание за ноябрь уже передано из полной версии, исправить его можно только там";

        assertThat(stranger.post(readings(account) + "/preview?meter=1", Map.of("now1", "27950"))
                        .text())
                .contains(kept);
        var answer = stranger.post(readings(account), Map.of("now1", "27950"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(kept);
        assertThat(values(account)).isEqualTo("27947");
        jdbc.sql("update reading set state = 'ACCEPTED' where account_id = :id")
                .param("id", account.id().value())
                .update();
        stranger.post(readings(account), Map.of("now1", "27950"));
        assertThat(values(account)).isEqualTo("27947");
    }

    @Test
    void what_the_full_version_confirms_is_its_own() {
        var account = oneMeter();
        var owner = connected(account);
        full();
        var stranger = connected(account);
        stranger.post(readings(account), Map.of("now1", "27947"));

        owner.post(readings(account), Map.of("now1", "27947"));

        assertThat(stranger.post(readings(account), Map.of("now1", "27950")).status())
                .isEqualTo(422);
        assertThat(values(account)).isEqualTo("27947");
    }

    @Test
    void the_list_tells_whose_a_reading_is_and_names_nobody() {
        var account = oneMeter();
        var owner = connected(account);
        var other = connected(account);
        full();
        owner.post(readings(account), Map.of("now1", "27947"));
        assertThat(owner.get(readings(account)).text()).contains("от вас");

        other.post(readings(account), Map.of("now1", "27950"));

        assertThat(plain(owner.get(readings(account)).text()))
                .contains("от другого человека, полная версия", "27 950")
                .doesNotContain("от вас");
    }

    @Test
    void a_meter_whose_readings_stopped_counting_is_said_to_be_so() {
        switched(_ -> ASupplier.flipped("readingsAfterVerification"));
        var account = oneMeter().verifiedUntil(LocalDate.of(2026, 9, 14));
        var visitor = connected(account);

        assertThat(plain(visitor.get(readings(account)).text()))
                .contains("Поверка счётчика закончилась 14 сентября 2026. Показание передать можно");
        assertThat(plain(visitor.get("/").text()))
                .contains("Показания не учитывают, пока счётчик не поверят")
                .doesNotContain("Ждём показания", account.id() + "/readings");
    }

    @Test
    void of_two_meters_each_has_its_own_outcome() {
        var account = oneMeter().withMeter("M2", "55501", 5, 1_284);
        var visitor = connected(account);

        var answer = visitor.post(readings(account), Map.of("now1", "28176", "now2", "1000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(plain(answer.text()))
                .contains("Меньше прошлого показания, 01 284")
                .doesNotContain("id=\"e-now1\"");
        assertThat(plain(answer.text())).contains("Передано 20 ноября");
        assertThat(values(account)).isEqualTo("28176");
    }

    @Test
    void sending_may_lead_on_to_paying() {
        var account = oneMeter();

        assertThat(connected(account)
                        .post(readings(account), Map.of("now1", "28176", "then", "pay"))
                        .location())
                .endsWith("/accounts/" + account.id() + "/pay");
    }

    @Test
    void without_a_meter_the_page_says_that_nothing_is_to_be_sent() {
        var account = AnAccount.anAccount(jdbc);

        assertThat(connected(account).get(readings(account)).text()).contains("Счётчика нет");
    }

    @Test
    void after_the_window_it_is_said_before_and_after_sending_for_which_month_it_counts() {
        clock.set(Instant.parse("2026-11-27T09:00:00Z"));
        var account = oneMeter();
        var visitor = connected(account);

        assertThat(visitor.get(readings(account)).text())
                .contains("Приём за этот месяц окончен: показание зачтут за декабрь");
        visitor.post(readings(account), Map.of("now1", "28176"));
        assertThat(plain(visitor.get(readings(account) + "?sent").text()))
                .contains("показание 28 176 принято за декабрь", "До 25 декабря");
    }

    @Test
    void a_reading_that_the_billing_has_taken_over_is_said_to_be() {
        var account = oneMeter();
        var visitor = connected(account);
        visitor.post(readings(account), Map.of("now1", "28176"));

        jdbc.sql("update reading set state = 'ACCEPTED' where account_id = :id")
                .param("id", account.id().value())
                .update();

        assertThat(plain(visitor.get(readings(account)).text())).contains("Учтено 20 ноября");
        assertThat(plain(visitor.get("/").text())).contains("Показание за ноябрь принято");
        visitor.post(readings(account), Map.of("now1", "28176"));
        assertThat(values(account)).isEqualTo("28176");
    }

    @Test
    void a_reading_that_the_billing_refused_is_shown_with_its_reason_until_another_is_sent() {
        var account = oneMeter();
        var visitor = connected(account);
        visitor.post(readings(account), Map.of("now1", "28176"));
        jdbc.sql("update reading set state = 'REFUSED', reason = 'Не сходится с фото' where account_id = :id")
                .param("id", account.id().value())
                .update();

        assertThat(plain(visitor.get(readings(account)).text()))
                .contains("Показание 28 176 от 20 ноября поставщик не принял", "Не сходится с фото");
        clock.pass(Duration.ofHours(1));
        visitor.post(readings(account), Map.of("now1", "28150"));
        assertThat(plain(visitor.get(readings(account)).text()))
                .doesNotContain("поставщик не принял")
                .contains("не принято: Не сходится с фото");
    }

    @Test
    void without_the_full_version_the_list_holds_what_the_person_has_sent_and_no_more() {
        var account = oneMeter();
        var first = connected(account);
        var second = connected(account);
        first.post(readings(account), Map.of("now1", "28176"));

        assertThat(first.get(readings(account)).text()).contains("Что вы передали", "передано поставщику");
        assertThat(second.get(readings(account)).text()).doesNotContain("Что вы передали");
        full();
        assertThat(second.get(readings(account)).text())
                .contains("Что передано", "от другого человека, упрощённая версия");
    }

    @Test
    void the_supplier_s_switches_decide_who_may_send() {
        var account = oneMeter();
        var visitor = connected(account);

        switched(_ -> ASupplier.flipped("readingsInBasic"));
        assertThat(visitor.get(readings(account)).status()).isEqualTo(403);
        assertThat(visitor.post(readings(account), Map.of("now1", "28176")).status())
                .isEqualTo(403);
        full();
        assertThat(visitor.get(readings(account)).status()).isEqualTo(200);
        switched(_ -> ASupplier.flipped("readingsInFull"));
        assertThat(visitor.get(readings(account)).status()).isEqualTo(403);
        assertThat(values(account)).isEmpty();
    }

    @Test
    void a_meter_that_was_replaced_is_told_of_with_what_it_showed_last() {
        var account = oneMeter().withMeter("M2", "00999111", 5, 4);
        jdbc.sql("""
                update meter set status = 'REMOVED', last_date = date '2026-11-12', last_value = 28100
                where account_id = :id and meter_id = 'M1'
                """).param("id", account.id().value()).update();
        jdbc.sql("""
                update meter set installed = date '2026-11-12', first_value = 4, last_date = null, last_value = null
                where account_id = :id and meter_id = 'M2'
                """).param("id", account.id().value()).update();
        var visitor = connected(account);
        full();

        assertThat(plain(visitor.get(readings(account)).text()))
                .contains(
                        "Счётчик № 00417385 снят. Его последнее показание, 12 ноября: 28 100",
                        "При установке, 12 ноября",
                        "00 004");
        visitor.post(readings(account), Map.of("now1", "61"));
        assertThat(values(account)).isEqualTo("61");
    }

    @Test
    void each_of_two_meters_is_priced_by_itself() {
        var account = oneMeter().withMeter("M2", "55501", 5, 1_284);
        var visitor = connected(account);

        assertThat(plain(visitor.post(readings(account) + "/preview?meter=1", Map.of("now1", "28176", "now2", "1300"))
                        .text()))
                .contains("249 м³", "2 226,06 ₽", "Это прогноз");
        assertThat(plain(visitor.post(readings(account) + "/preview?meter=2", Map.of("now1", "28176", "now2", "1300"))
                        .text()))
                .contains("16 м³", "143,04 ₽");
    }

    @Test
    void a_price_that_changed_since_the_last_reading_is_told_with_its_day() {
        var account = oneMeter();
        jdbc.sql("update meter set last_date = date '2026-06-23' where account_id = :id")
                .param("id", account.id().value())
                .update();

        assertThat(plain(connected(account)
                        .post(readings(account) + "/preview?meter=1", Map.of("now1", "28176"))
                        .text()))
                .contains("Цена изменилась 1 июля: часть объёма посчитают по прежней");
    }

    @Test
    void a_photo_goes_with_its_reading_and_is_seen_by_its_sender_alone_in_basic() {
        var account = oneMeter();
        var sender = connected(account);
        var other = connected(account);

        assertThat(send(sender, account, "28176", APicture.of(800, 600).held(6)).status())
                .isEqualTo(302);

        var photo = photo(sender, account);
        var answer = sender.get(photo);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).doesNotContain("Exif", "Berryphone");
        assertThat(other.get(photo).status()).isEqualTo(404);
        assertThat(visitors.signedIn(visitors.household()).get(photo).status()).isEqualTo(404);
        assertThat(visitors.guest().get(photo).status()).isNotEqualTo(200);
        full();
        assertThat(other.get(photo).status()).isEqualTo(200);
    }

    @Test
    void a_file_that_is_no_photo_loses_the_photo_and_not_the_reading() {
        var account = oneMeter();
        var visitor = connected(account);
        var drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);

        var answer = send(visitor, account, "28176", drawing);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(plain(answer.text()))
                .contains("Показание принято, а фото нет: это не фотография", "id=\"e-photo1\"", "Передано")
                .doesNotContain("<svg xmlns='http");
        assertThat(values(account)).isEqualTo("28176");
        assertThat(photos(account)).isZero();
        assertThat(send(visitor, account, "", APicture.of(80, 60).as("png")).status())
                .as("the photo alone, later")
                .isEqualTo(302);
        assertThat(photos(account)).isEqualTo(1);
    }

    @Test
    void a_bomb_and_an_oversized_photo_are_told_so() {
        var account = oneMeter();
        var visitor = connected(account);

        assertThat(send(visitor, account, "28176", APicture.claiming(20_000, 20_000))
                        .text())
                .contains("слишком много точек");
        assertThat(send(visitor, account, "28176", new byte[10_600_000]).text()).contains("файл больше 10 МБ");
        assertThat(values(account)).isEqualTo("28176");
        assertThat(photos(account)).isZero();
    }

    @Test
    void who_sends_many_photos_waits_and_loses_no_reading() {
        var account = oneMeter();
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        while (limits.take(SendReadings.PHOTOS, household.id().toString())) {
            clock.pass(Duration.ofMillis(1));
        }

        var picture = APicture.of(80, 60).as("jpeg");
        var visitor = visitors.signedIn(household);
        assertThat(send(visitor, account, "28176", picture).text()).contains("много фото подряд");
        assertThat(values(account)).isEqualTo("28176");
        clock.pass(SendReadings.PHOTOS.refill());
        assertThat(send(visitor, account, "", picture).status()).isEqualTo(302);
        assertThat(photos(account)).isEqualTo(1);
    }

    @Test
    void what_is_much_too_large_is_not_read_in_and_gets_a_page_that_says_so() {
        var account = oneMeter();
        var visitor = connected(account);

        var answer = send(visitor, account, "28176", new byte[100_000_000]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("Файл слишком большой", "не больше 10 МБ");
        assertThat(values(account)).isEmpty();
    }

    @Test
    void a_photo_without_any_reading_and_one_with_a_refused_reading_are_asked_for_again() {
        var account = oneMeter();
        var visitor = connected(account);
        var picture = APicture.of(80, 60).as("jpeg");

        assertThat(send(visitor, account, "", picture).text())
                .contains("Введите показание счётчика", "Впишите показание и выберите фото ещё раз");
        assertThat(send(visitor, account, "26176", picture).text())
                .contains("Меньше прошлого показания", "Фото не сохранили: выберите его ещё раз");
        assertThat(photos(account)).isZero();
    }

    private Visitor.Answer send(Visitor visitor, AnAccount account, String value, byte[] photo) {
        return visitor.postFiles(
                readings(account),
                Map.of("now1", value),
                List.of(new Visitor.Upload("photo1", "C:\\photo.jpg", photo)));
    }

    private String photo(Visitor visitor, AnAccount account) {
        var link = Pattern.compile("/accounts/[0-9a-f]{16}/photos/[0-9a-f-]{36}")
                .matcher(visitor.get(readings(account)).text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private int photos(AnAccount account) {
        return jdbc.sql("select count(*) from meter_photo where account_id = :account")
                .param("account", account.id().value())
                .query(Integer.class)
                .single();
    }

    /// Opens the full version of everything that is connected.
    private void full() {
        jdbc.sql("update account_link set level = 'FULL'").update();
    }

    private void switched(UnaryOperator<Switches> changed) {
        ASupplier.in(suppliers, jdbc, ASupplier.CODE, changed);
    }

    private AnAccount oneMeter() {
        return AnAccount.anAccount(jdbc).withMeter("M1", "00417385", 5, 27_927);
    }

    private Visitor connected(AnAccount account) {
        var household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        return visitors.signedIn(household);
    }

    private String values(AnAccount account) {
        return jdbc.sql("select coalesce(string_agg(value::text, ','), '') from reading where account_id = :account")
                .param("account", account.id().value())
                .query(String.class)
                .single();
    }

    private static String readings(AnAccount account) {
        return "/accounts/" + account.id() + "/readings";
    }

    private static String plain(String html) {
        return html.replace('\u00a0', ' ');
    }
}
