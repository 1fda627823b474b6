package fr.preau.mail;

import fr.preau.web.Mode;
import fr.preau.web.TestMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mock.env.MockEnvironment;

/**
 * A mail server on a port of its own that says to some addresses what it was told to say: refusals
 * that a usual test server does not give.
 */
public final class Postman implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile String greeting = "220 postman";
    private volatile String afterText = "250 taken";
    private volatile int connections;

    public Postman() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Mail that leaves through this server. */
    public Mail mail(Mode mode) {
        return through(door.getLocalPort(), mode);
    }

    /** Mail that leaves through whatever server listens here. */
    public static Mail through(int port, Mode mode) {
        return new Mail(
                new MockEnvironment()
                        .withProperty("preau.mail.host", "127.0.0.1")
                        .withProperty("preau.mail.port", Integer.toString(port))
                        .withProperty("preau.mail.from", "preau@example.fr")
                        .withProperty("preau.mail.tls", "false"),
                mode);
    }

    /** Without a server. */
    public static Mail closed() {
        return new Mail(new MockEnvironment(), TestMode.of("test"));
    }

    /** What it answers when a letter is for this address. */
    public Postman answering(String address, String answer) {
        answers.put(address, answer);
        return this;
    }

    public Postman away(String greeting) {
        this.greeting = greeting;
        return this;
    }

    public Postman afterText(String answer) {
        afterText = answer;
        return this;
    }

    /** The letters taken, headers and all. */
    public List<String> letters() {
        return letters;
    }

    public int connections() {
        return connections;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                connections++;
                Thread.ofVirtual().start(() -> talk(visitor));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (visitor;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        visitor.getInputStream(), StandardCharsets.UTF_8))) {
            say(visitor, greeting);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("QUIT")) {
                    say(visitor, "221 bye");
                    return;
                }
                if (line.startsWith("DATA")) {
                    say(visitor, "354 go on");
                    take(visitor, in);
                } else if (line.startsWith("RCPT"))
                    say(
                            visitor,
                            answers.getOrDefault(line.replaceAll(".*<(.*)>.*", "$1"), "250 known"));
                else say(visitor, "250 fine");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Socket visitor, BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            text.append(line).append('\n');
        if (afterText.startsWith("250")) letters.add(text.toString());
        say(visitor, afterText);
    }

    private static void say(Socket visitor, String words) throws IOException {
        visitor.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        visitor.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
