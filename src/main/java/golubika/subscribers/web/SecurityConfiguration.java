package golubika.subscribers.web;

import golubika.site.PageHeaders;
import golubika.subscribers.Consents;
import golubika.subscribers.Standing;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// Who may ask for what. Guests see the way in; who has a password but has not confirmed or signed sees the next step;
/// all the rest is for those inside. Guests cost no session: forms are guarded by a cookie and a hidden field.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/login",
        "/login/passkey/**",
        "/register",
        "/register/**",
        "/confirm/**",
        "/recover/**",
        "/agreement",
        "/personal-data",
        "/theme",
        "/assets/**",
        "/error",
        "/demo/**",
        "/favicon.ico",
        "/webhooks/**",
        "/reading/*",
        "/reading/*/preview",
        "/calendars/*",
        "/support",
        "/support/sent",
        "/support/guest/**",
        "/actuator/health/**"
    };

    /// What who has not signed may do as well: sign, take their data along, leave.
    private static final String[] UNSIGNED = {
        "/consent", "/signatures/**", "/export", "/export/**", "/deletion", "/deletion/**", "/withdrawal"
    };

    @Bean
    CsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("golubika-forms");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            CsrfTokenRepository formTokens,
            PageHeaders headers,
            Consents consents,
            Entrance entrance,
            Departures departures,
            @Value("${server.port:8080}") int port,
            @Value("${management.server.port:${server.port:8080}}") int managementPort) {
        var doorkeeper = new Doorkeeper();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/invitations/*/*")
                        .permitAll()
                        .requestMatchers("/")
                        .access(signedIn(person -> person == null || person.standing() == Standing.INSIDE))
                        .requestMatchers(UNSIGNED)
                        .access(signedIn(person -> person != null && person.standing() != Standing.UNCONFIRMED))
                        .requestMatchers("/actuator/**")
                        .access(request(asked -> managementPort != port && asked.getLocalPort() == managementPort))
                        .anyRequest()
                        .hasRole(SignedIn.ROLE))
                .addFilterBefore(new StandingFilter(consents, entrance), AuthorizationFilter.class)
                .csrf(forms -> forms.csrfTokenRepository(formTokens).ignoringRequestMatchers("/webhooks/**"))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .logout(out ->
                        out.logoutUrl("/logout").addLogoutHandler(departures).logoutSuccessUrl("/login?bye"))
                .headers(headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> signedIn(Predicate<@Nullable SignedIn> rule) {
        return (authentication, context) -> new AuthorizationDecision(
                rule.test(authentication.get() instanceof SignedIn signedIn ? signedIn : null));
    }

    private static AuthorizationManager<RequestAuthorizationContext> request(Predicate<HttpServletRequest> rule) {
        return (authentication, context) -> new AuthorizationDecision(rule.test(context.getRequest()));
    }
}
