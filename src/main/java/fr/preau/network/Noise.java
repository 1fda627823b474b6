package fr.preau.network;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/** Bytes that nothing on the way makes smaller, the same block for everybody. */
@Component
class Noise {
    /** The largest of one download; the page's script asks for no more. */
    static final int MOST = 4_000_000;

    private final byte[] block = new byte[MOST];

    Noise() {
        new SplittableRandom().nextBytes(block);
    }

    InputStream of(int bytes) {
        return new ByteArrayInputStream(block, 0, bytes);
    }
}
