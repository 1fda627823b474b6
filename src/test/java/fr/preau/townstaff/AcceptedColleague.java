package fr.preau.townstaff;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import java.sql.SQLException;

/**
 * Somebody for whom Cazouls-lès-Béziers asked and whom the région accepted, without the screens.
 */
public final class AcceptedColleague {
    private AcceptedColleague() {}

    public static void insert(HikariDataSource pool, String first, String last, String email)
            throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql =
                        connection.prepareStatement(
                                """
                                with made as (
                                    insert into person (kind, source, first_name, last_name) values ('LOCAL', 'LOCAL', ?, ?) returning id, first_name, last_name
                                )
                                insert into town_staff (town_id, academy_id, region_id, state, first_name, last_name, email, position, schools, reason, until_on, follows, asked_by, asked_at, person_id)
                                select t.id, a.id, r.id, 'ACCEPTED', made.first_name, made.last_name, ?, 'Agent', array[]::bigint[], 'Menus', '2025-09-01', true, made.id, now(), made.id
                                  from made, structure t, structure a, structure r
                                 where t.insee = '34069' and t.kind = 'TOWN' and a.kind = 'ACADEMY' and a.academy = '11' and r.kind = 'REGION'
                                """)) {
            sql.setString(1, first);
            sql.setString(2, last);
            sql.setString(3, email);
            sql.execute();
        }
    }

    /** The région or the commune has ended them. */
    public static void end(HikariDataSource pool, String email) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql =
                        connection.prepareStatement(
                                "update town_staff set state = 'ENDED', ended_on = '2024-09-10', end_cause = 'REGION' where email = ?")) {
            sql.setString(1, email);
            sql.execute();
        }
    }
}
