package fr.preau.feed;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes whole records of a delta's partial ones: what a modification does not say is taken from the
 * directory, so that one merge serves every kind of record. Only guardians need none of it: a
 * record that is silent about them leaves the links as they are, see {@link LinkMerge}.
 */
@Component
final class Completion {
    private final JdbcClient db;

    Completion(JdbcClient db) {
        this.db = db;
    }

    void complete(Academy academy) {
        lookUp(academy);
        refuseUnknown(academy);
        persons();
        enrolments();
        classes(Said.CLASSES, "CLASS");
        classes(Said.GROUPS, "GROUP");
        teachers(academy);
        functions(Said.TEACHING, "TEACHER");
        functions(Said.DIRECTION, "DIRECTOR");
    }

    /** Whom the partial records speak of: sought once in the directory of a whole académie. */
    private void lookUp(Academy academy) {
        db.sql(
                        """
                        create temp table known_person on commit drop as
                        select s.n, s.said, s.kind, p.id from stage_person s
                          join person p on p.academy = :academy and p.join_key = s.join_key and p.kind = s.kind
                         where s.said is not null
                        """)
                .param("academy", academy.code)
                .update();
        db.sql("analyze known_person").update();
    }

    /** A modification of somebody whom nobody knows creates nobody. */
    private void refuseUnknown(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s where s.said is not null and not exists (select 1 from known_person p where p.n = s.n)
                            returning s.file, s.join_key, 'modification d''une personne inconnue, laissée de côté' as reason
                        )
                        """
                                + Rejects.of(false))
                .update();
        db.sql(
                        """
                        with gone as (
                            delete from stage_leaver s where not exists (
                                select 1 from person p where p.academy = :academy and p.join_key = s.join_key and p.kind = s.kind)
                            returning s.file, s.join_key, 'suppression d''une personne inconnue, sans effet' as reason
                        )
                        """
                                + Rejects.of(true))
                .param("academy", academy.code)
                .update();
    }

    private void persons() {
        db.sql(
                        "update stage_person s set "
                                + kept(Said.OF_PERSON, "p")
                                + " from known_person k join person p on p.id = k.id where k.n = s.n")
                .update();
    }

    private void enrolments() {
        db.sql(
                        "update stage_person s set "
                                + kept(Said.OF_ENROLMENT, "e")
                                + ", level_label = case when s.said & "
                                + Said.LEVEL.bit()
                                + " = 0 then e.level_label else s.level_label end, school = case when s.said & "
                                + Said.SCHOOL.bit()
                                + """
                                 = 0 then t.join_key else s.school end
                                from known_person k join enrolment e on e.pupil_id = k.id and e.main join structure t on t.id = e.school_id
                                where k.n = s.n and k.kind = 'PUPIL'
                                """)
                .update();
    }

    private static String kept(java.util.List<Said> things, String from) {
        return things.stream()
                .map(thing ->
                        "%1$s = case when s.said & %2$d = 0 then %3$s.%1$s else s.%1$s end"
                                .formatted(thing.column, thing.bit(), from))
                .collect(Collectors.joining(", "));
    }

    /** The seats that the feed gave; those that the school made are not the feed's to repeat. */
    private void classes(Said thing, String kind) {
        db.sql(
                        """
                        insert into stage_class (n, school, kind, join_key, label, entered_on, leaves_on)
                        select s.n, t.join_key, k.kind, k.join_key, k.feed_label, e.entered_on, e.leaves_on
                          from known_person s
                          join class_enrolment e on e.pupil_id = s.id and e.source = 'FEED'
                          join school_class k on k.school_id = e.school_id and k.id = e.class_id and k.kind = :kind and k.join_key is not null
                          join structure t on t.id = e.school_id
                         where s.kind = 'PUPIL' and s.said & :bit = 0
                        """)
                .param("kind", kind)
                .param("bit", thing.bit())
                .update();
    }

    /** Silence makes nobody a teacher. */
    private void teachers(Academy academy) {
        db.sql(
                        """
                        delete from stage_function f using stage_person s
                         where f.kind = :kind and s.n = f.n and not exists (
                               select 1 from role r join person p on p.id = r.person_id
                                where p.academy = :academy and p.join_key = s.join_key and r.source = 'FEED' and r.kind in ('TEACHER', 'DIRECTOR'))
                        """)
                .param("academy", academy.code)
                .param("kind", PersonRows.IF_TEACHES)
                .update();
        db.sql("update stage_function set kind = 'TEACHER' where kind = :kind")
                .param("kind", PersonRows.IF_TEACHES)
                .update();
    }

    private void functions(Said thing, String role) {
        db.sql(
                        """
                        insert into stage_function (n, structure, kind)
                        select s.n, t.join_key, r.kind
                          from known_person s join role r on r.person_id = s.id and r.source = 'FEED' and r.kind = :role join structure t on t.id = r.structure_id
                         where s.kind = 'STAFF' and s.said & :bit = 0
                        """)
                .param("role", role)
                .param("bit", thing.bit())
                .update();
    }
}
