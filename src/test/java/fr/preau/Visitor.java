package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript: follows links and fills the forms that it was shown, never an
 * address or a field that is not there.
 */
public final class Visitor {
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private String agent = "Visitor";
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(String address) {
        this.address = address;
    }

    /** What came back: status, place, page. */
    public record Answer(
            int status,
            String path,
            String location,
            String body,
            java.net.http.HttpHeaders headers) {
        public Document page() {
            return Jsoup.parse(body);
        }

        /** The file that was downloaded, as it came. */
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The words that a person reads, in the order of the page, with plain spaces. */
        public String words() {
            return Plain.words(page().body().text());
        }
    }

    /** What this browser says that it is. */
    public void calledItself(String agent) {
        this.agent = agent;
    }

    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Opens an address and follows redirects to the page where they end. */
    public Answer open(String path) {
        var answer = ask("GET", path, null);
        for (int hops = 0; answer.status() == 303 && hops < 5; hops++)
            answer = ask("GET", answer.location(), null);
        return answer;
    }

    /** Opens an address without following. */
    public Answer ask(String path) {
        return ask("GET", path, null);
    }

    /** The form of the page with this action, with what it holds already. */
    public Form form(Answer answer, String action) {
        return answer.page().select("form").stream()
                .filter(form -> form.attr("action").equals(action))
                .findFirst()
                .map(form -> new Form(form, answer.path()))
                .orElseThrow(() ->
                        new NoSuchElementException(
                                "no form for "
                                        + action
                                        + " on "
                                        + answer.path()
                                        + " ("
                                        + answer.status()
                                        + ")"));
    }

    /**
     * Sends fields to an address as a form would, with a token of ours: for hostile and repeated
     * requests.
     */
    public Answer post(String path, Map<String, String> fields) {
        if (!cookies.containsKey("preau-form")) open("/sign-in?who=PUPIL");
        var token =
                form(ask("GET", "/sign-in?who=PUPIL", null), "/sign-in").fields.stream()
                        .filter(f -> f[0].equals("_csrf"))
                        .findFirst()
                        .orElseThrow()[1];
        var all = new ArrayList<String[]>();
        all.add(new String[] {"_csrf", token});
        fields.forEach((name, value) -> all.add(new String[] {name, value}));
        return ask("POST", path, encode(all));
    }

    /** A form being filled. */
    public final class Form {
        private String action;
        private final List<String[]> fields = new ArrayList<>();
        private final List<Brought> files = new ArrayList<>();

        private Form(Element form, String path) {
            action = form.attr("action").isEmpty() ? path : form.attr("action");
            for (var field : ((org.jsoup.nodes.FormElement) form).formData())
                fields.add(new String[] {field.key(), field.value()});
        }

        public Form fill(String name, String value) {
            fields.removeIf(field -> field[0].equals(name));
            fields.add(new String[] {name, value});
            return this;
        }

        public Form add(String name, String value) {
            fields.add(new String[] {name, value});
            return this;
        }

        /** A file chosen in the form: what is sent is then in parts. */
        public Form attach(String field, String name, byte[] content) {
            files.add(new Brought(field, name, content));
            return this;
        }

        /** Another button of the form, which sends it elsewhere. */
        public Form by(String formaction) {
            action = formaction;
            return this;
        }

        public Form without(String name) {
            fields.removeIf(field -> field[0].equals(name));
            return this;
        }

        public String value(String name) {
            return fields.stream()
                    .filter(field -> field[0].equals(name))
                    .map(field -> field[1])
                    .findFirst()
                    .orElse("");
        }

        /** Sends the form and follows to the page where it leads. */
        public Answer send() {
            var answer = sendOnly();
            return answer.status() == 303 ? open(answer.location()) : answer;
        }

        public Answer sendOnly() {
            return files.isEmpty()
                    ? ask("POST", action, encode(fields))
                    : ask(action, inParts(fields, files));
        }
    }

    private record Brought(String field, String name, byte[] content) {}

    private static final String EDGE = "----preau-edge-of-a-part";

    private static byte[] inParts(List<String[]> fields, List<Brought> files) {
        var body = new java.io.ByteArrayOutputStream();
        for (var field : fields) {
            body.writeBytes(head(field[0], ""));
            body.writeBytes((field[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        for (var file : files) {
            body.writeBytes(head(file.field(), "; filename=\"" + file.name() + "\""));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] head(String field, String more) {
        return ("--"
                        + EDGE
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\""
                        + more
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(List<String[]> fields) {
        return fields.stream()
                .map(f ->
                        URLEncoder.encode(f[0], StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(f[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer ask(String path, byte[] parts) {
        return answer(
                path,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                        .POST(BodyPublishers.ofByteArray(parts)));
    }

    public Answer ask(String method, String path, String body) {
        var request = request(path);
        if (body == null) request.method(method, BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, BodyPublishers.ofString(body));
        return answer(path, request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("User-Agent", agent)
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(c -> c.getKey() + "=" + c.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Answer answer(String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), Visitor::read);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(),
                    path,
                    response.headers().firstValue("Location").orElse(""),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status and the headers only: for answers that never end. */
    public Answer peek(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("User-Agent", agent)
                            .header(
                                    "Cookie",
                                    cookies.entrySet().stream()
                                            .map(c -> c.getKey() + "=" + c.getValue())
                                            .collect(Collectors.joining("; ")))
                            .build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close();
            return new Answer(
                    response.statusCode(),
                    path,
                    response.headers().firstValue("Location").orElse(""),
                    "",
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";")[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    /** A text as such; a PDF and an image byte by byte. */
    private static HttpResponse.BodySubscriber<String> read(HttpResponse.ResponseInfo answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return HttpResponse.BodySubscribers.ofString(
                type.startsWith("application/pdf") || type.equals("image/png")
                        ? StandardCharsets.ISO_8859_1
                        : StandardCharsets.UTF_8);
    }
}
