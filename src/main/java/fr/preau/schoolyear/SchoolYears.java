package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schools whose year somebody may change, and the year that each is in. */
@Component
class SchoolYears {
    private final JdbcClient db;
    private final Clock clock;

    SchoolYears(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What says which year it is: the recorded one (0: none), and seats by their date of entry. */
    record Signs(int recorded, long dated, long fresh) {}

    /** The school asked for, or the first one; any other does not exist for this actor. */
    static long administeredBy(Actor actor, @Nullable Long asked) {
        var schools = actor.administeredSchools();
        if (schools.length == 0) throw new NotFound();
        if (asked == null) return schools[0];
        if (Arrays.stream(schools).noneMatch(school -> school == asked)) throw new NotFound();
        return asked;
    }

    List<YearPage.School> administeredBy(Actor actor) {
        return db.sql("select id, name from structure where id = any (:schools) order by name, id")
                .param("schools", actor.administeredSchools())
                .query(YearPage.School.class)
                .list();
    }

    int current(long school) {
        var today = LocalDate.now(clock);
        return YearPolicy.currentYear(signs(school, today), today);
    }

    private Signs signs(long school, LocalDate today) {
        return db.sql(
                        """
                        select coalesce((select y.year from school_year y where y.school_id = :school), 0) as recorded,
                               count(s.entered_on) as dated, count(*) filter (where s.entered_on >= :august) as fresh
                          from class_enrolment s where s.school_id = :school
                        """)
                .param("school", school)
                .param("august", Date.valueOf(LocalDate.of(YearPolicy.calendarYear(today), 8, 1)))
                .query(Signs.class)
                .single();
    }
}
