package golubika.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import golubika.audit.Caller;
import golubika.subscribers.SubscriberId;
import golubika.suppliers.SupplierCode;
import golubika.suppliers.Suppliers;
import golubika.testing.ASupplier;
import golubika.testing.AnAccount;
import golubika.testing.MovableClock;
import golubika.testing.PortalTest;
import golubika.testing.Visitors;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class OpenFullTest {

    // Every test guesses from a network of its own.
    private final Caller here = new Caller("2001:db8:" + Integer.toHexString(NETWORKS.nextInt(0xffff)) + "::1", null);
    private static final Random NETWORKS = new Random(7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppliers suppliers;

    @Autowired
    LinkAccount linkAccount;

    @Autowired
    Links links;

    @Autowired
    OpenFull openFull;

    @Autowired
    Visitors visitors;

    @Autowired
    Pins pins;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void begin() {
        clock.set(MovableClock.START);
        ASupplier.in(suppliers, jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "pin, 482915",
        "pin, 482 915",
        "pin, 482\u00a0915",
        "serial, 00417385",
        "serial, 0041-7385",
        "serial, ' 0041 7385 '"
    })
    void the_right_proof_opens_the_full_version(String kind, String typed) {
        var somebody = somebody();
        var account = account();
        var link = connect(somebody, account);
        assertThat(link.level()).isEqualTo(AccessLevel.BASIC);

        assertThat(openFull.open(somebody, link, kind, typed, here)).isEqualTo(Verdict.RIGHT);

        assertThat(links.find(somebody, account.id()).orElseThrow().level()).isEqualTo(AccessLevel.FULL);
    }

    @ParameterizedTest
    @CsvSource({"pin, 482916", "pin, 0", "serial, 00417386", "serial, 417385"})
    void a_wrong_proof_opens_nothing(String kind, String typed) {
        var somebody = somebody();
        var account = account();
        var link = connect(somebody, account);

        assertThat(openFull.open(somebody, link, kind, typed, here)).isEqualTo(Verdict.WRONG);

        assertThat(links.find(somebody, account.id()).orElseThrow().level()).isEqualTo(AccessLevel.BASIC);
    }

    @Test
    void an_account_without_a_pin_is_not_opened_by_an_empty_or_any_pin() {
        var somebody = somebody();
        var link = connect(somebody, AnAccount.anAccount(jdbc));

        assertThat(openFull.open(somebody, link, "pin", "", here)).isEqualTo(Verdict.EMPTY);
        assertThat(openFull.open(somebody, link, "pin", "-", here)).isEqualTo(Verdict.WRONG);
        assertThat(openFull.open(somebody, link, "serial", "-", here)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void after_five_guesses_there_is_one_a_day_and_even_the_right_one_waits() {
        var somebody = somebody();
        var link = connect(somebody, account());
        for (var guess = 0; guess < 5; guess++) {
            assertThat(openFull.open(somebody, link, "pin", "00000" + guess, here))
                    .isEqualTo(Verdict.WRONG);
        }

        assertThat(openFull.open(somebody, link, "pin", "482915", here)).isEqualTo(Verdict.TOO_MANY);
        clock.pass(Duration.ofHours(23));
        assertThat(openFull.open(somebody, link, "pin", "482915", here)).isEqualTo(Verdict.TOO_MANY);
        clock.pass(Duration.ofHours(1));
        assertThat(openFull.open(somebody, link, "pin", "482915", here)).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_network_runs_out_of_guesses_however_many_cabinets_it_has() {
        var account = account();
        var crowd = new Caller("203.0.113.7", null);
        for (var guess = 0; guess < 30; guess++) {
            var cabinet = somebody();
            openFull.open(cabinet, connect(cabinet, account), "pin", "%06d".formatted(guess), crowd);
        }
        var another = somebody();
        var link = connect(another, account);

        assertThat(openFull.open(another, link, "pin", "482915", crowd)).isEqualTo(Verdict.CROWDED);
        assertThat(openFull.open(another, link, "pin", "482915", new Caller("198.51.100.1", null)))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_stranger_s_failures_slow_the_stranger_alone() {
        var account = account();
        var stranger = somebody();
        var strangers = connect(stranger, account);
        for (var guess = 0; guess < 6; guess++) {
            openFull.open(stranger, strangers, "pin", "00000" + guess, here);
        }
        var owner = somebody();

        assertThat(openFull.open(owner, connect(owner, account), "pin", "482915", here))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void a_way_that_the_supplier_does_not_offer_is_closed() {
        var code = new SupplierCode("no-serial");
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("fullBySerial"));
        var account = AnAccount.of(jdbc, code, "4079").withPin(pins, "482915").withMeter("M1", "00417385", 5, 1);
        var somebody = somebody();
        var link = connect(somebody, account);

        assertThat(openFull.open(somebody, link, "serial", "00417385", here)).isEqualTo(Verdict.NOT_OFFERED);
        assertThat(openFull.open(somebody, link, "nonsense", "1", here)).isEqualTo(Verdict.NOT_OFFERED);
    }

    @Test
    void the_supplier_may_give_the_full_version_by_number_alone() {
        var code = new SupplierCode("full-by-default");
        ASupplier.in(suppliers, jdbc, code, _ -> ASupplier.flipped("fullByDefault"));

        assertThat(connect(somebody(), AnAccount.of(jdbc, code, "4080")).level())
                .isEqualTo(AccessLevel.FULL);
    }

    @Test
    void an_unknown_a_closed_and_a_connected_account_are_told_apart() {
        var somebody = somebody();
        var supplier = ASupplier.usual(ASupplier.CODE);
        var account = account();
        connect(somebody, account);

        assertThat(linkAccount.link(somebody, supplier, "99999999")).isInstanceOf(LinkAccount.Outcome.Unknown.class);
        assertThat(linkAccount.link(
                        somebody, supplier, AnAccount.anAccount(jdbc).closed().number()))
                .isInstanceOf(LinkAccount.Outcome.Closed.class);
        assertThat(linkAccount.link(somebody, supplier, account.number()))
                .isEqualTo(new LinkAccount.Outcome.AlreadyConnected(account.id()));
    }

    private AnAccount account() {
        return AnAccount.anAccount(jdbc).withPin(pins, "482915").withMeter("M1", "00417385", 5, 27_927);
    }

    private Link connect(SubscriberId subscriber, AnAccount account) {
        linkAccount.link(subscriber, suppliers.get(account.supplier()), account.number());
        return links.find(subscriber, account.id()).orElseThrow();
    }

    private SubscriberId somebody() {
        return visitors.household().id();
    }
}
