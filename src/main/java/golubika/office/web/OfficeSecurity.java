package golubika.office.web;

import golubika.audit.Caller;
import golubika.office.OfficeActs;
import golubika.office.Staff;
import golubika.office.StaffBook;
import golubika.site.PageHeaders;
import golubika.site.SessionRealm;
import jakarta.servlet.DispatcherType;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/// The office stands apart from the cabinets: own accounts, own sessions, own rules. Whoever works here sees all of it,
/// and each page asks which supplier they work for.
@Configuration(proxyBeanMethods = false)
class OfficeSecurity {

    @Bean
    SessionRealm officeSessions() {
        return new SessionRealm("/office", "golubika-office");
    }

    @Bean
    @Order(1)
    SecurityFilterChain office(
            HttpSecurity http, PageHeaders headers, OfficeEntrance entrance, StaffBook book, OfficeActs acts) {
        var doorkeeper = new OfficeDoorkeeper();
        return http.securityMatcher("/office", "/office/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/office/login", "/office/theme")
                        .permitAll()
                        .requestMatchers("/office/password")
                        .access(atWork(staff -> true))
                        .anyRequest()
                        .access(atWork(staff -> !staff.onceOnly())))
                .securityContext(context -> context.securityContextRepository(entrance.sessions()))
                .addFilterBefore(new StaffFilter(book), AuthorizationFilter.class)
                .csrf(forms -> forms.csrfTokenRepository(entrance.forms()))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
                .logout(out -> out.logoutUrl("/office/logout")
                        .addLogoutHandler(departures(acts))
                        .logoutSuccessUrl("/office/login?bye"))
                .headers(headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .build();
    }

    private static LogoutHandler departures(OfficeActs acts) {
        return (request, response, authentication) -> {
            if (authentication instanceof AtWork atWork) {
                acts.note(atWork.staff(), OfficeActs.Kind.SIGNED_OUT, "", "", Caller.of(request));
            }
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> atWork(Predicate<Staff> rule) {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get() instanceof AtWork atWork && rule.test(atWork.staff()));
    }
}
