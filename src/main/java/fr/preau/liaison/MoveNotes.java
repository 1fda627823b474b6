package fr.preau.liaison;

import fr.preau.directory.MovesPerson;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes written, received, signed and answered follow somebody whose two rows become one. */
@Component
class MoveNotes implements MovesPerson {
    /**
     * Seen at the first sight, signed at the first signature; two different replies are both kept.
     */
    private static final String UNITED =
            """
             on conflict (school_id, note_id, pupil_id, guardian_id) do update set
                signs = g.signs or excluded.signs, seen_at = least(g.seen_at, excluded.seen_at), signed_at = least(g.signed_at, excluded.signed_at),
                reply = case when g.reply is null or g.reply = excluded.reply then excluded.reply
                             when excluded.reply is null then g.reply else g.reply || E'\\n' || excluded.reply end,
                replied_at = greatest(g.replied_at, excluded.replied_at), reminded_at = greatest(g.reminded_at, excluded.reminded_at),
                paper_by = case when g.signed_at is not null and g.signed_at <= coalesce(excluded.signed_at, g.signed_at) then g.paper_by else excluded.paper_by end
            """;

    private final JdbcClient db;

    MoveNotes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void move(long kept, long absorbed) {
        written(kept, absorbed);
        asGuardian(kept, absorbed);
        asPupil(kept, absorbed);
        addressed(kept, absorbed);
        onPaper(kept, absorbed);
    }

    private void written(long kept, long absorbed) {
        run("update note set author_id = :kept where author_id = :absorbed", kept, absorbed);
        run(
                "update note_correction set corrected_by = :kept where corrected_by = :absorbed",
                kept,
                absorbed);
        run("update note_reminder set by = :kept where by = :absorbed", kept, absorbed);
        run("update note_guardian set paper_by = :kept where paper_by = :absorbed", kept, absorbed);
    }

    /** A coupon already handed out is scanned as before, a sealed answer keeps its seal. */
    private void onPaper(long kept, long absorbed) {
        for (var column : List.of("pupil_id", "guardian_id", "printed_by"))
            run(
                    "update note_coupon set %1$s = :kept where %1$s = :absorbed".formatted(column),
                    kept,
                    absorbed);
        for (var column : List.of("pupil_id", "guardian_id", "recorded_by"))
            run(
                    "update note_decision set %1$s = :kept where %1$s = :absorbed"
                            .formatted(column),
                    kept,
                    absorbed);
    }

    private void asGuardian(long kept, long absorbed) {
        run(
                """
                insert into note_guardian as g (school_id, note_id, pupil_id, guardian_id, signs, seen_at, signed_at, reply, replied_at, reminded_at, paper_by)
                select school_id, note_id, pupil_id, :kept, signs, seen_at, signed_at, reply, replied_at, reminded_at, paper_by
                  from note_guardian where guardian_id = :absorbed
                """
                        + UNITED,
                kept,
                absorbed);
        run(
                "delete from note_guardian where guardian_id = :absorbed and :kept > 0",
                kept,
                absorbed);
    }

    private void asPupil(long kept, long absorbed) {
        run(
                """
                insert into note_pupil (school_id, note_id, pupil_id, class_id)
                select school_id, note_id, :kept, class_id from note_pupil where pupil_id = :absorbed on conflict do nothing
                """,
                kept,
                absorbed);
        run(
                """
                insert into note_guardian as g (school_id, note_id, pupil_id, guardian_id, signs, seen_at, signed_at, reply, replied_at, reminded_at, paper_by)
                select school_id, note_id, :kept, guardian_id, signs, seen_at, signed_at, reply, replied_at, reminded_at, paper_by
                  from note_guardian where pupil_id = :absorbed
                """
                        + UNITED,
                kept,
                absorbed);
        run("delete from note_guardian where pupil_id = :absorbed and :kept > 0", kept, absorbed);
        run("delete from note_pupil where pupil_id = :absorbed and :kept > 0", kept, absorbed);
    }

    private void addressed(long kept, long absorbed) {
        run(
                """
                delete from note_addressee a where a.person_id = :absorbed and exists (
                    select 1 from note_addressee b where b.school_id = a.school_id and b.note_id = a.note_id and b.person_id = :kept)
                """,
                kept,
                absorbed);
        run(
                "update note_addressee set person_id = :kept where person_id = :absorbed",
                kept,
                absorbed);
    }

    private void run(String sql, long kept, long absorbed) {
        db.sql(sql).param("kept", kept).param("absorbed", absorbed).update();
    }
}
