package fr.preau.onde;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lines of an import and what the directory knows of its school; inside the directory's
 * wall.
 */
@Component
class KnownSchool {
    private final JdbcClient db;

    KnownSchool(JdbcClient db) {
        this.db = db;
    }

    List<Line> lines(Upload upload) {
        return db.sql(
                        "select * from onde_line where school_id = :school and import_id = :import order by kind, line, rank")
                .param("school", upload.school())
                .param("import", upload.id())
                .query(Line.class)
                .list();
    }

    Known of(Upload upload) {
        return new Known(Json.classes(upload.classes()), pupils(upload), guardians(upload));
    }

    private List<Known.Pupil> pupils(Upload upload) {
        return db.sql(
                        """
                        select p.id, p.source, p.first_name, p.last_name, p.birth_name, p.birth_date, p.ine, p.street, p.postal_code, p.city, p.country,
                               p.departed_at is not null as departed, e.pupil_id is not null as here, e.level, e.level_label, e.cycle,
                               exists (select 1 from enrolment o where o.pupil_id = p.id and o.school_id <> :school) as elsewhere,
                               coalesce((select string_agg(c.class_id || ':' || c.source, ' ' order by c.class_id)
                                           from class_enrolment c join school_class k on k.school_id = c.school_id and k.id = c.class_id
                                          where c.school_id = :school and c.pupil_id = p.id and k.kind = 'CLASS' and k.ended_at is null), '') as seats,
                               coalesce((select string_agg(r.class_id::text, ' ') from seat_refusal r
                                          where r.school_id = :school and r.pupil_id = p.id), '') as refusals
                          from person p left join enrolment e on e.pupil_id = p.id and e.school_id = :school
                         where p.kind = 'PUPIL' and p.erased_at is null
                           and p.id in (select pupil_id from enrolment where school_id = :school
                                        union
                                        select n.id from person n
                                         where n.academy = :academy and n.ine is not null
                                           and n.ine in (select upper(replace(l.ine, ' ', '')) from onde_line l
                                                          where l.school_id = :school and l.import_id = :import and l.ine <> ''))
                         order by p.id
                        """)
                .param("school", upload.school())
                .param("academy", upload.academy())
                .param("import", upload.id())
                .query(Known.Pupil.class)
                .list();
    }

    private List<Known.Guardian> guardians(Upload upload) {
        return db.sql(
                        """
                        select g.id, g.source, g.civility, g.first_name, g.last_name, g.birth_name, g.email, g.phone, g.work_phone, g.mobile,
                               g.street, g.postal_code, g.city, g.country, g.departed_at is not null as departed,
                               exists (select 1 from guardianship o join enrolment oe on oe.pupil_id = o.pupil_id and oe.school_id <> :school
                                         join person op on op.id = o.pupil_id and op.departed_at is null where o.guardian_id = g.id) as elsewhere,
                               string_agg(t.pupil_id::text, ' ') as children
                          from enrolment e join guardianship t on t.pupil_id = e.pupil_id join person g on g.id = t.guardian_id
                         where e.school_id = :school and g.kind = 'GUARDIAN' and g.erased_at is null
                         group by g.id order by g.id
                        """)
                .param("school", upload.school())
                .query(Known.Guardian.class)
                .list();
    }
}
