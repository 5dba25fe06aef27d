package golubika.bills.web;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.accounts.LinkAccount;
import golubika.accounts.Pins;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.Suppliers;
import golubika.testing.ALine;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.Mailbox;
import golubika.testing.PortalTest;
import golubika.testing.Visitor;
import golubika.testing.Visitors;
import golubika.testing.Visitors.Household;
import golubika.values.BillingMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class BillPagesTest {

    private static final BillingMonth OCTOBER = BillingMonth.of(2026, 10);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Pins pins;

    @Autowired
    Visitors visitors;

    @Autowired
    Mailbox mailbox;

    private AnAccount account;
    private String bills;

    @BeforeEach
    void anAccount() {
        ASupplier.in(suppliers, jdbc);
        account = AnAccount.anAccount(jdbc)
                .withPin(pins, "482915")
                .withMeter("M1", "00417385", 5, 27_927)
                .charged(ALine.byMeter(OCTOBER).of("214", "8.94").between(27_713, 27_927))
                .balance(OCTOBER.previous(), "", 0, 100, 0, 100)
                .balance(OCTOBER, "", 100, 191_316, 100, 191_316);
        bills = "/accounts/" + account.id() + "/bills";
    }

    @Test
    void who_holds_the_account_sees_lists_and_downloads_its_bills() {
        var visitor = full(visitors.household());

        assertThat(visitor.get(bills).text()).contains("Октябрь 2026", "Сентябрь 2026", bills + "/2026-10.pdf");
        var page = plain(visitor.get(bills + "/2026-10").text());
        assertThat(page)
                .contains(
                        "Квитанция за октябрь 2026", "К оплате до 15 ноября", "1 913,16 ₽", "214 м³", "Оплатить онлайн")
                .contains(
                        "Клюквина Анна Петровна",
                        "СЧЁТ-ИЗВЕЩЕНИЕ ЗА ГАЗ",
                        "QR-код для оплаты",
                        "ИЗВЕЩЕНИЕ",
                        "КВИТАНЦИЯ")
                .doesNotContain("style=", "482915");
        var file = visitor.get(bills + "/2026-10.pdf");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition"))
                .contains("filename*=UTF-8''%D0%9A%D0%B2%D0%B8%D1%82%D0%B0%D0%BD%D1%86%D0%B8%D1%8F%202026-10%20"
                        + account.number() + ".pdf");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.text()).startsWith("%PDF-");
    }

    @Test
    void the_account_page_leads_there() {
        var visitor = full(visitors.household());
        assertThat(visitor.get("/accounts/" + account.id()).text())
                .contains("id=\"bills\"", bills + "/2026-10\"", bills + "/2026-10.pdf", "Все квитанции");
    }

    @Test
    void a_month_gone_by_leads_to_the_newest() {
        assertThat(full(visitors.household()).get(bills + "/2026-09").text())
                .contains("Это квитанция за прошлый месяц", bills + "/2026-10\"");
    }

    @Test
    void there_is_no_bill_of_what_is_no_closed_month() {
        var visitor = full(visitors.household());
        for (var month : new String[] {"2026-11", "2024-01", "nonsense", "2026-13"}) {
            assertThat(visitor.get(bills + "/" + month).status()).as(month).isEqualTo(404);
            assertThat(visitor.get(bills + "/" + month + ".pdf").status())
                    .as(month)
                    .isEqualTo(404);
        }
    }

    @Test
    void who_knows_the_number_alone_is_refused_and_strangers_find_nothing() {
        var basic = visitors.household();
        linkAccount.link(basic.id(), suppliers.get(ASupplier.CODE), account.number());
        var visitor = visitors.signedIn(basic);
        var stranger = visitors.signedIn(visitors.household());
        for (var path : new String[] {bills, bills + "/2026-10", bills + "/2026-10.pdf"}) {
            assertThat(visitor.get(path).status()).isEqualTo(403);
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(visitors.guest().get(path).location()).startsWith("/login");
        }
        assertThat(visitor.get("/accounts/" + account.id()).text()).doesNotContain("/bills");
    }

    @Test
    void doing_without_paper_is_told_to_all_who_hold_the_account_and_can_be_taken_back_by_any() {
        var vera = visitors.household();
        var anna = visitors.household();
        var veras = full(vera);
        var annas = full(anna);

        assertThat(veras.post(bills + "/paperless", Map.of("on", "true")).location())
                .isEqualTo(bills);

        assertThat(veras.get(bills).text()).contains("бумаги не будет", "Письма приходят вам");
        assertThat(annas.get(bills).text()).contains("Так решил другой владелец", "Вернуть бумажную");
        assertThat(mailbox.of(vera.login()).getFirst().subject()).isEqualTo("Квитанции теперь электронные");
        assertThat(mailbox.of(anna.login()).getFirst().subject()).isEqualTo("Квитанции теперь электронные");
        assertThat(veras.get("/settings/history").text()).contains("Электронная квитанция вместо бумажной");

        annas.post(bills + "/paperless", Map.of("on", "false"));
        assertThat(veras.get(bills).text()).contains("Отказаться от бумажной");
        assertThat(mailbox.of(vera.login()).getFirst().subject()).isEqualTo("Квитанции снова на бумаге");
    }

    @Test
    void who_changes_their_mind_again_and_again_writes_a_few_letters_only() {
        var vera = visitors.household();
        var veras = full(vera);
        var before = mailbox.of(vera.login()).size();

        for (var turn = 0; turn < 12; turn++) {
            veras.post(bills + "/paperless", Map.of("on", Boolean.toString(turn % 2 == 0)));
        }

        assertThat(mailbox.of(vera.login())).hasSize(before + 5);
        assertThat(veras.get(bills).text()).contains("Отказаться от бумажной");
    }

    @Test
    void it_ends_with_the_access_of_who_decided_it_and_the_others_learn_of_it() {
        var vera = visitors.household();
        var anna = visitors.household();
        var veras = full(vera);
        full(anna);
        veras.post(bills + "/paperless", Map.of("on", "true"));

        veras.post("/accounts/" + account.id() + "/removal", Map.of());

        assertThat(wishes(vera.id())).isZero();
        assertThat(mailbox.of(anna.login()))
                .anyMatch(letter -> letter.body().contains("снова будет приходить бумажная"));
        assertThat(full(vera).get(bills).text()).contains("Отказаться от бумажной");
    }

    private int wishes(SubscriberId subscriber) {
        return jdbc.sql("select count(*) from paperless where account_id = :account and subscriber_id = :subscriber")
                .param("account", account.id().value())
                .param("subscriber", subscriber.value())
                .query(Integer.class)
                .single();
    }

    private Visitor full(Household household) {
        linkAccount.link(household.id(), suppliers.get(ASupplier.CODE), account.number());
        var visitor = visitors.signedIn(household);
        var opened = visitor.post("/accounts/" + account.id() + "/full", Map.of("proof", "pin", "pin", "482915"));
        assertThat(opened.status()).isEqualTo(302);
        return visitor;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace("&nbsp;", " ");
    }
}
