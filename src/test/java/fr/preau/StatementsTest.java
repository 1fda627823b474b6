package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.preau.web.Profile;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A page costs a handful of statements, the same for one class and for a whole school. */
@School
class StatementsTest {
    /** The reach and the bell included; the session row is read at most every three seconds. */
    private static final int HANDFUL = 8;

    @Autowired Visitors visitors;

    private long statements(Visitor visitor, String path) {
        visitor.ask(path);
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(said);
        try {
            assertThat(visitor.ask(path).status()).as(path).isEqualTo(200);
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
        }
        return said.list.stream()
                .filter(e ->
                        e.getMessage().startsWith("Executing")
                                && e.getMessage().contains("[")
                                && !e.getMessage().contains("[select current_user]"))
                .count();
    }

    @Test
    void every_page_stays_within_a_handful() {
        var note =
                visitors.as("helene.costa")
                        .open("/liaison")
                        .page()
                        .select("a[href~=/liaison/[0-9]+]")
                        .attr("href");
        assertThat(statements(visitors.as("amina.benali"), "/"))
                .as("the premise: statements are seen")
                .isBetween(3L, 6L);
        for (var path : new String[] {"/liaison", note, "/notifications", "/comfort"}) {
            assertThat(statements(visitors.as("amina.benali"), path))
                    .as("guardian " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
        for (var path :
                new String[] {
                    "/", "/liaison", "/liaison/new", note, note + "/correction", "/pupils"
                }) {
            assertThat(statements(visitors.as("helene.costa"), path))
                    .as("teacher " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
    }

    @Test
    void a_director_of_a_whole_school_costs_no_more_than_the_teacher_of_a_class() {
        for (var path : new String[] {"/", "/liaison", "/liaison/new", "/pupils"}) {
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as(path)
                    .isEqualTo(statements(visitors.as("helene.costa", Profile.TEACHER), path));
        }
    }

    @Test
    void calendar_quality_and_duplicates_stay_within_a_handful() {
        for (var path : new String[] {"/calendar", "/calendar/school", "/quality", "/duplicates"}) {
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as(path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
    }
}
