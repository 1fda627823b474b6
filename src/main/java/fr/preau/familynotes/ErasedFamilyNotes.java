package fr.preau.familynotes;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A note goes with the child that it is about and with the guardian who wrote it, drafts too; an
 * answer stays without the name of whoever gave it.
 */
@Component
class ErasedFamilyNotes implements Erases {
    private final JdbcClient db;
    private final Walls walls;

    ErasedFamilyNotes(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public void erase(long[] persons, long[] accounts) {
        walls.as(
                Wall.JOB,
                () -> {
                    drafts(persons);
                    db.sql(
                                    "delete from family_note where guardian_id = any (:persons) or pupil_id = any (:persons)")
                            .param("persons", persons)
                            .update();
                    db.sql(
                                    "update family_note set answerer = :nobody where answered_by = any (:persons)")
                            .param("nobody", Erases.name())
                            .param("persons", persons)
                            .update();
                    db.sql(
                                    "update family_note_pause set sentence = '' where by_person_id = any (:persons)")
                            .param("persons", persons)
                            .update();
                });
    }

    /** Those for these children, and answers to notes that are about to go. */
    private void drafts(long[] persons) {
        db.sql(
                        """
                        delete from draft where cast(substring(key from '^family-new-(\\d+)$') as bigint) = any (:persons)
                            or cast(substring(key from '^family-answer-(\\d+)$') as bigint) in (
                               select id from family_note where guardian_id = any (:persons) or pupil_id = any (:persons))
                        """)
                .param("persons", persons)
                .update();
    }
}
