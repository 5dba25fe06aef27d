package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class ProfilesTest {

    @Autowired
    Visitors visitors;

    @Test
    void the_home_page_greets_by_the_name_and_by_none_when_it_is_taken_away() {
        var visitor = visitors.signedIn(visitors.household());
        assertThat(visitor.get("/").text()).doesNotContain("Здравствуйте");

        var answer = visitor.post("/settings/profile", Map.of("name", "  Вера   Павловна "));

        assertThat(answer.location()).isEqualTo("/settings#profile");
        assertThat(visitor.get("/settings").text()).contains("Запомнили", "value=\"Вера Павловна\"");
        assertThat(visitor.get("/").text()).contains("Здравствуйте, Вера Павловна!");
        visitor.post("/settings/profile", Map.of("name", " \u200b "));
        assertThat(visitor.get("/").text()).doesNotContain("Здравствуйте");
    }

    @Test
    void a_name_cannot_turn_the_line_around_nor_bring_markup() {
        var visitor = visitors.signedIn(visitors.household());

        assertThat(visitor.post("/settings/profile", Map.of("name", "\u202eВера\u2066\n<b>"))
                        .location())
                .isEqualTo("/settings#profile");

        assertThat(visitor.get("/").text()).contains("Здравствуйте, Вера &lt;b");
    }

    @Test
    void a_name_that_is_too_long_stays_in_its_field() {
        var visitor = visitors.signedIn(visitors.household());
        var longest = "я".repeat(Profiles.LONGEST_NAME);

        assertThat(visitor.post("/settings/profile", Map.of("name", longest + "я"))
                        .text())
                .contains("e-name", "Хватит 60 символов", longest + "я");
        assertThat(visitor.post("/settings/profile", Map.of("name", longest)).status())
                .isEqualTo(302);
    }
}
