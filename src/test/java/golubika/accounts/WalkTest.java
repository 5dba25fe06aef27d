package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.payments.PaymentId;
import golubika.subscribers.Token;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
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

/// Walks every route of the portal as every kind of visitor. A new route has to be given its line in [#DECISIONS]: who
/// may go there is decided, never forgotten. The office is walked by `OfficeWalkTest`.
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {

    /// Who comes along.
    enum Who {
        GUEST,
        /// Has not followed the mailed link.
        UNCONFIRMED,
        /// Has not signed the consent.
        UNSIGNED,
        /// Has no account.
        NEWCOMER,
        /// Has an account, and it is another.
        NEIGHBOUR,
        BASIC,
        FULL,
        /// May look and nothing else.
        INVITED;

        static final Set<Who> INSIDE = EnumSet.range(NEWCOMER, INVITED);
        static final Set<Who> CONNECTED = EnumSet.range(BASIC, INVITED);
    }

    /// Who may go on; of the others, those inside get what stands beside it, the rest is led to their next step.
    private enum Decision {
        ALL(EnumSet.allOf(Who.class), 0),
        /// The entrance for guests, the accounts for those inside; between the two there is a next step to take.
        HOME(EnumSet.complementOf(EnumSet.of(Who.UNCONFIRMED, Who.UNSIGNED)), 0),
        /// What who has not signed may do as well.
        OWN_DATA(EnumSet.range(Who.UNSIGNED, Who.INVITED), 0),
        INSIDE(Who.INSIDE, 0),
        /// Of an account: whoever is connected.
        ACCOUNT(Who.CONNECTED, 404),
        /// Of an account: not who was invited to look only.
        ACT(EnumSet.of(Who.BASIC, Who.FULL), 403),
        /// Of an account: who has shown that it is theirs.
        SHARE(EnumSet.of(Who.FULL), 403),
        /// Of an account: who may see the person, invited or not.
        PERSON(EnumSet.of(Who.FULL, Who.INVITED), 403),
        /// A payment by FULL.
        PAYMENT(EnumSet.of(Who.FULL, Who.INVITED), 404),
        /// A photo that FULL has sent.
        PHOTO(EnumSet.of(Who.FULL, Who.INVITED), 404),
        /// A request that FULL has written, about the account of several.
        REQUEST(EnumSet.of(Who.FULL), 404),
        /// The framework forwards there; nobody asks for it.
        INTERNAL(Set.of(), 0);

        final Set<Who> may;
        final int otherwise;

        Decision(Set<Who> may, int otherwise) {
            this.may = may;
            this.otherwise = otherwise;
        }
    }

    // POST /deletion/cancellation is for who has not signed as well, and leads them to the consent: it looks the same.
    private static final Map<String, Decision> DECISIONS = decisions("""
            HOME      GET  /
            ALL       GET  /agreement
            ALL       GET  /confirm
            ALL       GET  /confirm/address
            ALL       GET  /confirm/code
            ALL       GET  /confirm/resend
            ALL       GET  /confirm/{token}
            ALL       POST /confirm/{token}
            ALL       GET  /invitations/{account}/{token}
            ALL       GET  /login
            ALL       POST /login
            ALL       GET  /login/passkey
            ALL       POST /login/passkey
            ALL       GET  /login/passkey/options
            ALL       GET  /personal-data
            ALL       GET  /calendars/{secret}
            ALL       GET  /reading/{secret}
            ALL       POST /reading/{secret}
            ALL       POST /reading/{secret}/preview
            ALL       GET  /recover
            ALL       POST /recover
            ALL       GET  /recover/sent
            ALL       GET  /recover/{token}
            ALL       POST /recover/{token}
            ALL       GET  /register
            ALL       POST /register
            ALL       GET  /register/challenge
            ALL       GET  /register/done
            ALL       GET  /support
            ALL       POST /support
            ALL       GET  /support/sent
            ALL       GET  /support/guest/{secret}
            ALL       POST /support/guest/{secret}
            ALL       POST /support/guest/{secret}/address
            ALL       POST /support/guest/{secret}/closing
            ALL       GET  /support/guest/{secret}/files/{file}
            ALL       POST /theme
            ALL       GET  /webhooks/sberbank
            ALL       POST /webhooks/sberbank
            ALL       POST /webhooks/tbank
            ALL       POST /webhooks/yookassa
            INTERNAL  ANY  /error

            ALL       POST /confirm/address
            ALL       POST /confirm/code
            ALL       POST /confirm/resend

            OWN_DATA  GET  /consent
            OWN_DATA  POST /consent
            OWN_DATA  GET  /deletion
            OWN_DATA  POST /deletion
            INSIDE    POST /deletion/cancellation
            OWN_DATA  GET  /export
            OWN_DATA  POST /export
            OWN_DATA  GET  /export/file
            OWN_DATA  POST /export/file
            OWN_DATA  GET  /signatures/{id}
            OWN_DATA  GET  /signatures/{id}/copy.pdf
            OWN_DATA  GET  /withdrawal
            OWN_DATA  POST /withdrawal

            INSIDE    GET  /readings
            INSIDE    GET  /settings
            INSIDE    GET  /settings/contacts
            INSIDE    POST /settings/contacts
            INSIDE    GET  /settings/contacts/cancel
            INSIDE    POST /settings/contacts/cancel
            INSIDE    GET  /settings/contacts/code
            INSIDE    POST /settings/contacts/code
            INSIDE    GET  /settings/contacts/remove
            INSIDE    POST /settings/contacts/remove
            INSIDE    GET  /settings/contacts/resend
            INSIDE    POST /settings/contacts/resend
            INSIDE    GET  /settings/contacts/{token}
            INSIDE    POST /settings/contacts/{token}
            INSIDE    GET  /settings/history
            INSIDE    GET  /settings/notify
            INSIDE    POST /settings/notify
            INSIDE    GET  /settings/passkeys
            INSIDE    POST /settings/passkeys
            INSIDE    GET  /settings/passkeys/options
            INSIDE    GET  /settings/passkeys/proof
            INSIDE    POST /settings/passkeys/proof
            INSIDE    GET  /settings/passkeys/{id}/name
            INSIDE    POST /settings/passkeys/{id}/name
            INSIDE    GET  /settings/passkeys/{id}/removal
            INSIDE    POST /settings/passkeys/{id}/removal
            INSIDE    GET  /settings/password
            INSIDE    POST /settings/password
            INSIDE    GET  /settings/profile
            INSIDE    POST /settings/profile
            INSIDE    GET  /settings/sessions/end
            INSIDE    POST /settings/sessions/end
            INSIDE    GET  /settings/sessions/end-others
            INSIDE    POST /settings/sessions/end-others

            INSIDE    GET  /support/requests
            REQUEST   GET  /support/requests/{id}
            REQUEST   POST /support/requests/{id}
            REQUEST   POST /support/requests/{id}/closing
            REQUEST   GET  /support/requests/{id}/files/{file}

            INSIDE    GET  /accounts/connect
            INSIDE    POST /accounts/connect
            INSIDE    GET  /accounts/connect/code
            INSIDE    POST /accounts/connect/code
            INSIDE    GET  /accounts/connect/hint
            INSIDE    POST /accounts/connect/number
            INSIDE    GET  /accounts/connect/suppliers
            INSIDE    POST /invitations/{account}/{token}

            ACCOUNT   GET  /accounts/{account}
            INSIDE    GET  /accounts/{account}/full
            ACCOUNT   POST /accounts/{account}/full
            INSIDE    GET  /accounts/{account}/name
            ACCOUNT   POST /accounts/{account}/name
            ACCOUNT   POST /accounts/{account}/place
            ACCOUNT   GET  /accounts/{account}/removal
            ACCOUNT   POST /accounts/{account}/removal
            ACCOUNT   GET  /accounts/{account}/application
            ACCOUNT   POST /accounts/{account}/application
            ACCOUNT   POST /accounts/{account}/application/withdrawal
            INSIDE    GET  /accounts/{account}/application/withdrawal
            ACCOUNT   GET  /accounts/{account}/calendar
            ACCOUNT   POST /accounts/{account}/calendar
            ACCOUNT   POST /accounts/{account}/calendar/withdrawal
            ACCOUNT   GET  /accounts/{account}/calendar.ics
            PHOTO     GET  /accounts/{account}/photos/{photo}
            ACT       GET  /accounts/{account}/readings
            ACT       POST /accounts/{account}/readings
            ACT       POST /accounts/{account}/readings/preview
            ACT       GET  /accounts/{account}/pay
            ACT       POST /accounts/{account}/pay
            PERSON    GET  /accounts/{account}/bills
            PERSON    GET  /accounts/{account}/bills/{month}
            PERSON    GET  /accounts/{account}/bills/{month}.pdf
            INSIDE    GET  /accounts/{account}/bills/paperless
            SHARE     POST /accounts/{account}/bills/paperless
            SHARE     GET  /accounts/{account}/people
            INSIDE    GET  /accounts/{account}/invitations
            SHARE     POST /accounts/{account}/invitations
            SHARE     POST /accounts/{account}/invitations/{invitation}/withdrawal
            SHARE     POST /accounts/{account}/people/{person}/rights
            SHARE     GET  /accounts/{account}/people/{person}/removal
            SHARE     POST /accounts/{account}/people/{person}/removal
            PAYMENT   GET  /payments/{id}
            """);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Visitors visitors;

    @Autowired
    MovableClock clock;

    private final Map<Who, Household> households = new EnumMap<>(Who.class);
    private final Map<Who, Visitor> people = new EnumMap<>(Who.class);
    private final UUID invitation = UUID.randomUUID();
    private final UUID payment = UUID.randomUUID();
    private final UUID photo = UUID.randomUUID();
    private final UUID file = UUID.randomUUID();
    private final Token token = Token.fresh();
    private String request;
    private AnAccount account;
    private AnAccount other;

    @BeforeAll
    void everybody() {
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc)
                .withMeter("M1", "00417385", 5, 27_927)
                .closedAt(BillingMonth.of(2026, 10), 195_685, LocalDate.of(2026, 11, 5));
        other = AnAccount.anAccount(jdbc);
        for (var who : Who.values()) {
            households.put(who, visitors.household());
        }
        jdbc.sql("update subscriber set confirmed_at = null where subscriber_id = :id")
                .param("id", id(Who.UNCONFIRMED))
                .update();
        jdbc.sql("delete from consent where subscriber_id = :id and document = 'PERSONAL_DATA'")
                .param("id", id(Who.UNSIGNED))
                .update();
        jdbc.sql("""
                insert into payment (account_id, payment_id, form_key, subscriber_id, supplier, account_no, amount, method,
                                     receipt_email, month, readings, state, provider, idempotence_key, reference, version,
                                     started_at, changed_at)
                select account_id, :id, :id, :payer, supplier, account_no, 10000, 'SBP', 'kept@example.com',
                       date '2026-10-01', array[]::text[], 'SUCCEEDED', 'YOOKASSA', :id, 'walked', 1, as_of, as_of
                from account where account_id = :account
                """)
                .param("id", payment)
                .param("payer", id(Who.FULL))
                .param("account", account.id().value())
                .update();
        jdbc.sql(
                        "insert into payment_ref (reference, provider, account_id, payment_id) values (:ref, 'PORTAL', :account, :id)")
                .param("ref", payment.toString())
                .param("account", account.id().value())
                .param("id", payment)
                .update();
        jdbc.sql("""
                insert into meter_photo (account_id, meter_id, month, photo_id, image, subscriber_id, received_at)
                values (:account, 'M1', date '2026-11-01', :id, '', :sender, :now)
                """)
                .param("account", account.id().value())
                .param("id", photo)
                .param("sender", id(Who.FULL))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        request = request();
        people.put(Who.GUEST, visitors.guest());
        for (var who : EnumSet.range(Who.UNCONFIRMED, Who.INVITED)) {
            people.put(who, visitors.signedIn(households.get(who)));
        }
    }

    private String request() {
        var number = jdbc.sql("""
                insert into support_request
                    (writer_id, form_id, desk, topic, subject, account_id, account_no, state, version, remarks, opened_at,
                     changed_at, due_at)
                values (:writer, :writer, 'test', 'OTHER', 'Вопрос', :account, '1', 'WAITING', 1, 1, :now, :now, :now)
                returning request_no
                """)
                .param("writer", id(Who.FULL))
                .param("account", account.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into support_file (writer_id, request_no, file_id, remark_no, place, name, kind, size, content)
                values (:writer, :request, :file, 1, 0, 'я.jpg', 'JPEG', 1, '1')
                """)
                .param("writer", id(Who.FULL))
                .param("request", number)
                .param("file", file)
                .update();
        return number.toString();
    }

    // A walk changes what it meets.
    @BeforeEach
    void asItWas() {
        for (var table : Set.of("account_subscriber", "account_link", "invitation")) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", account.id().value())
                    .update();
        }
        connect(Who.NEIGHBOUR, other, AccessLevel.FULL, Rights.OWN);
        connect(Who.BASIC, account, AccessLevel.BASIC, Rights.OWN);
        connect(Who.FULL, account, AccessLevel.FULL, Rights.OWN);
        connect(Who.INVITED, account, AccessLevel.FULL, Rights.invited(false, false));
        jdbc.sql("""
                insert into invitation
                    (account_id, invitation_id, token_hash, contact, may_send, may_pay, invited_by, sent_at, valid_until)
                values (:account, :id, :hash, 'klyukvin@example.com', false, false, :inviter, :now, :until)
                """)
                .param("account", account.id().value())
                .param("id", invitation)
                .param("hash", token.hash())
                .param("inviter", id(Who.FULL))
                .param("now", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(clock.instant().plus(Invitations.GOOD_FOR)))
                .update();
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
            var expected = decision.may.contains(who) ? "goes on" : turnedAway(who, decision);

            assertThat(what(answer, who, decision))
                    .as("%s as %s: %s %s", route, who, answer.status(), answer.location())
                    .isEqualTo(expected);
        }
    }

    static Set<String> walks() {
        return DECISIONS.entrySet().stream()
                .filter(route -> route.getValue() != Decision.INTERNAL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String turnedAway(Who who, Decision decision) {
        return switch (who) {
            case GUEST, UNCONFIRMED, UNSIGNED -> "led to " + nextStep(who);
            // Whether there is such an account is nobody's business.
            case NEWCOMER, NEIGHBOUR -> "refused with 404";
            case BASIC, FULL, INVITED -> "refused with " + decision.otherwise;
        };
    }

    private static String what(Visitor.Answer answer, Who who, Decision decision) {
        return switch (answer.status()) {
            case 401, 403, 405, 500 -> "refused with " + answer.status();
            // What does not exist is nobody's; of an account, it is how a stranger is refused.
            case 404 -> decision.otherwise == 0 ? "goes on" : "refused with 404";
            case 302 ->
                decision == Decision.ALL
                        ? (answer.location().startsWith("/login?next=") ? "led to /login" : "goes on")
                        : isNextStep(answer.location(), who) ? "led to " + nextStep(who) : "goes on";
            default -> "goes on";
        };
    }

    private static boolean isNextStep(String location, Who who) {
        return location.replaceFirst("[?].*", "").equals(nextStep(who));
    }

    private static String nextStep(Who who) {
        return switch (who) {
            case GUEST -> "/login";
            case UNCONFIRMED -> "/confirm";
            case UNSIGNED -> "/consent";
            case NEWCOMER, NEIGHBOUR, BASIC, FULL, INVITED -> "";
        };
    }

    private Visitor.Answer go(Visitor visitor, String route) {
        var parts = route.split(" ");
        var path = parts[1].replace("{account}", account.id().toString())
                .replace("{invitation}", invitation.toString())
                .replace("{person}", households.get(Who.INVITED).id().toString())
                .replace(
                        "{id}",
                        parts[1].startsWith("/payments")
                                ? new PaymentId(payment).toString()
                                : parts[1].startsWith("/support")
                                        ? request
                                        : UUID.randomUUID().toString())
                .replace("{month}", "2026-10")
                .replace("{file}", file.toString())
                .replace("{photo}", photo.toString())
                .replace("{secret}", token.value())
                .replace("{token}", token.value());
        return parts[0].equals("GET") ? visitor.get(path) : visitor.post(path, Map.of("meter", "1", "now1", ""));
    }

    private Set<String> routes() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(WalkTest::each)
                .filter(route -> !route.contains(" /office"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> each(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    private static Map<String, Decision> decisions(String table) {
        var decisions = new TreeMap<String, Decision>();
        table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" +"))
                .forEach(line -> decisions.put(line[1] + " " + line[2], Decision.valueOf(line[0])));
        return decisions;
    }

    private UUID id(Who who) {
        return households.get(who).id().value();
    }

    private void connect(Who who, AnAccount to, AccessLevel level, Rights rights) {
        jdbc.sql("""
                insert into account_link (subscriber_id, account_id, supplier, account_no, level, linked_at, invited,
                                          may_send, may_pay)
                values (:subscriber, :account, :supplier, :number, :level, :now, :invited, :send, :pay)
                on conflict do nothing
                """)
                .param("subscriber", id(who))
                .param("account", to.id().value())
                .param("supplier", to.supplier().value())
                .param("number", to.number())
                .param("level", level.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("invited", rights.invited())
                .param("send", rights.readings())
                .param("pay", rights.payment())
                .update();
        jdbc.sql("""
                insert into account_subscriber (account_id, subscriber_id, level, linked_at, invited_by, may_send, may_pay)
                values (:account, :subscriber, :level, :now, :inviter, :send, :pay)
                on conflict do nothing
                """)
                .param("account", to.id().value())
                .param("subscriber", id(who))
                .param("level", level.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("inviter", rights.invited() ? id(Who.FULL) : null)
                .param("send", rights.readings())
                .param("pay", rights.payment())
                .update();
    }
}
