package fr.preau.network;

import fr.preau.database.Records;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the formula. None is ever changed: the database lets nobody. */
@Component
class Formulas {
    static final RowMapper<Formula> ROW = Records.of(Formula.class);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Formulas(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /**
     * The one of a year today; a year without any of its own keeps the nearest, before or after.
     */
    Formula inForce(int year) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select "
                                                + Formula.COLUMNS
                                                + " from network_formula f where f.from_on <= :today order by f.year <= :year desc, abs(f.year - :year), f.from_on desc, f.version desc limit 1")
                                .param("year", year)
                                .param("today", LocalDate.now(clock))
                                .query(Formula.class)
                                .single());
    }

    /** All, the latest first, each with the number of sheets that it made. */
    List<FormulaPage.Version> all() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select "
                                                + Formula.COLUMNS
                                                + ", (select count(*) from network_sheet s where s.formula_id = f.id) as sheets from network_formula f order by f.year desc, f.version desc limit 60")
                                .query((row, n) ->
                                        new FormulaPage.Version(
                                                ROW.mapRow(row, n), row.getLong("sheets")))
                                .list());
    }

    /** Returns the new version. */
    Formula add(FormulaForm form) {
        return walls.as(
                Wall.JOB,
                () -> {
                    db.sql("select pg_advisory_xact_lock(hashtext('network_formula'))")
                            .query((row, n) -> n)
                            .single();
                    var id =
                            db.sql(
                                            """
                                            insert into network_formula (year, version, from_on, made_at, together_percent, pupil_down_kbit, pupil_up_kbit, video_kbit, send_kbit, base_kbit,
                                                                         margin_percent, minimum_kbit, comfort_kbit, target_kbit)
                                            values (:year, (select coalesce(max(version), 0) + 1 from network_formula where year = :year), :from, :now,
                                                    :together, :pupilDown, :pupilUp, :video, :send, :base, :margin, :minimum, :comfort, :target) returning id
                                            """)
                                    .param("year", form.schoolYear())
                                    .param("from", form.start())
                                    .param("now", Timestamp.from(clock.instant()))
                                    .params(form.constants())
                                    .query(Long.class)
                                    .single();
                    return db.sql(
                                    "select "
                                            + Formula.COLUMNS
                                            + " from network_formula f where f.id = :id")
                            .param("id", id)
                            .query(Formula.class)
                            .single();
                });
    }

    /** Only a version that has not begun: none of those made a sheet. */
    Optional<Formula> takeBack(long id) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "delete from network_formula f where f.id = :id and f.from_on > :today returning "
                                                + Formula.COLUMNS)
                                .param("id", id)
                                .param("today", LocalDate.now(clock))
                                .query(Formula.class)
                                .optional());
    }
}
