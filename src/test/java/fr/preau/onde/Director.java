package fr.preau.onde;

import fr.preau.Visitor;
import fr.preau.Visitors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who sends files as a browser does, with the fields of the form that was shown. */
public final class Director {
    private static final String EDGE = "----preau-test";

    private final Visitors visitors;
    final Visitor visitor;

    public Director(Visitors visitors, String login) {
        this.visitors = visitors;
        this.visitor = visitors.as(login);
    }

    /** Uploads and follows to the preview, or to the form with its problems. */
    public Visitor.Answer upload(String... files) {
        var bytes = new ArrayList<byte[]>();
        for (var file : files) bytes.add(Csv.latin(file));
        var answer = send(true, null, bytes);
        return answer.status() == 303 ? visitor.open(answer.location()) : answer;
    }

    Visitor.Answer send(boolean token, String school, List<byte[]> files) {
        var form = visitor.form(visitor.open("/onde"), "/onde");
        var body = new java.io.ByteArrayOutputStream();
        if (token) field(body, "_csrf", form.value("_csrf"));
        field(body, "_once", form.value("_once"));
        field(body, "school", school == null ? form.value("school") : school);
        for (var file : files) {
            write(
                    body,
                    "--"
                            + EDGE
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\extraction.csv\"\r\nContent-Type: text/csv\r\n\r\n");
            body.writeBytes(file);
            write(body, "\r\n");
        }
        write(body, "--" + EDGE + "--\r\n");
        return post(body.toByteArray());
    }

    private Visitor.Answer post(byte[] body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(visitors.address() + "/onde"))
                            .header(
                                    "Cookie",
                                    "preau="
                                            + visitor.cookie("preau")
                                            + "; preau-form="
                                            + visitor.cookie("preau-form"))
                            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
            var response =
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Visitor.Answer(
                    response.statusCode(),
                    "/onde",
                    response.headers().firstValue("Location").orElse(""),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void field(java.io.ByteArrayOutputStream body, String name, String value) {
        write(
                body,
                "--"
                        + EDGE
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n");
    }

    private static void write(java.io.ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** From the preview to the result, through the page that asks. */
    Visitor.Answer commit(Visitor.Answer preview) {
        return visitor.form(confirm(preview), path(preview) + "/commit").send();
    }

    Visitor.Answer confirm(Visitor.Answer preview) {
        return visitor.open(path(preview) + "/commit");
    }

    static String path(Visitor.Answer preview) {
        return preview.path().replaceAll("[?#].*", "");
    }
}
