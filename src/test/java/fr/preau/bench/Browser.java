package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser behind the proxy, at one address: cookies, form tokens, no pictures. */
final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    record Page(int status, String location, String text) {}

    private static final int PATIENCE = 20;

    /** How often anybody was told to come back in a moment. */
    static final AtomicInteger comingBack = new AtomicInteger();

    private final String base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    Browser(String base) {
        this.base = base;
    }

    void keep(String cookie, String value) {
        cookies.put(cookie, value);
    }

    /** Signs out by forgetting who was in. */
    void drop(String cookie) {
        cookies.remove(cookie);
    }

    Page open(String address, String path) throws IOException, InterruptedException {
        var page = send(address, request(address, path).GET().build());
        var found = TOKEN.matcher(page.text());
        if (found.find()) token = found.group(1);
        return page;
    }

    /** The form of the page before, with these fields: name, value, name, value… */
    Page post(String address, String path, String... fields)
            throws IOException, InterruptedException {
        var body = new StringBuilder("_csrf=").append(encoded(token));
        for (var n = 0; n < fields.length; n += 2)
            body.append('&').append(fields[n]).append('=').append(encoded(fields[n + 1]));
        return send(
                address,
                request(address, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String address, String path) {
        var builder =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("X-Forwarded-For", address)
                        .header("X-Forwarded-Proto", "https")
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0");
        if (!cookies.isEmpty())
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        return builder;
    }

    /** Told to come back, it does: a page by itself, a form when the child touches it again. */
    private Page send(String address, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        for (var n = 0; n < PATIENCE && answer.statusCode() == 503; n++) {
            comingBack.incrementAndGet();
            Thread.sleep(1000L * answer.headers().firstValueAsLong("Retry-After").orElse(10));
            answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        }
        answer.headers().allValues("set-cookie").stream()
                .flatMap(line -> Stream.of(line.substring(0, line.indexOf(';'))))
                .forEach(this::set);
        return new Page(
                answer.statusCode(),
                answer.headers().firstValue("location").orElse(""),
                answer.body());
    }

    private void set(String cookie) {
        var at = cookie.indexOf('=');
        if (at == cookie.length() - 1) cookies.remove(cookie.substring(0, at));
        else cookies.put(cookie.substring(0, at), cookie.substring(at + 1));
    }
}
