package fr.preau.continuity;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prolongations, and what a school was told; behind the wall of whoever asks. */
@Component
class Graces {
    private final JdbcClient db;
    private final Clock clock;

    Graces(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those that hold for this school under this convention, the latest first. */
    List<SchoolStandingPage.Grace> of(Cover cover) {
        return db.sql(
                        """
                        select x.id, x.structure_id is null as everywhere, x.until_on, x.reason, x.given_at
                          from continuity_grace x
                         where x.agreement_id = :agreement and x.undone_at is null and (x.structure_id is null or x.structure_id = :school)
                         order by x.given_at desc, x.id desc
                        """)
                .param("agreement", cover.agreement())
                .param("school", cover.school())
                .query(SchoolStandingPage.Grace.class)
                .list();
    }

    List<SchoolStandingPage.Told> told(Cover cover) {
        return db.sql(
                        "select step, about_on, given_on from continuity_warning where school_id = :school and ends_on = :ends order by given_on, about_on, step")
                .param("school", cover.school())
                .param("ends", cover.endsOn())
                .query(SchoolStandingPage.Told.class)
                .list();
    }

    /** Returns its number. */
    long give(Actor actor, Cover cover, GraceForm form) {
        return db.sql(
                        """
                        insert into continuity_grace (agreement_id, structure_id, until_on, reason, by_person_id, given_at)
                        values (:agreement, :school, :until, :reason, :person, :now) returning id
                        """)
                .param("agreement", cover.agreement())
                .param("school", form.everywhere() ? null : cover.school(), Types.BIGINT)
                .param("until", form.day())
                .param("reason", form.reason())
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /**
     * The school that it was for ({@code null}: all of them); empty when there was none to undo.
     */
    Optional<TakenBack> takeBack(Cover cover, long grace) {
        return db.sql(
                        """
                        update continuity_grace set undone_at = :now
                         where id = :id and agreement_id = :agreement and undone_at is null and (structure_id is null or structure_id = :school) returning structure_id as school
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", grace)
                .param("agreement", cover.agreement())
                .param("school", cover.school())
                .query(TakenBack.class)
                .optional();
    }

    record TakenBack(@Nullable Long school) {}
}
