package fr.preau.familynotes;

import fr.preau.directory.Circles;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The classes whose families' notes somebody reads, and until when each waits. */
@Component
class Pauses {
    private final JdbcClient db;
    private final Clock clock;

    Pauses(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those that one has today, and all of a school that one directs. */
    List<PausesPage.ClassRow> of(Actor actor) {
        return db.sql(
                        """
                        select c.school_id as school, c.id, c.label, z.reopens_on, z.sentence
                          from school_class c
                          left join family_note_pause z on z.school_id = c.school_id and z.class_id = c.id and z.reopens_on > :today
                         where c.kind = 'CLASS' and c.ended_at is null and (c.school_id = any (:directed) or (c.school_id, c.id) in (
                               select t.school_id, t.class_id from teaching t
                                where t.person_id = :person and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today))
                         order by c.label, c.id
                        """)
                .param("person", actor.person())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("today", LocalDate.now(clock))
                .query(PausesPage.ClassRow.class)
                .list();
    }

    Optional<PausesPage.ClassRow> find(Actor actor, long schoolClass) {
        return of(actor).stream().filter(row -> row.id() == schoolClass).findFirst();
    }

    void pause(Actor actor, PausesPage.ClassRow row, LocalDate reopensOn, String sentence) {
        db.sql(
                        """
                        insert into family_note_pause (school_id, class_id, reopens_on, sentence, paused_at, by_person_id)
                        values (:school, :class, :reopens, :sentence, :now, :person)
                        on conflict (school_id, class_id) do update
                           set reopens_on = excluded.reopens_on, sentence = excluded.sentence, paused_at = excluded.paused_at, by_person_id = excluded.by_person_id
                        """)
                .param("school", row.school())
                .param("class", row.id())
                .param("reopens", reopensOn)
                .param("sentence", sentence)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .update();
    }

    /** Whether there was one. */
    boolean resume(PausesPage.ClassRow row) {
        return db.sql(
                                "delete from family_note_pause where school_id = :school and class_id = :class")
                        .param("school", row.school())
                        .param("class", row.id())
                        .update()
                > 0;
    }
}
