package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports and the lines of those under way; only for who directs the school or administers it. */
@Component
class Uploads {
    private static final String ONE =
            """
            select i.id, i.school_id as school, s.name as school_name, s.academy, i.state, i.created_at, i.settled_at, i.pupils_file, i.guardians_file,
                   i.found, i.choices::text as choices, i.counts::text as counts, coalesce(p.first_name || ' ' || p.last_name, '') as author,
                   coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.join_key, 'label', c.label) order by plain(c.label))
                               from school_class c where c.school_id = i.school_id and c.kind = 'CLASS' and c.ended_at is null), '[]')::text as classes
              from onde_import i join structure s on s.id = i.school_id left join person p on p.id = i.person_id
             where i.school_id = any (:schools)
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Uploads(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** The schools that the actor may bring files for, by name. */
    List<OndePage.SchoolChoice> schoolsOf(Actor actor) {
        return db.sql("select id, name from structure where id = any (:schools) order by name")
                .param("schools", actor.administeredSchools())
                .query(OndePage.SchoolChoice.class)
                .list();
    }

    List<Upload> latestOf(Actor actor) {
        return db.sql(ONE + " order by i.id desc limit 12")
                .param("schools", actor.administeredSchools())
                .query(Upload.class)
                .list();
    }

    Upload of(Actor actor, long number) {
        return db.sql(ONE + " and i.id = :number")
                .param("schools", actor.administeredSchools())
                .param("number", number)
                .query(Upload.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Keeps what the files say, until the director decides; answers the import's number. */
    long keep(Actor actor, long school, List<Extract> extracts) {
        if (!actor.administers(school)) throw new NotFound();
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    var number = open(actor, school, extracts);
                    insert(
                            school,
                            number,
                            extracts.stream().flatMap(e -> e.lines().stream()).toList());
                    return number;
                });
    }

    private long open(Actor actor, long school, List<Extract> extracts) {
        return db.sql(
                        """
                        insert into onde_import (school_id, person_id, created_at, state, pupils_file, guardians_file, found)
                        values (:school, :person, :now, 'PREVIEW', :pupils, :guardians, :found) returning id
                        """)
                .param("school", school)
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("pupils", file(extracts, Kind.PUPIL))
                .param("guardians", file(extracts, Kind.GUARDIAN))
                .param(
                        "found",
                        extracts.stream()
                                .flatMap(e -> e.found().stream())
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .query(Long.class)
                .single();
    }

    private static @Nullable String file(List<Extract> extracts, Kind kind) {
        return extracts.stream()
                .filter(e -> e.kind() == kind)
                .map(Extract::file)
                .findFirst()
                .orElse(null);
    }

    private void insert(long school, long number, List<Line> lines) {
        db.sql(
                        """
                        insert into onde_line (school_id, import_id, kind, line, rank, civility, last_name, usual_name, first_name, birth_date, ine, level, cycle,
                            class_label, class_key, street, postal_code, city, country, email, phone, work_phone, mobile)
                        select :school, :import, l.kind, l.line, l.rank, l.civility, l.last_name, l.usual_name, l.first_name, l.birth_date, l.ine, l.level, l.cycle,
                               l.class_label, l.class_key, l.street, l.postal_code, l.city, l.country, l.email, l.phone, l.work_phone, l.mobile
                          from jsonb_populate_recordset(null::onde_line, cast(:lines as jsonb)) l
                        """)
                .param("school", school)
                .param("import", number)
                .param("lines", Json.of(lines))
                .update();
    }

    /** What the director has corrected, for the next preview and for the import itself. */
    void choose(Upload upload, Choices choices) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update onde_import set choices = cast(:choices as jsonb) where school_id = :school and id = :import and state = 'PREVIEW'")
                                .param("choices", Json.of(choices.answers()))
                                .param("school", upload.school())
                                .param("import", upload.id())
                                .update());
    }

    /**
     * Closes the import and forgets its lines; false when somebody else has just closed it. Inside
     * the directory's wall.
     */
    boolean settle(long school, long number, String state, String counts) {
        var closed =
                db.sql(
                                """
                                update onde_import set state = :state, settled_at = :now, counts = cast(:counts as jsonb), choices = '{}'
                                 where school_id = :school and id = :import and state = 'PREVIEW'
                                """)
                        .param("state", state)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("counts", counts)
                        .param("school", school)
                        .param("import", number)
                        .update();
        if (closed == 0) return false;
        db.sql("delete from onde_line where school_id = :school and import_id = :import")
                .param("school", school)
                .param("import", number)
                .update();
        return true;
    }

    void cancel(Upload upload) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    settle(upload.school(), upload.id(), "CANCELLED", "{}");
                });
    }
}
