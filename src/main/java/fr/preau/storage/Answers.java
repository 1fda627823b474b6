package fr.preau.storage;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A file in an answer: of the type that was found inside and of no other, able to run nothing, kept
 * by no shared cache and asked for again each time, since a right may have ended.
 */
final class Answers {
    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private Answers() {}

    static ResponseEntity<Resource> attached(StoredFile file, Resource bytes) {
        return answer("attachment", file, bytes);
    }

    static ResponseEntity<Resource> inline(StoredFile file, Resource bytes) {
        return answer("inline", file, bytes);
    }

    private static ResponseEntity<Resource> answer(String kind, StoredFile file, Resource bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(kind, file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(bytes);
    }
}
