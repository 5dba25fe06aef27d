package golubika.demo.bank;

import golubika.demo.OnDemo;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(OnDemo.class)
class DemoBankConfiguration {

    private volatile URI webhooks = URI.create("http://localhost/webhooks/");

    @Bean(destroyMethod = "close")
    DemoBank demoBank(DataSource database, @Value("${golubika.demo.bank-port}") int port, Clock clock) {
        return new DemoBank(database, port, DemoBankSettings.SECRET, () -> webhooks, clock);
    }

    @Bean
    ApplicationListener<WebServerInitializedEvent> openDemoBank(DemoBank bank) {
        return event -> {
            if (event.getApplicationContext().getServerNamespace() == null) {
                var port = event.getWebServer().getPort();
                webhooks = URI.create("http://localhost:" + port + "/webhooks/");
                bank.deliverByItself();
            }
        };
    }
}
