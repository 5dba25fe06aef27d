package golubika.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.Golubika;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SessionsTest {

    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36";

    @Autowired
    Visitors visitors;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_session_is_listed_with_its_device_and_a_part_of_its_address() {
        var household = visitors.household();
        var phone = visitors.guest().calling(ANDROID);
        signIn(phone, household);
        var desk = visitors.signedIn(household);

        var page = desk.get("/settings").text();
        assertThat(page).contains("Android, Chrome", "Linux, Firefox", "Это вы", "198.18.");
        assertThat(page).doesNotContain(phone.network(), desk.network());
        assertThat(page.split("name=\"session\"")).as("one can be ended").hasSize(2);
    }

    @Test
    void one_session_is_ended_and_the_others_go_on() {
        var household = visitors.household();
        var lost = visitors.guest().calling(ANDROID);
        signIn(lost, household);
        var third = visitors.signedIn(household);
        var here = visitors.signedIn(household);

        var answer = here.post("/settings/sessions/end", Map.of("session", handleOf("Android, Chrome", here)));

        assertThat(answer.location()).isEqualTo("/settings#sessions");
        assertThat(lost.get("/settings").status()).isEqualTo(302);
        assertThat(third.get("/settings").status()).isEqualTo(200);
        assertThat(here.get("/settings").text()).doesNotContain("Android");
    }

    @Test
    void nobody_ends_the_sessions_of_others() {
        var neighbour = visitors.household();
        var theirs = visitors.guest().calling(ANDROID);
        signIn(theirs, neighbour);
        var handle = handleOf("Android, Chrome", visitors.signedIn(neighbour));
        var here = visitors.signedIn(visitors.household());

        here.post("/settings/sessions/end", Map.of("session", handle));
        here.post("/settings/sessions/end-others", Map.of());

        assertThat(theirs.get("/settings").status()).isEqualTo(200);
    }

    @Test
    void all_others_are_ended_and_their_devices_are_news_again() {
        var household = visitors.household();
        var elsewhere = visitors.signedIn(household);
        var here = visitors.signedIn(household);

        here.post("/settings/sessions/end-others", Map.of());

        assertThat(elsewhere.get("/settings").status()).isEqualTo(302);
        assertThat(here.get("/settings").status()).isEqualTo(200);
        assertThat(knownDevices(household)).isEqualTo(1);
        here.post("/logout", Map.of());
        signIn(here, household);
        assertThat(knownDevices(household)).as("its own stays known").isEqualTo(1);
        signIn(elsewhere, household);
        assertThat(knownDevices(household)).isEqualTo(2);
    }

    @Test
    void after_a_change_of_password_the_session_is_still_known() {
        var household = visitors.household();
        var here = visitors.guest().calling(ANDROID);
        signIn(here, household);
        here.post("/settings/password", Map.of("old", Visitors.PASSWORD, "new", "fresh8", "new2", "fresh8"));

        assertThat(here.get("/settings").text()).contains("Android, Chrome", "Это вы");
    }

    @Test
    void nothing_about_devices_is_kept_in_what_every_page_reads() {
        var household = visitors.household();
        visitors.signedIn(household).get("/settings");

        assertThat(jdbc.sql("""
                select a.attribute_name from spring_session_attributes a
                join spring_session s on s.primary_id = a.session_primary_id
                where s.principal_name = :name
                """)
                        .param("name", household.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("SPRING_SECURITY_CONTEXT");
    }

    @Test
    void a_session_is_good_at_every_node_and_survives_their_restarts() {
        var household = visitors.household();
        var here = visitors.signedIn(household);
        Visitor there;
        try (var node = node()) {
            there = here.at(address(node));
            assertThat(there.get("/settings").text()).contains("Это вы");
            var begunThere = visitors.at(address(node)).signedIn(household);
            assertThat(begunThere.at(visitors.address()).get("/settings").status())
                    .isEqualTo(200);
        }
        try (var restarted = node()) {
            assertThat(there.at(address(restarted)).get("/settings").status()).isEqualTo(200);
            here.post("/settings/sessions/end-others", Map.of());
            here.post("/logout", Map.of());
            assertThat(there.at(address(restarted)).get("/settings").status())
                    .as("ended at one, ended at all")
                    .isEqualTo(302);
        }
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(Golubika.class)
                .run(
                        "--server.port=0",
                        "--golubika.jobs=false",
                        "--golubika.demo=false",
                        "--golubika.proxies=127.0.0.1,::1",
                        "--golubika.address=" + visitors.address(),
                        "--golubika.secret=" + environment.getProperty("golubika.secret"),
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.hikari.maximum-pool-size=4");
    }

    private static String address(ConfigurableApplicationContext node) {
        return "http://localhost:" + node.getEnvironment().getRequiredProperty("local.server.port");
    }

    private int knownDevices(Visitors.Household household) {
        return jdbc.sql("select count(*) from known_device where subscriber_id = :id")
                .param("id", household.id().value())
                .query(Integer.class)
                .single();
    }

    private static void signIn(Visitor visitor, Visitors.Household household) {
        visitor.post("/login", Map.of("login", household.login(), "password", Visitors.PASSWORD));
    }

    /// What the form that ends a session sends.
    private static String handleOf(String device, Visitor visitor) {
        var page = visitor.get("/settings").text();
        var form = Pattern.compile("name=\"session\" value=\"([0-9a-f]{64})\"")
                .matcher(page.substring(page.indexOf(device)));
        if (!form.find()) {
            throw new AssertionError("no such session: " + device);
        }
        return form.group(1);
    }
}
