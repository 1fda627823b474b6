package fr.preau.web;

import fr.preau.database.Walls;
import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Around every handler that takes an {@link Actor}: one transaction behind the wall of that actor;
 * a repeated form answers as it did the first time; a page's chrome is gathered before the
 * transaction ends.
 */
final class Handling implements MethodInterceptor {
    private final Walls walls;
    private final OnceKeys onceKeys;
    private final Chromes chromes;

    Handling(Walls walls, OnceKeys onceKeys, Chromes chromes) {
        this.walls = walls;
        this.onceKeys = onceKeys;
        this.chromes = chromes;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var actor = actorOf(call);
        try {
            return walls.within(actor.reach(), () -> handle(call, actor));
        } catch (Wrapped wrapped) {
            throw wrapped.getCause();
        }
    }

    private @Nullable Object handle(MethodInvocation call, Actor actor) {
        var request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                        .getRequest();
        var key = keyOf(request);
        if (key != null) {
            // What answers no view only accompanies a form, and shares the form's key.
            var route = call.getMethod().getReturnType() == View.class ? routeOf(request) : null;
            var earlier = onceKeys.claim(actor, key, route);
            if (earlier != null) return earlier;
        }
        var answer = proceed(call);
        if (key != null) onceKeys.settle(actor, key, answer);
        if (answer instanceof Page) request.setAttribute(Chrome.ATTRIBUTE, chromes.of(actor));
        return answer;
    }

    /** The key that our form carries; anything else that is sent in its place is no key. */
    private static @Nullable String keyOf(HttpServletRequest request) {
        var key = request.getMethod().equals("GET") ? null : request.getParameter("_once");
        return key != null && key.matches("[A-Za-z0-9_-]{1,64}") ? key : null;
    }

    private static String routeOf(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    private static @Nullable Object proceed(MethodInvocation call) {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Wrapped(e);
        }
    }

    private static Actor actorOf(MethodInvocation call) {
        for (var argument : call.getArguments()) if (argument instanceof Actor actor) return actor;
        throw new IllegalStateException(call.getMethod() + " names no actor");
    }

    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrapped(Throwable cause) {
            super(cause);
        }
    }
}
