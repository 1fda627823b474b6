package fr.preau.network;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was measured from the classes. */
@Component
class LineTests {
    private static final int SHOWN = 60;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    LineTests(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Those of a year, the latest first. */
    List<LineTest> of(long school, int year) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select id, at, room, device, down_kbit, up_kbit, latency_ms, page_ms from network_test
                                         where school_id = :school and year = :year order by at desc, id desc limit :limit
                                        """)
                                .param("school", school)
                                .param("year", year)
                                .param("limit", SHOWN)
                                .query(LineTest.class)
                                .list());
    }

    /** Returns the test's number. */
    long keep(long school, String room, TestForm form) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into network_test (school_id, year, at, room, device, down_kbit, up_kbit, latency_ms, page_ms)
                                        values (:school, :year, :now, :room, :device, :down, :up, :latency, :page) returning id
                                        """)
                                .param("school", school)
                                .param("year", NetworkPolicy.yearOf(LocalDate.now(clock)))
                                .param("now", Timestamp.from(clock.instant()))
                                .param("room", room)
                                .param("device", form.kind().name())
                                .param("down", form.downKbit())
                                .param("up", form.upKbit())
                                .param("latency", form.latencyMs())
                                .param("page", form.pageMs())
                                .query(Long.class)
                                .single());
    }
}
