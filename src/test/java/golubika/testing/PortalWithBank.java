package golubika.testing;

import golubika.accounts.AccountId;
import golubika.accounts.LinkAccount;
import golubika.demo.bank.DemoBank;
import golubika.demo.bank.Mood;
import golubika.suppliers.Supplier;
import golubika.suppliers.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The portal beside a bank that the test commands: it behaves as told, and its notices go out when the test says so.
@PortalTest
@Import(PortalWithBank.Bank.class)
public abstract class PortalWithBank {

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected DemoBank bank;

    @Autowired
    protected Visitors visitors;

    @Autowired
    protected Suppliers suppliers;

    @Autowired
    private LinkAccount linking;

    protected Supplier supplier;

    @DynamicPropertySource
    static void bank(DynamicPropertyRegistry properties) {
        var port = freePort();
        var origin = "http://localhost:" + port;
        properties.add("golubika.test.bank-port", () -> port);
        properties.add("golubika.payments.yookassa.base-url", () -> origin + "/v3");
        properties.add("golubika.payments.yookassa.shop-id", () -> "1001");
        properties.add("golubika.payments.yookassa.secret-key", () -> "test-secret");
        properties.add("golubika.payments.sberbank.base-url", () -> origin + "/payment/rest");
        properties.add("golubika.payments.sberbank.receipt.tax-type", () -> "6");
        properties.add("golubika.payments.sberbank.shops.sber.user-name", () -> "sber-api");
        properties.add("golubika.payments.sberbank.shops.sber.password", () -> "test-secret");
        properties.add("golubika.payments.sberbank.shops.sber.callback-key", () -> "test-secret");
        properties.add("golubika.payments.tbank.base-url", () -> origin + "/v2");
        properties.add("golubika.payments.tbank.shops.tbank.terminal-key", () -> "terminal");
        properties.add("golubika.payments.tbank.shops.tbank.password", () -> "test-secret");
        properties.add("golubika.payments.page-origins", () -> origin);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Bank {
        @Bean(destroyMethod = "close")
        DemoBank bank(DataSource database, Environment environment, Clock clock) {
            return new DemoBank(
                    database,
                    environment.getRequiredProperty("golubika.test.bank-port", Integer.class),
                    "test-secret",
                    () -> URI.create("http://localhost:" + environment.getProperty("local.server.port") + "/webhooks/"),
                    clock);
        }
    }

    @BeforeEach
    void aSupplierAndAWellBehavedBank() {
        supplier = ASupplier.in(suppliers, jdbc);
        bank.behave(Set.of());
    }

    protected void bankIs(Mood... moods) {
        bank.behave(Set.of(moods));
    }

    /// Connects the household to the account, with the level that the number alone gives.
    protected void connectBasic(Visitors.Household household, AnAccount account) {
        linking.link(household.id(), suppliers.get(account.supplier()), account.number());
    }

    protected void connectFull(Visitors.Household household, AnAccount account) {
        connectBasic(household, account);
        setFull("account_link", household, account.id());
        setFull("account_subscriber", household, account.id());
    }

    private void setFull(String table, Visitors.Household household, AccountId account) {
        jdbc.sql("update " + table + " set level = 'FULL' where account_id = :account and subscriber_id = :subscriber")
                .param("account", account.value())
                .param("subscriber", household.id().value())
                .update();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
