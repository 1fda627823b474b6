package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes that somebody has written to their children's classes, and the answers they got. */
@Component
@Order(2)
class FamilyNotesToTake implements Exports {
    private final JdbcClient db;

    FamilyNotesToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                """
                                select f.sent_at, s.name as school, k.first_name as child, f.kind, f.body, f.leaves_with, f.leaves_on, f.leaves_at, f.recalled_at,
                                       f.answer, f.answer_words, f.answerer, f.answered_at
                                  from family_note f join structure s on s.id = f.school_id join person k on k.id = f.pupil_id
                                 where f.guardian_id = any (:persons) order by f.sent_at desc, f.id desc
                                """)
                        .param("persons", persons)
                        .query()
                        .listOfRows();
        return List.of(
                new Section(
                        "family-notes",
                        t("familynotes.export"),
                        rows,
                        column -> t("familynotes.export.column." + column)));
    }
}
