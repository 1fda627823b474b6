package fr.preau.network;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The sheets of a school. Rows are added and read: the database lets nobody change one. */
@Component
class NetworkSheets {
    private static final String SELECT =
            """
            select n.school_id, n.year as sheet_year, n.edition, n.made_at, n.made_for, n.pupils, n.few, n.classes, n.devices, n.videos, n.sends, n.technology,
                   n.line_down_kbit, n.line_up_kbit, n.provider, n.together, n.pupils_down_kbit, n.videos_kbit, n.base_kbit as bases_kbit, n.need_down_kbit,
                   n.pupils_up_kbit, n.sends_kbit, n.need_up_kbit, n.tested_at, n.tested_devices, n.tested_down_kbit, n.tested_up_kbit,\s\
            """
                    + Formula.COLUMNS
                    + " from network_sheet n join network_formula f on f.id = n.formula_id where n.school_id = :school ";

    private static final String INSERT =
            """
            insert into network_sheet (school_id, year, edition, formula_id, made_at, made_for, pupils, few, classes, devices, videos, sends, technology,
                                       line_down_kbit, line_up_kbit, provider, together, pupils_down_kbit, videos_kbit, base_kbit, need_down_kbit,
                                       pupils_up_kbit, sends_kbit, need_up_kbit, tested_at, tested_devices, tested_down_kbit, tested_up_kbit)
            values (:school, :year, (select coalesce(max(edition), 0) + 1 from network_sheet where school_id = :school and year = :year), :formula, :now, :for,
                    :pupils, :few, :classes, :devices, :videos, :sends, :technology, :lineDown, :lineUp, :provider, :together, :pupilsDown, :videosKbit, :base,
                    :needDown, :pupilsUp, :sendsKbit, :needUp, :testedAt, :testedDevices, :testedDown, :testedUp)
            returning edition
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    NetworkSheets(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** The last edition of each year, the latest year first. */
    List<Sheet> latest(long school) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        SELECT
                                                + "and not exists (select 1 from network_sheet o where o.school_id = n.school_id and o.year = n.year and o.edition > n.edition) order by n.year desc")
                                .param("school", school)
                                .query(NetworkSheets::sheet)
                                .list());
    }

    /** One edition; 0 for the last. */
    Optional<Sheet> find(long school, int year, int edition) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        SELECT
                                                + "and n.year = :year and (:edition = 0 or n.edition = :edition) order by n.edition desc limit 1")
                                .param("school", school)
                                .param("year", year)
                                .param("edition", edition)
                                .query(NetworkSheets::sheet)
                                .optional());
    }

    /** Writes the next edition of the year and returns its number. */
    int make(
            Actor actor,
            SchoolSeen school,
            int year,
            Formula formula,
            SheetForm form,
            @Nullable Trial trial) {
        return walls.as(
                Wall.JOB,
                () -> {
                    lock(school);
                    var row =
                            db.sql(INSERT)
                                    .param("school", school.id())
                                    .param("year", year)
                                    .param("formula", formula.id())
                                    .param("now", Timestamp.from(clock.instant()))
                                    .param("for", NetworkPolicy.nameOf(actor))
                                    .param("few", school.few());
                    var uses = form.uses(school);
                    counted(row, uses);
                    declared(row, form.line());
                    computed(row, Calculation.of(formula, uses));
                    tested(row, trial);
                    return row.query(Integer.class).single();
                });
    }

    /** Two who declare at once make two editions. */
    private void lock(SchoolSeen school) {
        db.sql("select pg_advisory_xact_lock(hashtext('network_sheet'), :school::int)")
                .param("school", school.id() % Integer.MAX_VALUE)
                .query((row, n) -> n)
                .single();
    }

    private static void counted(StatementSpec row, Uses uses) {
        row.param("pupils", uses.pupils())
                .param("classes", uses.classes())
                .param("devices", uses.devices())
                .param("videos", uses.videos())
                .param("sends", uses.sends());
    }

    private static void declared(StatementSpec row, Line line) {
        row.param("technology", line.technology().name())
                .param("lineDown", line.downKbit(), Types.INTEGER)
                .param("lineUp", line.upKbit(), Types.INTEGER)
                .param("provider", line.provider());
    }

    private static void computed(StatementSpec row, Calculation needs) {
        row.param("together", needs.together())
                .param("pupilsDown", needs.pupilsDownKbit())
                .param("videosKbit", needs.videosKbit())
                .param("base", needs.baseKbit())
                .param("needDown", needs.needDownKbit())
                .param("pupilsUp", needs.pupilsUpKbit())
                .param("sendsKbit", needs.sendsKbit())
                .param("needUp", needs.needUpKbit());
    }

    private static void tested(StatementSpec row, @Nullable Trial trial) {
        row.param("testedAt", trial == null ? null : Timestamp.from(trial.at()), Types.TIMESTAMP)
                .param("testedDevices", trial == null ? null : trial.devices(), Types.INTEGER)
                .param("testedDown", trial == null ? null : trial.downKbit(), Types.INTEGER)
                .param("testedUp", trial == null ? null : trial.upKbit(), Types.INTEGER);
    }

    private static Sheet sheet(ResultSet row, int n) throws SQLException {
        return new Sheet(
                row.getInt("sheet_year"),
                row.getInt("edition"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_for"),
                row.getBoolean("few"),
                new Uses(
                        row.getInt("pupils"),
                        row.getInt("classes"),
                        row.getInt("devices"),
                        row.getInt("videos"),
                        row.getInt("sends")),
                new Line(
                        Technology.valueOf(row.getString("technology")),
                        row.getObject("line_down_kbit", Integer.class),
                        row.getObject("line_up_kbit", Integer.class),
                        row.getString("provider")),
                new Calculation(
                        row.getInt("together"),
                        row.getInt("pupils_down_kbit"),
                        row.getInt("videos_kbit"),
                        row.getInt("bases_kbit"),
                        row.getInt("need_down_kbit"),
                        row.getInt("pupils_up_kbit"),
                        row.getInt("sends_kbit"),
                        row.getInt("need_up_kbit")),
                tested(row),
                Formulas.ROW.mapRow(row, n));
    }

    private static Sheet.@Nullable Tested tested(ResultSet row) throws SQLException {
        var at = row.getTimestamp("tested_at");
        return at == null
                ? null
                : new Sheet.Tested(
                        at.toInstant(),
                        row.getInt("tested_devices"),
                        row.getInt("tested_down_kbit"),
                        row.getInt("tested_up_kbit"));
    }
}
