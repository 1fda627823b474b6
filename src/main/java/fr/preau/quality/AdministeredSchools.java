package fr.preau.quality;

import fr.preau.web.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schools that somebody directs or administers, by name. */
@Component
class AdministeredSchools {
    private final JdbcClient db;

    AdministeredSchools(JdbcClient db) {
        this.db = db;
    }

    List<School> of(Actor actor) {
        return db.sql(
                        "select id, name from structure where kind = 'SCHOOL' and id = any (:schools) order by plain(name), id")
                .param("schools", actor.administeredSchools())
                .query(School.class)
                .list();
    }
}
