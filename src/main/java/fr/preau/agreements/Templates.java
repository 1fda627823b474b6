package fr.preau.agreements;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of conventions, version after version. One that was sent keeps its own. */
@Component
public class Templates {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Templates(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A version: for the school years that begin in {@code fromYear} or later. */
    public record Version(long id, int fromYear, Instant madeAt, int agreements) {}

    String of(Agreement agreement) {
        var fixed = agreement.templateId();
        return fixed == null ? text(current(agreement.year())) : text(fixed);
    }

    /** The latest version for a school year. */
    long current(int year) {
        return db.sql(
                        "select id from agreement_template where from_year <= :year order by from_year desc, id desc limit 1")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    String text(long version) {
        return db.sql("select body from agreement_template where id = :id")
                .param("id", version)
                .query(String.class)
                .single();
    }

    List<Version> all() {
        return db.sql(
                        """
                        select t.id, t.from_year, t.made_at, (select count(*) from agreement a where a.template_id = t.id) as agreements
                          from agreement_template t order by t.id desc limit 50
                        """)
                .query(Version.class)
                .list();
    }

    long add(int fromYear, String text) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "insert into agreement_template (from_year, body, made_at) values (:year, :text, :now) returning id")
                                .param("year", fromYear)
                                .param("text", text)
                                .param("now", Timestamp.from(clock.instant()))
                                .query(Long.class)
                                .single());
    }
}
