package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.subscribers.Login;
import golubika.suppliers.Display;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class SharingTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    OpenFull openFull;

    @Autowired
    Links links;

    @Autowired
    Invitations invitations;

    @Autowired
    Holders holders;

    @Autowired
    EndLink ending;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ForgetLinks forget;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Pins pins;

    @Autowired
    MovableClock clock;

    private AnAccount account;
    private Household vera;
    private Visitor veras;

    @BeforeEach
    void anOwner() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
        vera = visitors.household();
        own(vera);
        veras = visitors.signedIn(vera);
    }

    @Test
    void an_invited_person_sees_the_full_version_with_the_rights_that_were_given() {
        var oleg = visitors.household();
        var olegs = visitors.signedIn(oleg);

        var path = invite(oleg.login(), Map.of("readings", "true"));
        assertThat(olegs.get(path).text()).contains("Принять приглашение", account.number(), "передавать показания");
        assertThat(olegs.post(path, Map.of()).location()).isEqualTo("/accounts/" + account.id() + "?connected");

        assertThat(olegs.get(at("")).text())
                .contains("Клюквина Анна Петровна", "У вас нет права платить")
                .doesNotContain("Кто подключён");
        assertThat(olegs.get(at("/readings")).status()).isEqualTo(200);
        assertThat(olegs.get(at("/pay")).status()).isEqualTo(403);
        assertThat(olegs.get(at("/people")).status()).isEqualTo(403);
        assertThat(olegs.post(at("/invitations"), Map.of("to", Visitors.freshLogin()))
                        .status())
                .isEqualTo(403);
        assertTold(vera, Login.of(oleg.login()).masked());
        assertThat(veras.get(at("/people")).text()).contains("Сейчас двое", "Пригласили вы");
    }

    @ParameterizedTest
    @CsvSource({"true, true, 200, 200", "false, true, 403, 200", "true, false, 200, 403", "false, false, 403, 403"})
    void rights_may_be_changed_and_are_told(boolean readings, boolean payment, int sends, int pays) {
        var oleg = join(Map.of("readings", Boolean.toString(!readings), "payment", Boolean.toString(!payment)));
        var olegs = visitors.signedIn(oleg);

        veras.post(
                at("/people/" + oleg.id() + "/rights"),
                Map.of("readings", Boolean.toString(readings), "payment", Boolean.toString(payment)));

        assertThat(olegs.get(at("/readings")).status()).isEqualTo(sends);
        assertThat(olegs.get(at("/pay")).status()).isEqualTo(pays);
        assertTold(oleg, "права");
    }

    @Test
    void a_link_is_good_once() {
        var path = invite(Visitors.freshLogin(), Map.of());
        visitors.signedIn(visitors.household()).post(path, Map.of());

        var second = visitors.signedIn(visitors.household());
        assertThat(second.get(path).status()).isEqualTo(410);
        assertThat(second.post(path, Map.of()).status()).isEqualTo(410);
        assertThat(second.get(at("")).status()).isEqualTo(404);
    }

    @Test
    void a_link_is_good_for_fourteen_days() {
        var path = invite(Visitors.freshLogin(), Map.of());
        var somebody = visitors.signedIn(visitors.household());

        clock.pass(Duration.ofDays(14).minusSeconds(1));
        assertThat(somebody.get(path).status()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(somebody.get(path).status()).isEqualTo(410);
        assertThat(somebody.post(path, Map.of()).status()).isEqualTo(410);
        assertThat(invitations.forgetOld()).isPositive();
        assertThat(rows("invitation")).isZero();
    }

    @Test
    void a_withdrawn_invitation_and_one_sent_anew_are_worth_nothing() {
        var to = Visitors.freshLogin();
        var first = invite(to, Map.of());
        var second = invite(to, Map.of());
        var somebody = visitors.signedIn(visitors.household());
        assertThat(somebody.get(first).status()).isEqualTo(410);
        assertThat(somebody.get(second).status()).isEqualTo(200);

        var withdrawal = Pattern.compile("action=\"(/accounts/[^\"]+/withdrawal)\"")
                .matcher(veras.get(at("/people")).text());
        assertThat(withdrawal.find()).isTrue();
        veras.post(withdrawal.group(1), Map.of());

        assertThat(somebody.get(second).status()).isEqualTo(410);
        assertThat(veras.get(at("/people")).text()).doesNotContain(to);
    }

    @Test
    void a_guest_is_shown_the_way_in_and_finds_the_invitation_at_home() {
        var path = invite(Visitors.freshLogin(), Map.of());
        var oleg = visitors.household();
        var guest = visitors.guest();

        assertThat(guest.get(path).text()).contains("Зарегистрироваться", "/login?next=%2Finvitations");
        assertThat(guest.post(path, Map.of()).location()).startsWith("/login");
        guest.post("/login", Map.of("login", oleg.login(), "password", Visitors.PASSWORD));
        assertThat(guest.get("/").text()).contains("Вас пригласили", "href=\"" + path + "\"");

        guest.post(path, Map.of());
        assertThat(guest.get("/").text()).doesNotContain("Вас пригласили");
    }

    @Test
    void the_page_of_a_secret_address_tells_it_to_nobody() {
        var path = invite(Visitors.freshLogin(), Map.of());

        assertThat(visitors.guest().get(path).header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void an_owner_loses_nothing_by_an_invitation() {
        var anna = visitors.household();
        own(anna);
        var path = invite(anna.login(), Map.of());

        assertThat(visitors.signedIn(anna).post(path, Map.of()).location()).isEqualTo("/accounts/" + account.id());
        assertThat(links.find(anna.id(), account.id()).orElseThrow().rights()).isEqualTo(Rights.OWN);
    }

    @Test
    void a_second_invitation_takes_no_right_away() {
        var oleg = join(Map.of("readings", "true"));
        var olegs = visitors.signedIn(oleg);

        olegs.post(invite(Visitors.freshLogin(), Map.of()), Map.of());
        assertThat(links.find(oleg.id(), account.id()).orElseThrow().rights()).isEqualTo(Rights.invited(true, false));

        olegs.post(invite(Visitors.freshLogin(), Map.of("payment", "true")), Map.of());
        assertThat(links.find(oleg.id(), account.id()).orElseThrow().rights()).isEqualTo(Rights.invited(true, true));
    }

    @Test
    void an_invitation_stays_good_while_the_suppliers_service_is_down() {
        var code = new SupplierCode("down");
        var usual = ASupplier.in(suppliers, jdbc, code, switches -> switches);
        account = AnAccount.of(jdbc, code, account.number()).withPin(pins, "482915");
        own(vera);
        var path = invite(Visitors.freshLogin(), Map.of());
        var oleg = visitors.household();

        suppliers.save(ASupplier.showing(usual, new Display(Set.of(), "Работы до утра", null)));

        assertThat(visitors.signedIn(oleg).get(path).status()).isEqualTo(200);
        assertThat(visitors.signedIn(oleg).post(path, Map.of()).status()).isEqualTo(302);
        assertThat(links.find(oleg.id(), account.id())).isPresent();
    }

    @Test
    void an_owner_who_changes_rights_again_and_again_writes_a_few_letters_only() {
        var oleg = join(Map.of());
        var before = mailbox.of(oleg.login()).size();

        for (var turn = 0; turn < 12; turn++) {
            clock.pass(Duration.ofSeconds(1));
            veras.post(at("/people/" + oleg.id() + "/rights"), Map.of("readings", Boolean.toString(turn % 2 == 0)));
        }

        assertThat(mailbox.of(oleg.login())).hasSize(before + AccountLimits.RIGHTS_TOLD.size());
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where subscriber_id = :oleg and kind = 'accounts.audit.own-rights'")
                        .param("oleg", oleg.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    void whoever_knew_the_number_alone_gets_the_full_version_by_an_invitation() {
        var oleg = visitors.household();
        linkAccount.link(oleg.id(), suppliers.get(account.supplier()), account.number());

        visitors.signedIn(oleg).post(invite(oleg.login(), Map.of()), Map.of());

        assertThat(links.find(oleg.id(), account.id()).orElseThrow().isFull()).isTrue();
    }

    @Test
    void an_invited_person_who_proves_that_the_account_is_theirs_needs_no_word_any_more() {
        var oleg = join(Map.of());
        var link = links.find(oleg.id(), account.id()).orElseThrow();

        openFull.open(oleg.id(), link, "pin", "482915", new Caller("203.0.113.90", null));

        assertThat(links.find(oleg.id(), account.id()).orElseThrow().rights()).isEqualTo(Rights.OWN);
        veras.post(at("/removal"), Map.of());
        assertThat(links.find(oleg.id(), account.id())).isPresent();
    }

    @Test
    void revoking_takes_the_account_away_at_once_and_tells_the_person() {
        var oleg = join(Map.of());
        var olegs = visitors.signedIn(oleg);

        assertThat(veras.get(at("/people/" + oleg.id() + "/removal")).text()).contains("Отключить");
        veras.post(at("/people/" + oleg.id() + "/removal"), Map.of());

        assertThat(olegs.get(at("")).status()).isEqualTo(404);
        assertTold(oleg, "отключён от вашего кабинета");
        assertThat(veras.get(at("/people")).text()).contains("Сейчас только вы", "Доступ закрыт");
        assertThat(olegs.get("/settings/history").text()).contains("Ваш доступ к лицевому счёту");
    }

    @Test
    void who_knows_the_number_alone_is_shown_masked_and_can_be_removed() {
        var stranger = visitors.household();
        linkAccount.link(stranger.id(), suppliers.get(account.supplier()), account.number());

        assertThat(veras.get(at("/people")).text())
                .contains(Login.of(stranger.login()).masked(), "Упрощённая версия")
                .doesNotContain(stranger.login());
        veras.post(at("/people/" + stranger.id() + "/removal"), Map.of());

        assertThat(links.find(stranger.id(), account.id())).isEmpty();
    }

    @Test
    void another_owner_is_removed_only_by_proving_anew() {
        var former = visitors.household();
        own(former);
        var path = at("/people/" + former.id() + "/removal");

        assertThat(veras.get(path).text()).contains("подтвердите ещё раз");
        assertThat(veras.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(veras.post(path, Map.of("proof", "pin", "pin", "111111")).text())
                .contains("PIN-код не подошёл");
        assertThat(links.find(former.id(), account.id())).isPresent();
        assertThat(veras.post(path, Map.of("proof", "serial", "serial", "0041-7385"))
                        .location())
                .endsWith("/people");

        assertThat(links.find(former.id(), account.id())).isEmpty();
        assertTold(former, "отключён от вашего кабинета");
    }

    @Test
    void who_proves_it_while_being_removed_is_removed_only_by_proving_anew() {
        var oleg = visitors.household();
        linkAccount.link(oleg.id(), suppliers.get(account.supplier()), account.number());
        var olegs = links.find(oleg.id(), account.id()).orElseThrow();
        var own = links.find(vera.id(), account.id()).orElseThrow();

        var removal = Objects.requireNonNull(transaction.execute(status -> {
            holders.lockOwner(account.id(), vera.id());
            var begun = CompletableFuture.supplyAsync(
                    () -> ending.revoke(vera.id(), own, oleg.id(), new EndLink.Shown("", ""), Caller.PORTAL));
            awaitOneThatWaits();
            openFull.open(oleg.id(), olegs, "pin", "482915", new Caller("203.0.113.91", null));
            return begun;
        }));

        assertThat(removal.join()).contains(Verdict.NOT_OFFERED);
        assertThat(links.find(oleg.id(), account.id()).orElseThrow().isOwner()).isTrue();
    }

    @Test
    void nobody_is_removed_from_somebody_else_s_account_nor_removes_themselves_here() {
        var stranger = visitors.household();

        assertThat(veras.get(at("/people/" + stranger.id() + "/removal")).status())
                .isEqualTo(404);
        assertThat(veras.post(at("/people/" + stranger.id() + "/rights"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(veras.post(at("/people/" + stranger.id() + "/removal"), Map.of())
                        .location())
                .isEqualTo(at("/people"));
        assertThat(veras.get(at("/people")).text()).contains("Этого человека уже нет среди подключённых");
        assertThat(veras.post(at("/people/" + vera.id() + "/removal"), Map.of()).status())
                .isEqualTo(404);
        assertThat(links.find(vera.id(), account.id())).isPresent();
        assertThat(veras.get(at("/people/" + UUID.randomUUID() + "/removal")).status())
                .isEqualTo(404);
        assertThat(veras.get(at("/people/nobody/removal")).status()).isEqualTo(404);
    }

    @Test
    void an_invited_person_may_leave_and_the_owner_is_told() {
        var oleg = join(Map.of());

        visitors.signedIn(oleg).post(at("/removal"), Map.of());

        assertThat(links.find(oleg.id(), account.id())).isEmpty();
        assertTold(vera, "подключено меньше людей");
    }

    @Test
    void those_whom_an_owner_invited_lose_the_account_together_with_the_owner() {
        var oleg = join(Map.of());
        var path = invite(Visitors.freshLogin(), Map.of());
        assertThat(veras.get(at("/removal")).text()).contains("Вместе с вами доступ потеряют");

        veras.post(at("/removal"), Map.of());

        assertThat(links.find(oleg.id(), account.id())).isEmpty();
        assertTold(oleg, "больше к нему не подключён");
        assertThat(visitors.guest().get(path).status()).isEqualTo(410);
    }

    @Test
    void a_deleted_cabinet_takes_its_invitations_and_the_invited_along() {
        var oleg = join(Map.of());
        invite(Visitors.freshLogin(), Map.of());

        forget.remove(vera.id());
        forget.remove(vera.id());

        assertThat(rows("invitation")).isZero();
        assertThat(rows("account_subscriber")).isZero();
        assertThat(links.of(oleg.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', Укажите", "vera, Не хватает знака", "vera@, после", "+7 900 123, цифр"})
    void what_is_wrong_with_the_address_is_said_at_the_field(String to, String sentence) {
        var answer = veras.post(at("/invitations"), Map.of("to", to, "payment", "true"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("id=\"e-to\"", "value=\"" + to + "\"")
                .containsIgnoringCase(sentence);
    }

    @Test
    void nobody_invites_themselves_or_a_whole_town() {
        assertThat(veras.post(at("/invitations"), Map.of("to", vera.login())).text())
                .contains("ваш собственный адрес");
        for (var guest = 0; guest < 10; guest++) {
            invite(Visitors.freshLogin(), Map.of());
        }

        assertThat(veras.post(at("/invitations"), Map.of("to", Visitors.freshLogin()))
                        .text())
                .contains("Слишком много приглашений");
    }

    @Test
    void an_address_is_not_flooded_by_many_inviters() {
        var victim = Visitors.freshLogin();
        for (var inviter = 0; inviter < 3; inviter++) {
            var another = visitors.household();
            own(another);
            assertThat(visitors.signedIn(another)
                            .post(at("/invitations"), Map.of("to", victim))
                            .status())
                    .isEqualTo(302);
        }

        assertThat(veras.post(at("/invitations"), Map.of("to", victim)).status())
                .isEqualTo(422);
    }

    @Test
    void the_letter_says_no_words_of_the_inviter_and_names_no_place() {
        veras.post("/settings/profile", Map.of("name", "Купите http://evil.example"));
        var to = Visitors.freshLogin();
        invite(to, Map.of());

        assertThat(mailbox.of(to).getFirst().body())
                .contains(Login.of(vera.login()).masked())
                .doesNotContain("evil", "Клюквина", "Ягодный");
    }

    @Test
    void the_page_of_an_invitation_says_no_words_of_the_inviter_either() {
        veras.post("/settings/profile", Map.of("name", "Купите http://evil.example"));
        var path = invite(Visitors.freshLogin(), Map.of());

        for (var reader : List.of(visitors.guest(), visitors.signedIn(visitors.household()))) {
            assertThat(reader.get(path).text())
                    .contains(Login.of(vera.login()).masked())
                    .doesNotContain("evil");
        }
    }

    @Test
    void the_address_of_who_was_invited_is_seen_whole_by_the_inviter_alone() {
        var anna = visitors.household();
        own(anna);
        var to = Visitors.freshLogin();
        invite(to, Map.of());

        assertThat(veras.get(at("/people")).text()).contains(to);
        assertThat(visitors.signedIn(anna).get(at("/people")).text())
                .contains(Login.of(to).masked(), "Отозвать")
                .doesNotContain(to);
    }

    @Test
    void the_trail_of_each_owner_names_the_account_that_somebody_has_joined() {
        var anna = visitors.household();
        own(anna);
        var oleg = join(Map.of());

        assertThat(visitors.signedIn(anna).get("/settings/history").text())
                .contains("Приглашённый подключился к лицевому счёту " + account.number() + " ("
                        + Login.of(oleg.login()).masked())
                .doesNotContain("Ваше приглашение");
    }

    @Test
    void of_a_crowd_that_knows_the_number_the_first_are_shown_and_the_rest_counted() {
        for (var stranger = 0; stranger < 52; stranger++) {
            linkAccount.link(visitors.household().id(), suppliers.get(account.supplier()), account.number());
        }

        assertThat(veras.get(at("/people")).text())
                .contains("Сейчас подключено: 53", "это вы", "И ещё 3 человека")
                .satisfies(page ->
                        assertThat(page.split("<li class=\"person\">", -1)).hasSize(51));
    }

    @Test
    void where_the_number_alone_gives_everything_another_owner_is_put_out_by_the_supplier() {
        var code = new SupplierCode("no-proofs");
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("fullByDefault", "fullByPin", "fullBySerial"));
        account = AnAccount.of(jdbc, code, account.number());
        var other = visitors.household();
        for (var household : List.of(vera, other)) {
            linkAccount.link(household.id(), suppliers.get(code), account.number());
        }
        var path = at("/people/" + other.id() + "/removal");

        assertThat(veras.get(path).text())
                .contains("позвоните поставщику: 8 800 000-00-00")
                .doesNotContain("введите то, что знает");
        assertThat(veras.post(path, Map.of()).status()).isEqualTo(422);
        assertThat(links.find(other.id(), account.id())).isPresent();
    }

    private String invite(String to, Map<String, String> rights) {
        var fields = new HashMap<>(rights);
        fields.put("to", to);
        clock.pass(Duration.ofSeconds(1)); // so that the mailbox knows which letter came last
        var answer = veras.post(at("/invitations"), fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(veras.get(answer.location()).text()).contains("Приглашение отправлено");
        return mailbox.of(to).getFirst().linkPath();
    }

    private void assertTold(Household household, String words) {
        assertThat(mailbox.of(household.login()))
                .anySatisfy(
                        letter -> assertThat(letter.subject() + letter.body()).contains(words));
    }

    private Household join(Map<String, String> rights) {
        var oleg = visitors.household();
        visitors.signedIn(oleg).post(invite(oleg.login(), rights), Map.of());
        return oleg;
    }

    private void own(Household household) {
        linkAccount.link(household.id(), suppliers.get(account.supplier()), account.number());
        var link = links.find(household.id(), account.id()).orElseThrow();
        assertThat(openFull.open(household.id(), link, "pin", "482915", new Caller("203.0.113.80", null)))
                .isEqualTo(Verdict.RIGHT);
    }

    private void awaitOneThatWaits() {
        assertThat(Stream.generate(() -> jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single())
                        .limit(100_000)
                        .anyMatch(waiting -> waiting > 0))
                .as("somebody waits for a lock")
                .isTrue();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where account_id = :account")
                .param("account", account.id().value())
                .query(Integer.class)
                .single();
    }

    private String at(String page) {
        return "/accounts/" + account.id() + page;
    }
}
