package golubika.payments.providers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({YooKassaSettings.class, SberbankSettings.class, TbankSettings.class})
class ProvidersConfiguration {}
