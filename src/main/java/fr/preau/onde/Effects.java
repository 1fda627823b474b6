package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a settled import was about, under the names that they have now. */
@Component
class Effects {
    private final JdbcClient db;
    private final Walls walls;

    Effects(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    List<ListPage.Someone> of(Upload upload) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select f.action, p.kind, p.first_name || ' ' || p.last_name as name,
                                               coalesce((select string_agg(k.label, ', ' order by k.label) from class_enrolment c
                                                           join school_class k on k.school_id = c.school_id and k.id = c.class_id
                                                          where c.school_id = f.school_id and c.pupil_id = p.id and k.kind = 'CLASS'), '') as classes
                                          from onde_effect f join person p on p.id = f.person_id and p.erased_at is null
                                         where f.school_id = :school and f.import_id = :import
                                         order by f.action, p.kind desc, plain(p.last_name), plain(p.first_name), p.id
                                        """)
                                .param("school", upload.school())
                                .param("import", upload.id())
                                .query(ListPage.Someone.class)
                                .list());
    }
}
