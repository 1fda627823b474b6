package fr.preau.connectors;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service outside, as far as it is called: what it heard, and how it may misbehave. */
public final class Listener implements AutoCloseable {
    private static final int PATIENCE = 20;

    private final HttpServer server;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean hangs;
    private volatile boolean endless;

    public Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Thread::startVirtualThread);
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    heard.add(exchange.getRequestURI() + " " + body);
                    if (hangs) await();
                    exchange.sendResponseHeaders(200, endless ? 0 : -1);
                    if (endless) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        await();
                    }
                    exchange.close();
                });
        server.start();
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers nothing until it is closed. */
    public void hang() {
        hangs = true;
    }

    /** Begins to answer, and never ends. */
    public void goOn() {
        endless = true;
    }

    /** What it was asked next: the address and the body. */
    public String heard() throws InterruptedException {
        var next = heard.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) throw new IllegalStateException("nothing was heard");
        return next;
    }

    public boolean heardNothing() {
        return heard.isEmpty();
    }

    @Override
    public void close() {
        held.countDown();
        server.stop(0);
    }
}
