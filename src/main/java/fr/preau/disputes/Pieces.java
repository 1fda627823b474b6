package fr.preau.disputes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the parties have filed: never changed, never removed. */
@Component
class Pieces {
    private static final String COLUMNS =
            """
            p.id, p.step_id, p.party, p.kind, p.type, p.size, encode(p.sha256, 'hex') as sha256, p.filed_at,
            exists (select 1 from dispute_piece_error e where e.piece_id = p.id) as disowned
            """;

    private final JdbcClient db;
    private final Clock clock;

    Pieces(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<Piece> of(Dispute dispute) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from dispute_piece p where p.dispute_id = :dispute order by p.id")
                .param("dispute", dispute.id())
                .query(Piece.class)
                .list();
    }

    Optional<Piece> find(Dispute dispute, long id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from dispute_piece p where p.dispute_id = :dispute and p.id = :id")
                .param("dispute", dispute.id())
                .param("id", id)
                .query(Piece.class)
                .optional();
    }

    byte[] bytes(Piece piece) {
        return db.sql("select bytes from dispute_piece where id = :id")
                .param("id", piece.id())
                .query(byte[].class)
                .single();
    }

    /** Of this party; what it has disowned takes nobody's place. */
    int count(Dispute dispute, Party party) {
        return db.sql(
                        """
                        select count(*) from dispute_piece p where p.dispute_id = :dispute and p.party = :party
                           and not exists (select 1 from dispute_piece_error e where e.piece_id = p.id)
                        """)
                .param("dispute", dispute.id())
                .param("party", party.name())
                .query(Integer.class)
                .single();
    }

    long file(
            Step step, Dispute dispute, Party party, PieceKind kind, PieceType type, byte[] bytes) {
        return db.sql(
                        """
                        insert into dispute_piece (dispute_id, agreement_id, step_id, party, kind, type, bytes, size, sha256, filed_at)
                        select :dispute, :agreement, :step, :party, :kind, :type, b.bytes, length(b.bytes), sha256(b.bytes), :now from (select cast(:bytes as bytea) as bytes) b returning id
                        """)
                .param("dispute", dispute.id())
                .param("agreement", dispute.agreementId())
                .param("step", step.id())
                .param("party", party.name())
                .param("kind", kind.name())
                .param("type", type.name())
                .param("bytes", bytes)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** False when it was said already. */
    boolean disown(Dispute dispute, Piece piece) {
        return db.sql(
                                "insert into dispute_piece_error (piece_id, dispute_id, agreement_id, said_at) values (:piece, :dispute, :agreement, :now) on conflict do nothing")
                        .param("piece", piece.id())
                        .param("dispute", dispute.id())
                        .param("agreement", dispute.agreementId())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
