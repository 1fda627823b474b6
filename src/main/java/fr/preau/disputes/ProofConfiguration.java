package fr.preau.disputes;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Doorkeeper;
import fr.preau.web.StepUp;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Griefs take longer to write than a proof lasts: what was typed is kept before the door asks for
 * another one, and its form finds it again.
 */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {
    /** A little less than a proof lasts, so that nothing is lost in between. */
    private static final Duration FRESH = Duration.ofMinutes(9);

    /** Interceptors with paths of their own come before those of all paths: before the door. */
    @Bean
    MappedInterceptor keepsDisputes(Writing writing, Walls walls, Clock clock) {
        return new MappedInterceptor(
                new String[] {DisputesController.LIST, DisputesController.LIST + "/**"},
                new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler) {
                        var visit = Doorkeeper.visitOf(request);
                        if (visit != null && asks(request, handler) && isOld(visit, clock))
                            walls.as(
                                    Wall.DOOR,
                                    () -> keep(writing, visit.actor().account(), request));
                        return true;
                    }
                });
    }

    private static boolean asks(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("POST")
                && handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(StepUp.class);
    }

    private static boolean isOld(Visit visit, Clock clock) {
        var proven = visit.secondFactorAt();
        return proven == null || proven.plus(FRESH).isBefore(clock.instant());
    }

    private static void keep(Writing writing, long account, HttpServletRequest request) {
        writing.keep(account, request.getRequestURI(), request.getParameterMap())
                .ifPresent(path -> Doorkeeper.keptAt(request, path));
    }
}
