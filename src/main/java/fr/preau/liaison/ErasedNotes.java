package fr.preau.liaison;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes stay with those who received them, signatures stay counted; answers, drafts and the names
 * of authors go.
 */
@Component
class ErasedNotes implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedNotes(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    answers(persons);
                    decisions(persons);
                    authors(persons);
                    drafts(persons, accounts);
                });
    }

    /** Those that they wrote, and those that were written about them. */
    private void answers(long[] persons) {
        db.sql(
                        """
                        update note_guardian set reply = null, replied_at = null
                         where reply is not null and (guardian_id = any (:persons) or (school_id, note_id, pupil_id) in (
                               select school_id, note_id, pupil_id from note_pupil where pupil_id = any (:persons)))
                        """)
                .param("persons", persons)
                .update();
    }

    /** That somebody answered stays, with its seal; who it was and their own words go. */
    private void decisions(long[] persons) {
        db.sql(
                        """
                        update note_decision set signer = :nobody, condition = null, content = null
                         where guardian_id = any (:persons) or pupil_id = any (:persons)
                        """)
                .param("nobody", Erases.name())
                .param("persons", persons)
                .update();
    }

    private void authors(long[] persons) {
        db.sql("update note set author_name = :nobody where author_id = any (:persons)")
                .param("nobody", Erases.name())
                .param("persons", persons)
                .update();
    }

    private void drafts(long[] persons, long[] accounts) {
        db.sql(
                        """
                        delete from draft where account_id = any (:accounts)
                            or cast(substring(key from '^liaison-reply-\\d+-(\\d+)$') as bigint) = any (:persons)
                        """)
                .param("accounts", accounts)
                .param("persons", persons)
                .update();
    }
}
