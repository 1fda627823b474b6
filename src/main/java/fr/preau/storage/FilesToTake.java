package fr.preau.storage;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the files that somebody has brought. */
@Component
@Order(3)
class FilesToTake implements Exports {
    private final JdbcClient db;

    FilesToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                """
                                select f.created_at, f.name, f.media_type, f.size, s.name as school
                                  from stored_file f join structure s on s.id = f.school_id
                                 where f.owner_id = any (:persons) order by f.created_at desc, f.id desc
                                """)
                        .param("persons", persons)
                        .query()
                        .listOfRows();
        return List.of(
                new Section(
                        "files",
                        t("storage.export.title"),
                        rows,
                        column -> t("storage.export.column." + column)));
    }
}
