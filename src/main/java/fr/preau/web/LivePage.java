package fr.preau.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that waits for news (server-sent events). What is said before the request has ended is
 * said when its socket has been handed over.
 */
public final class LivePage {
    private static final Logger log = LoggerFactory.getLogger(LivePage.class);

    /** Beyond this, whoever does not read is no longer written to. */
    private static final long READS_WITHIN = 10_000;

    private final Runnable forget;
    private final StringBuilder unsaid = new StringBuilder();
    private volatile @Nullable SocketWrapperBase<?> socket;
    private volatile boolean left;

    /**
     * @param forget what is done when it has left, perhaps twice
     */
    LivePage(Runnable forget) {
        this.forget = forget;
    }

    /** The request has ended; the socket remains. */
    synchronized void open(SocketWrapperBase<?> handedOver) {
        handedOver.setWriteTimeout(READS_WITHIN);
        socket = handedOver;
        if (left) {
            handedOver.close();
        } else if (!unsaid.isEmpty()) {
            say(handedOver, unsaid.toString());
        }
        unsaid.setLength(0);
        unsaid.trimToSize();
    }

    synchronized void tell(String event, String data) {
        if (left) return;
        var words = "event:" + event + "\ndata:" + data + "\n\n";
        var open = socket;
        if (open != null) say(open, words);
        else if (unsaid.indexOf(words) < 0) unsaid.append(words); // once is news enough
    }

    private void say(SocketWrapperBase<?> open, String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        try {
            open.write(true, bytes, 0, bytes.length);
            open.flush(true);
        } catch (IOException | RuntimeException e) {
            log.debug("a page has left");
            leave();
        }
    }

    /** Not synchronized: whoever is being written to and does not read is left all the same. */
    void leave() {
        left = true;
        forget.run();
        var open = socket;
        if (open != null) open.close();
    }
}
