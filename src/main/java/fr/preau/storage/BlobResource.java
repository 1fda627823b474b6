package fr.preau.storage;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A blob as it is answered, whole or in parts: players ask for parts. */
final class BlobResource extends AbstractResource {
    private final Blobs blobs;
    private final String content;
    private final long size;

    BlobResource(Blobs blobs, String content, long size) {
        this.blobs = blobs;
        this.content = content;
        this.size = size;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return blobs.open(content);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public String getDescription() {
        return "a stored file";
    }
}
