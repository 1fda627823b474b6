package fr.preau.quality;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be looked at in a school, counted and named. Asked behind the directory's wall,
 * because a request reads neither INE nor e-mail: callers check first that the school is
 * administered.
 */
@Component
class Findings {
    static final int PAGE = 50;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Findings(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    private record Count(String figure, int count) {}

    /** Every figure of one school, in one statement; those without anything are absent. */
    Map<Figure, Integer> counts(long school) {
        var counts = new EnumMap<Figure, Integer>(Figure.class);
        walls.as(
                        Wall.DIRECTORY,
                        () ->
                                db.sql(
                                                "select figure, count(*) from quality_findings(:schools, :today) group by figure")
                                        .param("schools", new long[] {school})
                                        .param("today", LocalDate.now(clock))
                                        .query(Count.class)
                                        .list())
                .forEach(count -> counts.put(Figure.valueOf(count.figure()), count.count()));
        return counts;
    }

    /**
     * Who or what stands behind a figure, by class then by name; one more than a page when more
     * follows.
     */
    List<FigureListPage.Row> behind(long school, Figure figure, long after) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(figure.isOfClasses() ? CLASSES : PERSONS)
                                .param("schools", new long[] {school})
                                .param("school", school)
                                .param("today", LocalDate.now(clock))
                                .param("figure", figure.name())
                                .param("after", after)
                                .param("limit", PAGE + 1)
                                .query(FigureListPage.Row.class)
                                .list());
    }

    private static final String AFTER =
            """
            select id, name, place, until from rows r
             where not exists (select 1 from rows where id = :after)
                or (r.key1, r.key2, r.id) > (select key1, key2, id from rows where id = :after)
             order by key1, key2, id limit :limit
            """;

    private static final String CLASSES =
            """
            with rows as (
                select c.id, c.label as name, '' as place, null::date as until, plain(c.label) as key1, '' as key2
                  from quality_findings(:schools, :today) f
                  join school_class c on c.school_id = f.school_id and c.id = f.subject_id
                 where f.figure = :figure and c.school_id = :school)
            """
                    + AFTER;

    /** A pupil's class; for an adult, the children and their classes; for staff, nothing. */
    private static final String PERSONS =
            """
            with rows as (
                select p.id, p.first_name || ' ' || p.last_name as name, coalesce(k.place, '') as place, d.erases_on as until,
                       coalesce(plain(k.place), '') as key1, plain(p.last_name || ' ' || p.first_name) as key2
                  from quality_findings(:schools, :today) f
                  join person p on p.id = f.subject_id
                  left join departure d on d.school_id = f.school_id and d.person_id = p.id and f.figure = 'DEPARTURE_SOON'
                  left join lateral (
                       select string_agg(w.words, ', ' order by w.words) as place from (
                              select c.label as words from class_enrolment i
                                join school_class c on c.school_id = i.school_id and c.id = i.class_id and c.kind = 'CLASS' and c.ended_at is null
                               where i.school_id = f.school_id and i.pupil_id = p.id
                              union
                              select concat_ws(' : ', c.label, x.first_name) from guardianship g
                                join enrolment e on e.school_id = f.school_id and e.pupil_id = g.pupil_id
                                join person x on x.id = g.pupil_id and x.departed_at is null
                                left join class_enrolment i on i.school_id = e.school_id and i.pupil_id = e.pupil_id
                                 and exists (select 1 from school_class o where o.school_id = i.school_id and o.id = i.class_id and o.kind = 'CLASS' and o.ended_at is null)
                                left join school_class c on c.school_id = i.school_id and c.id = i.class_id
                               where g.guardian_id = p.id) w) k on true
                 where f.figure = :figure and f.school_id = :school)
            """
                    + AFTER;
}
