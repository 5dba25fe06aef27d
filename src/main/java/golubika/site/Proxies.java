package golubika.site;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Whom the portal believes where a request comes from. `golubika.proxies` lists the addresses or networks
/// (`10.0.0.5,10.1.0.0/16,fd00::/8`) of the proxies before it; their X-Forwarded-For and X-Forwarded-Proto count.
/// From all others these headers are ignored, since limits and the consent's address rest on what they say.
@Component
class Proxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final String trusted;

    Proxies(@Value("${golubika.proxies:}") String configured) {
        trusted = Arrays.stream(StringUtils.tokenizeToStringArray(configured, ","))
                .map(Proxies::network)
                .collect(Collectors.joining(","));
        var faults = new NetMaskSet().addAll(trusted);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "golubika.proxies: expected addresses or networks such as 10.0.0.5,10.1.0.0/16: " + faults);
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        if (!trusted.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(trusted);
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    /// Written out, since Tomcat takes a bare address for a regular expression.
    private static String network(String configured) {
        if (configured.contains("/")) {
            return configured;
        }
        return configured + (configured.contains(":") ? "/128" : "/32");
    }
}
