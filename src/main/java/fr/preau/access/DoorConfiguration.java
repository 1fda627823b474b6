package fr.preau.access;

import fr.preau.database.ConnectionPool;
import fr.preau.database.Walls;
import fr.preau.web.DevicePolicy;
import fr.preau.web.KeepsForms;
import fr.preau.web.TroublePage;
import fr.preau.web.Views;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The short filter chain: headers, too many at once, form tokens, session. Who may call what is
 * decided at the handlers, by their signature (see {@code web.Doorkeeper}); nothing here opens a
 * door.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication
class DoorConfiguration {
    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Sessions sessions,
            Devices devices,
            Walls walls,
            ObjectProvider<KeepsForms> keepers,
            ObjectProvider<ForeignForms> foreign,
            Views views,
            ConnectionPool pool,
            @Value("${preau.db.waiting}") int waiting)
            throws Exception {
        var tokens = new XorCsrfTokenRequestAttributeHandler();
        var fromElsewhere =
                foreign.stream()
                        .flatMap(forms -> forms.paths().stream())
                        .map(path ->
                                PathPatternRequestMatcher.withDefaults()
                                        .matcher(HttpMethod.POST, path))
                        .toArray(RequestMatcher[]::new);
        return http.csrf(csrf ->
                        csrf.csrfTokenRepository(new FormTokens())
                                .csrfTokenRequestHandler(tokens)
                                .ignoringRequestMatchers(fromElsewhere))
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(ContentPolicy.USUAL))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                                .crossOriginOpenerPolicy(
                                        coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .crossOriginResourcePolicy(
                                        corp -> corp.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(
                                        permissions -> permissions.policy(DevicePolicy.USUAL))
                                .httpStrictTransportSecurity(hsts ->
                                        hsts.maxAgeInSeconds(63_072_000).includeSubDomains(true))
                                .cacheControl(cache -> cache.disable()))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> anonymous.disable())
                .servletApi(api -> api.disable())
                .securityContext(context -> context.disable())
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler((request, response, e) ->
                                views.show(new TroublePage(403, "stale", ""), request, response)))
                .addFilterBefore(
                        new OverloadFilter(pool::waiting, views, waiting), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(sessions, devices), CsrfFilter.class)
                .addFilterBefore(new UploadFilter(views), CsrfFilter.class)
                .addFilterAfter(
                        new KeepFilter(sessions, walls, keepers.stream().toList()),
                        CsrfFilter.class)
                .build();
    }
}
