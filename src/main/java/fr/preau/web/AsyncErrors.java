package fr.preau.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/**
 * A listener that fails is tried again later; the log keeps the classes and the places, not the
 * words, which may quote a row.
 */
@Component
class AsyncErrors implements AsyncConfigurer {
    private static final Logger log = LoggerFactory.getLogger(AsyncErrors.class);

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (error, method, arguments) ->
                log.error(
                        "{} failed: {}",
                        method.getName(),
                        error.getClass().getName(),
                        Edge.withoutMessages(error));
    }
}
