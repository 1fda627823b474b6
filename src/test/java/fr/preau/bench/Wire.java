package fr.preau.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * One connection that stays open and does next to nothing: what is measured over it is the server,
 * not the client. The JDK's own needs some milliseconds of these two cores for each request.
 */
final class Wire implements AutoCloseable {
    /**
     * @param head status line and headers
     * @param nanoseconds from the first byte that leaves to the last that has come
     */
    record Answer(int status, String head, byte[] body, long nanoseconds) {
        String location() {
            return header("location");
        }

        private String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** As it was before it was compressed. */
        String text() throws IOException {
            if (!header("content-encoding").equals("gzip"))
                return new String(body, StandardCharsets.UTF_8);
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private final URI address;
    private Socket socket;
    private InputStream in;
    private final String lines;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * @param session what the session's cookie says
     */
    Wire(String base, String session) throws IOException {
        address = URI.create(base);
        connect();
        lines =
                " HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: 100.64.0.1\r\nX-Forwarded-Proto: https\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0\r\nAccept-Encoding: gzip\r\n"
                        .formatted(address.getAuthority());
        cookies.put("preau", session);
    }

    private void connect() throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    Answer get(String path) throws IOException {
        return exchange("GET " + path + lines + cookies() + "\r\n");
    }

    /**
     * @param form already encoded, ASCII
     */
    Answer post(String path, String form) throws IOException {
        return exchange(
                "POST "
                        + path
                        + lines
                        + cookies()
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length()
                        + "\r\n\r\n"
                        + form);
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    private Answer exchange(String request) throws IOException {
        var bytes = request.getBytes(StandardCharsets.US_ASCII);
        var from = System.nanoTime();
        socket.getOutputStream().write(bytes);
        var head = head();
        var body = body(head);
        var took = System.nanoTime() - from;
        head.lines().filter(line -> line.startsWith("Set-Cookie: ")).forEach(this::keep);
        // The server lets a connection carry so many requests; the next opens before its clock
        // runs.
        if (head.toLowerCase(Locale.ROOT).contains("\nconnection: close")) {
            socket.close();
            connect();
        }
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, body, took);
    }

    private void keep(String line) {
        var cookie = line.substring("Set-Cookie: ".length()).replaceFirst(";.*", "").split("=", 2);
        cookies.put(cookie[0], cookie[1]);
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        for (var line = line(); !line.isEmpty(); line = line()) head.append(line).append('\n');
        return head.toString();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("the server has hung up");
            if (b != '\r') line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private byte[] body(String head) throws IOException {
        var lower = head.toLowerCase(Locale.ROOT);
        var length = lower.indexOf("\ncontent-length:");
        if (length >= 0) {
            var from = length + "\ncontent-length:".length();
            return in.readNBytes(
                    Integer.parseInt(head.substring(from, head.indexOf('\n', from)).strip()));
        }
        if (!lower.contains("\ntransfer-encoding: chunked")) return new byte[0];
        var all = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
