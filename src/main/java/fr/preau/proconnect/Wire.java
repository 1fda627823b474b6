package fr.preau.proconnect;

import fr.preau.proconnect.Refusal.Reason;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What this server asks ProConnect by itself: no redirect, few bytes, and not for long. */
final class Wire {
    private static final int LARGEST = 64 * 1024;
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();

    private final Counterpart counterpart;

    Wire(Counterpart counterpart) {
        this.counterpart = counterpart;
    }

    /** A body, with the type that it says it has, in small letters and without parameters. */
    record Body(String type, String text) {}

    Body get(URI address, String... headers) {
        var request = request(address).GET();
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    Body post(URI address, Map<String, String> form) {
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)))
                        .build());
    }

    /** As a query or a form carries it, in the order of the map. */
    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(URI address) {
        Refusal.unless(counterpart.mayAsk(address), Reason.UNAVAILABLE);
        return HttpRequest.newBuilder(address).timeout(counterpart.patience());
    }

    /** The time is that of the whole answer: a body may come one byte at a time. */
    private Body send(HttpRequest request) {
        var sent =
                HTTP.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            var answer = sent.get(counterpart.patience().toMillis(), TimeUnit.MILLISECONDS);
            Refusal.unless(answer.statusCode() / 100 != 4, Reason.REJECTED);
            Refusal.unless(answer.statusCode() == 200, Reason.UNAVAILABLE);
            return new Body(
                    answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .replaceAll(";.*", "")
                            .strip()
                            .toLowerCase(java.util.Locale.ROOT),
                    new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            throw new Refusal(Reason.UNAVAILABLE);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.UNAVAILABLE);
        }
    }
}
