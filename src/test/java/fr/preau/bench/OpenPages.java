package fr.preau.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Pages that wait for news, as plain sockets in one thread: what they cost here is next to nothing.
 */
final class OpenPages implements AutoCloseable {
    /** Asking at the same time: more would wait before the door, not behind it. */
    private static final int AT_ONCE = 32;

    private static final long PATIENCE = 60_000_000_000L;

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final List<Page> pages = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024);
    private int counted;
    private int rung;
    private int closed;

    OpenPages(int port) throws IOException {
        server = new InetSocketAddress("127.0.0.1", port);
    }

    private static final class Page {
        private final StringBuilder said = new StringBuilder();
        private boolean counted;
        private boolean rung;

        private void hearAgain() {
            said.setLength(0);
            rung = false;
        }
    }

    /** Opens as many, each with the cookie of somebody, and waits until each knows its count. */
    void open(int many, IntFunction<String> cookie) throws IOException {
        var until = System.nanoTime() + PATIENCE;
        while (counted < many) {
            while (pages.size() < many && pages.size() - counted < AT_ONCE)
                ask(cookie.apply(pages.size()));
            listen(100);
            if (closed > 0 || System.nanoTime() > until)
                throw new IllegalStateException(
                        "%d of %d are open, %d were closed".formatted(counted, many, closed));
        }
    }

    private void ask(String cookie) throws IOException {
        var channel = SocketChannel.open(server);
        var request =
                "GET /notifications/live HTTP/1.1\r\nHost: localhost:%d\r\nUser-Agent: bench\r\nAccept: text/event-stream\r\nCookie: preau=%s\r\n\r\n"
                        .formatted(server.getPort(), cookie);
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        var page = new Page();
        pages.add(page);
        channel.register(selector, SelectionKey.OP_READ, page);
    }

    /** Nanoseconds until the last has rung, from the moment at which the event began. */
    long untilRung(long began) throws IOException {
        while (rung < pages.size()) {
            listen(100);
            if (System.nanoTime() - began > PATIENCE)
                throw new IllegalStateException(rung + " of " + pages.size() + " have rung");
        }
        var lasted = System.nanoTime() - began;
        pages.forEach(Page::hearAgain);
        rung = 0;
        return lasted;
    }

    private void listen(int millis) throws IOException {
        selector.select(this::read, millis);
    }

    private void read(SelectionKey key) {
        var page = (Page) key.attachment();
        try {
            bytes.clear();
            if (((SocketChannel) key.channel()).read(bytes) < 0) {
                closed++;
                key.cancel();
                return;
            }
        } catch (IOException e) {
            closed++;
            key.cancel();
            return;
        }
        if (page.rung) return;
        page.said.append(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        if (!page.counted && page.said.indexOf("event:bell") >= 0) {
            page.counted = true;
            counted++;
        }
        if (page.said.indexOf("event:ring") >= 0) {
            page.rung = true;
            rung++;
        }
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }
}
