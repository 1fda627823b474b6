package fr.preau;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * The real program serving in a process of its own; a second one in the same folder is a second
 * node on the same PostgreSQL.
 */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    final String address;

    Node(Path data) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "http://localhost:" + port;
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Duser.timezone=Europe/Paris",
                        "-Dpreau.publications.again=3s",
                        "-cp",
                        List.of(System.getProperty("java.class.path").split(":")).stream()
                                .filter(part -> !part.endsWith("test-classes"))
                                .reduce((a, b) -> a + ":" + b)
                                .orElseThrow(),
                        Preau.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("PREAU_"));
        builder.environment().put("PREAU_DATA", data.toString());
        builder.environment().put("PORT", Integer.toString(port));
        Files.createDirectories(Path.of("target"));
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of("target/node.log").toFile()));
        process = builder.start();
        until("the node answers", this::isServing);
    }

    private boolean isServing() {
        if (!process.isAlive()) throw new AssertionError("the node has ended: target/node.log");
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(address + "/sign-in")).build();
            return http.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks again and again, for as long as a very slow machine needs. */
    static void until(String what, BooleanSupplier true_) {
        var last = System.nanoTime() + PATIENCE.toNanos();
        while (!true_.getAsBoolean()) {
            if (System.nanoTime() > last) throw new AssertionError("waited in vain: " + what);
            Thread.yield();
        }
    }

    /** Somebody of the cast who comes in through the door of this node. */
    Visitor signIn(String login) {
        var visitor = new Visitor(address);
        var page =
                visitor.form(visitor.open("/sign-in"), "/sign-in")
                        .fill("login", login)
                        .fill("password", "preau-demo-2024")
                        .send();
        if (page.path().startsWith("/second-factor"))
            page = visitor.form(page, "/second-factor").send();
        if (page.path().startsWith("/charter"))
            visitor.form(page, "/charter").add("agreed", "true").send();
        return visitor;
    }

    /** The same person, who comes back through this node with the session that they have. */
    Visitor with(Visitor visitor) {
        var here = new Visitor(address);
        here.cookie("preau", visitor.cookie("preau"));
        return here;
    }

    /** What a page that waits for news is told, line by line. */
    List<String> follow(Visitor visitor) throws InterruptedException {
        var heard = java.util.Collections.synchronizedList(new ArrayList<String>());
        var open = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> {
                    try (var http = HttpClient.newHttpClient()) {
                        var asked =
                                HttpRequest.newBuilder(URI.create(address + "/notifications/live"))
                                        .header("Cookie", "preau=" + visitor.cookie("preau"))
                                        .header("User-Agent", "Visitor")
                                        .build();
                        var answer = http.send(asked, BodyHandlers.ofLines());
                        heard.add("status " + answer.statusCode());
                        open.countDown();
                        answer.body().forEach(heard::add);
                    } catch (Exception e) {
                        heard.add("end " + e.getClass().getSimpleName());
                        open.countDown();
                    }
                });
        open.await();
        return heard;
    }

    /** The program dies at once; its PostgreSQL lives on, as after a real kill. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
