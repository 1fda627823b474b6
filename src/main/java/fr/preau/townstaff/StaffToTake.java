package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Exports;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a town wrote of somebody when it asked for them. */
@Component
@Order(6)
class StaffToTake implements Exports {
    private final JdbcClient db;

    StaffToTake(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Section> of(long account, long[] persons) {
        var rows =
                db.sql(
                                """
                                select c.email, c.position, c.reason, c.until_on, c.asked_at, c.confirmed_on, c.ended_on from town_staff c
                                 where c.person_id = any (:persons) order by c.id desc
                                """)
                        .param("persons", persons)
                        .query()
                        .listOfRows();
        return List.of(
                new Section(
                        "town-staff",
                        t("townstaff.export"),
                        rows,
                        column -> t("townstaff.export.column." + column)));
    }
}
