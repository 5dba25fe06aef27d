package golubika.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Links;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OwnListTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    Visitors visitors;

    private Household vera;
    private Visitor veras;
    private AnAccount first;
    private AnAccount second;
    private AnAccount third;

    @BeforeEach
    void threeAccounts() {
        ASupplier.in(suppliers, jdbc);
        vera = visitors.household();
        veras = visitors.signedIn(vera);
        first = connected();
        second = connected();
        third = connected();
    }

    @Test
    void accounts_stand_in_the_order_in_which_they_were_connected_until_they_are_moved() {
        assertThat(order()).containsExactly(first.number(), second.number(), third.number());

        move(third, "up");
        assertThat(order()).containsExactly(first.number(), third.number(), second.number());
        move(first, "down");
        assertThat(order()).containsExactly(third.number(), first.number(), second.number());

        var home = veras.get("/").text();
        assertThat(home.indexOf(third.id().toString()))
                .isLessThan(home.indexOf(first.id().toString()));
        assertThat(order()).last().isEqualTo(second.number());
        var fourth = connected();
        assertThat(order()).last().isEqualTo(fourth.number());
    }

    @Test
    void the_first_does_not_go_up_nor_the_last_down() {
        move(first, "up");
        move(third, "down");

        assertThat(order()).containsExactly(first.number(), second.number(), third.number());
    }

    @Test
    void an_own_name_shows_everywhere_and_may_be_taken_back() {
        assertThat(name(second, "  Дача\u202e ").location()).isEqualTo("/accounts/connect#mine");

        assertThat(veras.get("/accounts/connect").text()).contains("Дача", "Название сохранено");
        assertThat(veras.get("/").text()).contains("Дача");
        assertThat(veras.get("/accounts/" + second.id()).text()).contains("Дача");
        name(second, " ");
        assertThat(links.find(vera.id(), second.id()).orElseThrow().ownName()).isNull();
    }

    @Test
    void forty_characters_are_a_name_and_forty_one_are_too_many() {
        assertThat(name(first, "Я".repeat(40)).status()).isEqualTo(302);

        var refused = name(first, "Д".repeat(41));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Название длиннее 40 символов", "value=\"" + "Д".repeat(41) + "\"");
        assertThat(links.find(vera.id(), first.id()).orElseThrow().ownName()).isEqualTo("Я".repeat(40));
    }

    @Test
    void an_own_name_is_seen_by_its_owner_alone() {
        name(first, "У тёщи");
        var other = visitors.household();
        linkAccount.link(other.id(), suppliers.get(first.supplier()), first.number());

        assertThat(visitors.signedIn(other).get("/accounts/" + first.id()).text())
                .doesNotContain("У тёщи");
    }

    @Test
    void giving_an_account_up_is_asked_about_and_takes_it_from_the_list() {
        assertThat(veras.get("/accounts/" + second.id() + "/removal").text())
                .contains("Отключить лицевой счёт?", "показания", "по номеру");

        assertThat(veras.post("/accounts/" + second.id() + "/removal", Map.of()).location())
                .isEqualTo("/accounts/connect#mine");

        assertThat(order()).containsExactly(first.number(), third.number());
        assertThat(veras.get("/accounts/" + second.id()).status()).isEqualTo(404);
        assertThat(veras.get("/settings/history").text()).contains("Отключён лицевой счёт");
        linkAccount.link(vera.id(), suppliers.get(second.supplier()), second.number());
        assertThat(order()).last().isEqualTo(second.number());
    }

    private List<String> order() {
        return links.of(vera.id()).stream().map(link -> link.number()).toList();
    }

    private void move(AnAccount account, String to) {
        veras.post("/accounts/" + account.id() + "/place", Map.of("to", to));
    }

    private Visitor.Answer name(AnAccount account, String name) {
        return veras.post("/accounts/" + account.id() + "/name", Map.of("name", name));
    }

    private AnAccount connected() {
        var account = AnAccount.anAccount(jdbc);
        linkAccount.link(vera.id(), suppliers.get(account.supplier()), account.number());
        return account;
    }
}
