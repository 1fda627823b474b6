package fr.preau.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept. Of an image, {@code content} is what we have made of it, without anything
 * that it said about where and when it was taken.
 *
 * @param name as given, cleaned, with an ending that fits what the file is
 * @param mediaType decided by what is inside
 * @param content the SHA-256 of the bytes, which is where they lie
 * @param thumbnail the same for the small version of an image; null for everything else
 */
public record StoredFile(
        long school,
        long id,
        String name,
        String mediaType,
        long size,
        String content,
        @Nullable String thumbnail,
        @Nullable Integer width,
        @Nullable Integer height,
        long owner,
        Instant createdAt)
        implements Keeping {
    /** What a screen shows differently. */
    public enum Kind {
        IMAGE,
        SOUND,
        FILM,
        DOCUMENT
    }

    public Kind kind() {
        if (thumbnail != null) return Kind.IMAGE;
        if (mediaType.startsWith("audio/")) return Kind.SOUND;
        return mediaType.startsWith("video/") ? Kind.FILM : Kind.DOCUMENT;
    }

    /** How a form calls a file that it has brought. */
    public String called() {
        return school + "-" + id;
    }

    /** « 1,4 Mo », as it is said beside a name. */
    public String weight() {
        return Weight.of(size);
    }
}
