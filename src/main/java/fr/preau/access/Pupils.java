package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pupils whose access somebody looks after: those of the classes they teach today, or of the
 * school they direct.
 */
@Component
class Pupils {
    private final JdbcClient db;
    private final Clock clock;

    Pupils(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<PupilsPage.Row> lookedAfterBy(Actor actor) {
        return db.sql(
                        """
                        select distinct on (plain(c.label), c.id, plain(p.first_name), p.id)
                               p.id, a.id as account, p.first_name, p.last_name, c.school_id, c.id as class_id, c.label as class_label, a.login,
                               a.last_sign_in_at is not null as has_come, a.picture_blocked_at is not null as blocked,
                               exists (select 1 from enrolment n join school_level l on l.code = n.level join door_rule u on u.name = 'PASSPHRASE_FROM'
                                        where n.school_id = c.school_id and n.pupil_id = p.id and l.position >= u.amount) as reads
                          from school_class c
                          join class_enrolment e on e.school_id = c.school_id and e.class_id = c.id
                          join person p on p.id = e.pupil_id and p.departed_at is null
                          join account_person ap on ap.person_id = p.id
                          join account a on a.id = ap.account_id
                         where c.kind = 'CLASS'
                           and (c.school_id = any (:directed)
                                or exists (select 1 from teaching t
                                            where t.school_id = c.school_id and t.class_id = c.id and t.person_id = :person
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                                   -- A child whom a teacher has brought into the class keeps the keys that their own school gave.
                                   and (e.source <> 'LOCAL' or c.source = 'LOCAL')
                                   and exists (select 1 from role r
                                                where r.person_id = :person and r.structure_id = c.school_id and r.kind in ('TEACHER', 'SUBSTITUTE', 'DIRECTOR')
                                                  and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today))
                         order by plain(c.label), c.id, plain(p.first_name), p.id
                        """)
                .param("directed", actor.administeredSchools())
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(PupilsPage.Row.class)
                .list();
    }

    /** The children of one class; not found when the class is not looked after, or empty. */
    List<PupilsPage.Row> ofClass(Actor actor, long schoolClass) {
        var rows =
                lookedAfterBy(actor).stream().filter(row -> row.classId() == schoolClass).toList();
        if (rows.isEmpty()) throw new NotFound();
        return rows;
    }

    PupilsPage.Row lookedAfterBy(Actor actor, long pupil) {
        return lookedAfterBy(actor).stream()
                .filter(row -> row.id() == pupil)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
