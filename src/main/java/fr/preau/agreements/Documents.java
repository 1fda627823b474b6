package fr.preau.agreements;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pages that are kept: none is replaced. They lie beside the convention, in one transaction.
 */
@Component
public class Documents {
    private final JdbcClient db;

    Documents(JdbcClient db) {
        this.db = db;
    }

    public enum Kind {
        /** As it was signed. */
        PROPOSED,
        /** Brought back signed by the town. */
        TOWN,
        /** Brought with both signatures. */
        REGION,
        /** Ours, with what is known of both signatures. */
        FINAL
    }

    /** Pages that somebody may open; {@code unread}: nobody's machine has found their mark. */
    public record Kept(Kind kind, int edition, int size, boolean unread, Instant madeAt) {}

    /** Returns the SHA-256. The same kind and edition a second time is refused by the key. */
    byte[] keep(Agreement agreement, Kind kind, byte[] bytes, String mark, Instant now) {
        var hash = hash(bytes);
        db.sql(
                        """
                        insert into agreement_document (agreement_id, kind, edition, bytes, sha256, mark, made_at) values (:id, :kind, :edition, :bytes, :hash, :mark, :now)
                        """)
                .param("id", agreement.id())
                .param("kind", kind.name())
                .param("edition", agreement.edition())
                .param("bytes", bytes)
                .param("hash", hash)
                .param("mark", mark)
                .param("now", Timestamp.from(now))
                .update();
        return hash;
    }

    Optional<byte[]> bytes(long agreement, Kind kind) {
        return db.sql(
                        "select bytes from agreement_document where agreement_id = :id and kind = :kind order by edition desc limit 1")
                .param("id", agreement)
                .param("kind", kind.name())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    List<Kept> of(long agreement) {
        return db.sql(
                        """
                        select kind, edition, length(bytes) as size, mark = 'UNREAD' as unread, made_at
                          from agreement_document where agreement_id = :id order by made_at, kind
                        """)
                .param("id", agreement)
                .query(Kept.class)
                .list();
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
