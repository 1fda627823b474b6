package fr.preau.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * What any server does for pages that wait: holds their sockets and, for each line on its own
 * input, writes one event to all of them. No sessions, no database, no HTTP worth the name. Prints
 * its port first.
 */
public final class BareServer {
    private static final byte[] BELL =
            "HTTP/1.1 200\r\nContent-Type: text/event-stream\r\n\r\nevent:bell\ndata:0\n\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RING = "event:ring\ndata:\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final ByteBuffer bytes = ByteBuffer.allocate(8 * 1024);
    private volatile boolean rings;

    private BareServer() throws IOException {}

    static void main() throws IOException {
        new BareServer().run();
    }

    private void run() throws IOException {
        var door = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 1024);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        System.out.println(((InetSocketAddress) door.getLocalAddress()).getPort());
        Thread.ofPlatform().daemon().start(this::obey);
        while (door.isOpen()) {
            selector.select(this::serve);
            if (rings) ring();
        }
    }

    private void obey() {
        try {
            while (System.in.read() >= 0) {
                rings = true;
                selector.wakeup();
            }
        } catch (IOException e) {
            System.err.println("nobody commands any more");
        }
        System.exit(0);
    }

    private void serve(SelectionKey key) {
        try {
            if (key.channel() instanceof ServerSocketChannel door) {
                var page = door.accept();
                page.configureBlocking(false);
                page.register(selector, SelectionKey.OP_READ);
            } else {
                var page = (SocketChannel) key.channel();
                bytes.clear();
                if (page.read(bytes) < 0) page.close();
                else page.write(ByteBuffer.wrap(BELL));
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void ring() throws IOException {
        rings = false;
        for (var key : selector.keys())
            if (key.isValid() && key.channel() instanceof SocketChannel page)
                page.write(ByteBuffer.wrap(RING));
    }
}
