package golubika.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/// The security headers of every answer. Pages load nothing from elsewhere, are framed by nobody and send their
/// forms to us alone, or on to the pages where people pay. Pages are never stored; assets say otherwise themselves.
@Component
public class PageHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String UNUSED_POWERS = "accelerometer=(), autoplay=(), camera=(), display-capture=(), "
            + "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// Where people hold the code of a bill before their camera: it is read in the browser, by compiled code of ours.
    private static final Set<String> CAMERA_PAGES = Set.of("/accounts/connect", "/accounts/connect/code");

    private final String contentSecurity;

    /// @param paymentPages origins such as `https://yoomoney.ru`: a form's answer may lead there
    PageHeaders(@Value("${golubika.payments.page-origins:}") List<String> paymentPages) {
        var origins = paymentPages.stream().map(PageHeaders::origin).collect(Collectors.joining());
        contentSecurity = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
                + "frame-ancestors 'none'; form-action 'self'" + origins;
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(
                        (request, response) -> write(response, "Content-Security-Policy", contentSecurity(request)))
                .addHeaderWriter((request, response) -> write(response, "Permissions-Policy", powers(request)))
                .httpStrictTransportSecurity(
                        secure -> secure.includeSubDomains(false).maxAgeInSeconds(31_536_000))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private String contentSecurity(HttpServletRequest request) {
        return takesPictures(request)
                ? contentSecurity.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
                : contentSecurity;
    }

    private static String powers(HttpServletRequest request) {
        return takesPictures(request) ? UNUSED_POWERS.replace("camera=()", "camera=(self)") : UNUSED_POWERS;
    }

    private static void write(HttpServletResponse response, String header, String value) {
        if (!response.containsHeader(header)) {
            response.setHeader(header, value);
        }
    }

    private static boolean takesPictures(HttpServletRequest request) {
        return CAMERA_PAGES.contains(request.getRequestURI());
    }

    /// The same for an answer that the filters do not see. HSTS is left to those that do.
    void write(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentSecurity);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Permissions-Policy", UNUSED_POWERS);
        response.setHeader("Cross-Origin-Opener-Policy", CrossOriginOpenerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Cross-Origin-Resource-Policy", CrossOriginResourcePolicy.SAME_ORIGIN.getPolicy());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String origin(String configured) {
        if (!configured.matches("https?://[A-Za-z0-9.*-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException("golubika.payments.page-origins: not an origin: " + configured);
        }
        return " " + configured;
    }
}
