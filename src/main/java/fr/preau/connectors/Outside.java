package fr.preau.connectors;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Calls to services outside, at addresses that are registered: no redirection is followed, nothing
 * of what they answer is read but the status, and none is waited for longer than five seconds.
 */
@Component
public class Outside {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As many bytes as an empty answer may have by mistake; a longer one is given up. */
    private static final int LARGEST = 64 * 1024;

    private static final BodyHandler<Void> IGNORED =
            HttpResponse.BodyHandlers.limiting(head -> BodySubscribers.replacing(null), LARGEST);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** The status; fails when there was no whole answer in time. */
    public CompletableFuture<Integer> status(HttpRequest.Builder request) {
        var sent = http.sendAsync(request.timeout(PATIENCE).build(), IGNORED);
        // The request's own patience ends with the first line: a body may come for ever.
        return sent.thenApply(HttpResponse::statusCode)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((status, failure) -> {
                    if (failure != null) sent.cancel(true);
                });
    }
}
