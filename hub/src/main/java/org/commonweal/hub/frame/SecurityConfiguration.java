package org.commonweal.hub.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The filters before every request: headers, cross-site tokens, who is signed in. Rights are the {@link Gate}'s. */
@Configuration
class SecurityConfiguration {
    /** Nothing inline, nothing from elsewhere; blob: and data: are for pictures that the page itself makes. */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain filters(HttpSecurity http, List<Customizer<HttpSecurity>> rooms) {
        // The token lies in a cookie, so that a stranger who answers a form needs no session. It stays as long as a
        // draft
        // does: telephones close their browsers between two answers, and what was typed must still be taken then.
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.maxAge(Duration.ofDays(30)));
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/openrosa/**", "/api/**"));
        http.exceptionHandling(refused -> refused.accessDeniedHandler((request, response, why) -> {
            request.setAttribute(ErrorPages.DENIED, why);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }));
        http.addFilterBefore(new FormToken(), CsrfFilter.class);
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "geolocation=(self), camera=(self), microphone=(self), publickey-credentials-get=(self)")));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        rooms.forEach(room -> room.customize(http));
        return http.build();
    }
}
