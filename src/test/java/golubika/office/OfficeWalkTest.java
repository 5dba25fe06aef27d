package golubika.office;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.accounts.PinApplication.Written;
import golubika.accounts.PinApplications;
import golubika.audit.Caller;
import golubika.files.Paper;
import golubika.subscribers.Passwords;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.support.Desk;
import golubika.support.KeptFile;
import golubika.support.RequestId;
import golubika.support.Requests;
import golubika.support.Said;
import golubika.support.SendRequest;
import golubika.support.Topic;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route of the office as staff of two suppliers, at the portal's own desk, as a subscriber and as nobody.
/// A
/// new route has to be given its line in [#DECISIONS].
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeWalkTest {

    /// Who comes along.
    enum Who {
        GUEST,
        /// Whose application and request it is.
        SUBSCRIBER,
        OWN,
        /// Of another supplier.
        OTHER,
        /// At the portal's own desk.
        PORTAL
    }

    /// Who may go on. Of the others, staff get 404: what another desk has is not there. The rest is led to the sign-in.
    private enum Decision {
        ALL(Set.of(Who.values())),
        STAFF(Set.of(Who.OWN, Who.OTHER, Who.PORTAL)),
        DESK(Set.of(Who.OWN));

        final Set<Who> may;

        Decision(Set<Who> may) {
            this.may = may;
        }
    }

    private static final Map<String, Decision> DECISIONS = decisions("""
            ALL    GET  /office/login
            ALL    POST /office/login
            ALL    POST /office/theme
            STAFF  GET  /office
            STAFF  GET  /office/log
            STAFF  GET  /office/password
            STAFF  POST /office/password
            DESK   GET  /office/applications/{account}/{application}
            STAFF  GET  /office/applications/{account}/{application}/grant
            DESK   POST /office/applications/{account}/{application}/grant
            STAFF  GET  /office/applications/{account}/{application}/revocation
            DESK   POST /office/applications/{account}/{application}/revocation
            DESK   GET  /office/applications/{account}/{application}/refusal
            DESK   POST /office/applications/{account}/{application}/refusal
            DESK   GET  /office/requests/{request}
            STAFF  GET  /office/requests/{request}/answer
            DESK   POST /office/requests/{request}/answer
            STAFF  GET  /office/requests/{request}/close
            DESK   POST /office/requests/{request}/close
            DESK   GET  /office/requests/{request}/files/{file}
            """);

    private static final SupplierCode OTHER = new SupplierCode("other-office");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    StaffBook book;

    @Autowired
    Passwords passwords;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    PinApplications applications;

    @Autowired
    SendRequest support;

    @Autowired
    Requests requests;

    @Autowired
    Visitors visitors;

    private final Map<Who, Visitor> people = new EnumMap<>(Who.class);
    private AnAccount account;
    private UUID application;
    private RequestId request;
    private UUID file;
    private Visitors.Household household;

    @BeforeAll
    void everybody() {
        ASupplier.in(suppliers, jdbc);
        ASupplier.in(suppliers, jdbc, OTHER, usual -> usual);
        var office = new AnOffice(book, passwords, visitors);
        account = AnAccount.anAccount(jdbc);
        household = visitors.household();
        linkAccount.link(household.id(), suppliers.get(ASupplier.CODE), account.number());
        people.put(Who.GUEST, visitors.guest());
        people.put(Who.SUBSCRIBER, visitors.signedIn(household));
        people.put(Who.OWN, office.atWork(office.somebody(ASupplier.CODE)));
        people.put(Who.OTHER, office.atWork(office.somebody(OTHER)));
        people.put(Who.PORTAL, office.atWork(office.somebody(null)));
    }

    // A walk answers what it meets.
    @BeforeEach
    void asItWas() {
        jdbc.sql("delete from pin_application where account_id = :account")
                .param("account", account.id().value())
                .update();
        jdbc.sql("delete from limit_bucket where limit_name like 'pin-application%'")
                .update();
        applications.send(
                household.id(),
                links.find(household.id(), account.id()).orElseThrow(),
                new Written("Клюквина Анна", "Лесная, 5", "", ""),
                Caller.PORTAL);
        var link = links.find(household.id(), account.id()).orElseThrow();
        var pdf = new KeptFile("act.pdf", Paper.Kind.PDF, new byte[] {1});
        var said = new Said("Не тот расход", List.of(pdf));
        request = support.send(household.id(), link, new SendRequest.Question(UUID.randomUUID(), Topic.CHARGES, said))
                .id();
        file = requests.thread(new Desk(ASupplier.CODE), request)
                .orElseThrow()
                .request()
                .remarks()
                .getFirst()
                .files()
                .getFirst()
                .id();
        application =
                applications.latest(household.id(), account.id()).orElseThrow().id();
    }

    @Test
    void every_route_has_a_decision_and_every_decision_a_route() {
        assertThat(routes()).isEqualTo(DECISIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("walks")
    void whoever_may_goes_on_and_nobody_else_does(String route) {
        var decision = DECISIONS.get(route);
        for (var who : Who.values()) {
            asItWas();
            var answer = go(people.get(who), route);

            assertThat(what(answer))
                    .as("%s as %s: %s %s", route, who, answer.status(), answer.location())
                    .isEqualTo(decision.may.contains(who) ? "goes on" : turnedAway(who));
        }
    }

    @ParameterizedTest
    @MethodSource("posts")
    void a_form_that_is_not_ours_is_refused(String route) {
        var path = path(route.split(" ")[1]);

        assertThat(people.get(Who.OWN).postAsIs(path, Map.of()).status()).isEqualTo(403);
        assertThat(applications
                        .latest(household.id(), account.id())
                        .orElseThrow()
                        .closedAt())
                .isNull();
    }

    @Test
    void the_queue_shows_ones_own_supplier_alone() {
        assertThat(people.get(Who.OWN).get("/office").text()).contains(account.number());
        assertThat(people.get(Who.OTHER).get("/office").text()).doesNotContain(account.number());
        assertThat(people.get(Who.PORTAL).get("/office").text())
                .doesNotContain(account.number())
                .doesNotContain("Заявок на PIN-код");
    }

    @Test
    void what_concerns_no_supplier_waits_at_the_portals_own_desk() {
        var said = new Said("Не приходит код", List.of());
        var own = support.send(household.id(), null, new SendRequest.Question(UUID.randomUUID(), Topic.ENTRANCE, said))
                .id();

        assertThat(people.get(Who.PORTAL).get("/office").text()).contains("Не приходит код");
        assertThat(people.get(Who.PORTAL).get("/office/requests/" + own).status())
                .isEqualTo(200);
        assertThat(people.get(Who.OWN).get("/office").text()).doesNotContain("Не приходит код");
        assertThat(people.get(Who.OWN).get("/office/requests/" + own).status()).isEqualTo(404);
        assertThat(people.get(Who.OWN).get("/office/requests/nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void the_log_shows_ones_own_supplier_alone() {
        people.get(Who.OWN).get(path("/office/applications/{account}/{application}"));

        assertThat(people.get(Who.OWN).get("/office/log").text()).contains("Просмотр заявки", account.number());
        assertThat(people.get(Who.OTHER).get("/office/log").text()).doesNotContain(account.number());
        assertThat(people.get(Who.PORTAL).get("/office/log").text()).doesNotContain(account.number());
    }

    @Test
    void an_application_of_another_account_is_not_there() {
        var elsewhere = AnAccount.anAccount(jdbc);

        assertThat(people.get(Who.OWN)
                        .get("/office/applications/" + elsewhere.id() + "/" + application)
                        .status())
                .isEqualTo(404);
        assertThat(people.get(Who.OWN).get("/office/applications/nonsense/1").status())
                .isEqualTo(404);
    }

    static Set<String> walks() {
        return DECISIONS.keySet();
    }

    static Set<String> posts() {
        return DECISIONS.keySet().stream()
                .filter(route -> route.startsWith("POST"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String turnedAway(Who who) {
        return who == Who.GUEST || who == Who.SUBSCRIBER ? "led to /office/login" : "refused with 404";
    }

    private static String what(Visitor.Answer answer) {
        return switch (answer.status()) {
            case 200, 409, 422 -> "goes on";
            case 302 -> answer.location().startsWith("/office/login") ? "led to /office/login" : "goes on";
            default -> "refused with " + answer.status();
        };
    }

    private Visitor.Answer go(Visitor visitor, String route) {
        var parts = route.split(" ");
        return parts[0].equals("GET") ? visitor.get(path(parts[1])) : visitor.post(path(parts[1]), Map.of());
    }

    private String path(String pattern) {
        return pattern.replace("{account}", account.id().toString())
                .replace("{application}", application.toString())
                .replace("{request}", request.toString())
                .replace("{file}", file.toString());
    }

    private Set<String> routes() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(OfficeWalkTest::each)
                .filter(route -> route.contains(" /office"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> each(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        // One that answers to every method has no place in the table, and so is noticed.
        var named = methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
        var all = named.toList();
        return route.getPatternValues().stream().flatMap(path -> all.stream().map(method -> method + " " + path));
    }

    private static Map<String, Decision> decisions(String table) {
        var decisions = new TreeMap<String, Decision>();
        table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" +"))
                .forEach(line -> decisions.put(line[1] + " " + line[2], Decision.valueOf(line[0])));
        return decisions;
    }
}
