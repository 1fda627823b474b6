package fr.preau.signins;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the journal of sign-ins says of somebody, for themselves. */
@Component
@Order(3)
class SignInsToTake implements Exports {
    private final JdbcClient db;
    private final Walls walls;

    SignInsToTake(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                """
                                                select l.at, s.name as school, l.refused, l.manner, l.device
                                                  from sign_in l join structure s on s.id = l.school_id
                                                 where l.person_id = any (:persons) order by l.at desc, l.id desc
                                                """)
                                        .param("persons", persons)
                                        .query()
                                        .listOfRows());
        return List.of(
                new Section(
                        "sign-ins",
                        t("signins.title"),
                        rows,
                        column -> t("signins.export." + column)));
    }
}
