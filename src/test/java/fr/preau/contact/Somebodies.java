package fr.preau.contact;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** People of the cast as actors, and facts looked up past every wall. */
final class Somebodies {
    private final HikariDataSource pool;
    private final Walls walls;

    Somebodies(HikariDataSource pool, Walls walls) {
        this.pool = pool;
        this.walls = walls;
    }

    /** « GUARDIAN Amina Benali », in the académie of Montpellier unless said otherwise. */
    long id(String who) {
        var words = who.split(" ", 3);
        return number(
                """
                select id from person where kind = '%s' and plain(first_name) = plain('%s') and plain(last_name) = plain('%s') and coalesce(academy, '11') = '11'
                 order by id limit 1
                """
                        .formatted(words[0], words[1], words[2].replace("'", "''")));
    }

    Actor actor(String who, Profile hat) {
        var person = id(who);
        var account = number("select account_id from account_person where person_id = " + person);
        return new Actor(
                account,
                person,
                hat,
                rows(
                                """
                                select kind, structure_id from standing where person_id = %d
                                   and coalesce(starts_on, date '2024-09-10') <= date '2024-09-10' and coalesce(ends_on, date '2024-09-10') >= date '2024-09-10'
                                """
                                        .formatted(person))
                        .stream()
                        .map(row ->
                                new Actor.Role(
                                        RoleKind.valueOf((String) row.get("kind")),
                                        (Long) row.get("structure_id")))
                        .filter(role -> role.kind().profile() == hat)
                        .toList(),
                rows("select person_id from account_person where account_id = " + account).stream()
                        .map(row -> (Long) row.get("person_id"))
                        .toList());
    }

    <T> T within(Actor actor, Supplier<T> work) {
        return walls.within(actor.reach(), work);
    }

    long number(String query) {
        return (Long) rows(query).getFirst().values().iterator().next();
    }

    void change(String statement) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<java.util.Map<String, Object>> rows(String query) {
        try (var all = Superuser.connect(pool, "preau")) {
            return JdbcClient.create(new SingleConnectionDataSource(all, true))
                    .sql(query)
                    .query()
                    .listOfRows();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
