package fr.preau.quality;

import fr.preau.web.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counts of a perimeter, as last computed: behind the reach of whoever asks, without a name.
 */
@Component
class Perimeters {
    static final int PAGE = 50;

    private final JdbcClient db;

    Perimeters(JdbcClient db) {
        this.db = db;
    }

    /** A figure of a perimeter: how many, in how many schools. */
    record Total(String figure, long count, long schools, @Nullable Instant computedAt) {}

    List<Total> totals() {
        return db.sql(
                        """
                        select figure, sum(count) as count, count(*) as schools, max(computed_at) as computed_at from quality_figure group by figure
                        """)
                .query(Total.class)
                .list();
    }

    /** How many schools the actor's perimeter has. */
    long schools(Actor actor) {
        return db.sql(
                        """
                        select count(distinct a.school_id) from school_above a join structure s on s.id = a.school_id and s.departed_at is null
                         where a.node_id = any (:mine)
                        """)
                .param("mine", actor.structures().stream().mapToLong(Long::longValue).toArray())
                .query(Long.class)
                .single();
    }

    /** The schools of a figure, the highest count first; one more than a page when more follows. */
    List<FigureSchoolsPage.Row> schools(Figure figure, int count, long school) {
        return db.sql(
                        """
                        select q.school_id as id, s.name, coalesce(s.city, '') as city, coalesce(s.uai, '') as uai, q.count
                          from quality_figure q join structure s on s.id = q.school_id
                         where q.figure = :figure and (q.count, -q.school_id) < (:count, :school)
                         order by q.count desc, q.school_id limit :limit
                        """)
                .param("figure", figure.name())
                .param("count", count)
                .param("school", -school)
                .param("limit", PAGE + 1)
                .query(FigureSchoolsPage.Row.class)
                .list();
    }

    record Line(String uai, String name, String city, String figure, int count) {}

    /** Every count of the perimeter, school by school. */
    List<Line> lines() {
        return db.sql(
                        """
                        select coalesce(s.uai, '') as uai, s.name, coalesce(s.city, '') as city, q.figure, q.count
                          from quality_figure q join structure s on s.id = q.school_id order by s.name, s.id
                        """)
                .query(Line.class)
                .list();
    }
}
