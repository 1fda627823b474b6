package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.preau.onde.Csv;
import fr.preau.onde.Director;
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

    /**
     * Of two visits at least one does not read the session's row: it is remembered for three
     * seconds.
     */
    private long statements(Visitor visitor, String path) {
        visitor.ask(path);
        return Math.min(counted(visitor, path), counted(visitor, path));
    }

    private static long counted(Visitor visitor, String path) {
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
        for (var path :
                new String[] {"/liaison", note, "/notifications", "/comfort", "/messages"}) {
            assertThat(statements(visitors.as("amina.benali"), path))
                    .as("guardian " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
        for (var path :
                new String[] {
                    "/",
                    "/liaison",
                    "/liaison/new",
                    note,
                    note + "/correction",
                    "/pupils",
                    "/messages",
                    "/messages/new"
                }) {
            assertThat(statements(visitors.as("helene.costa"), path))
                    .as("teacher " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
        for (var path : new String[] {"/departures", "/temporary-accounts", "/export"}) {
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as("director " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
    }

    @Test
    void a_perimeter_its_delegations_and_its_services_stay_within_a_handful() {
        var school =
                visitors.as("isabelle.roques")
                        .open("/perimeter")
                        .page()
                        .select("#schools a[href~=/perimeter/]")
                        .attr("href");
        for (var path :
                new String[] {
                    "/perimeter",
                    school,
                    "/delegations",
                    "/delegations/new",
                    "/sign-ins",
                    "/revenue-orders",
                    "/revenue-orders/terms",
                    "/revenue-imports"
                })
            assertThat(statements(visitors.as("isabelle.roques"), path))
                    .as("région " + path)
                    .isLessThanOrEqualTo(HANDFUL);
        for (var path :
                new String[] {
                    "/delegations",
                    "/delegations/new",
                    "/switches",
                    "/switches/liaison",
                    "/sign-ins"
                })
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as("director " + path)
                    .isLessThanOrEqualTo(HANDFUL);
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
    void classes_cost_the_same_for_a_teacher_and_for_a_whole_school() {
        var helene = visitors.as("helene.costa");
        var cpA = helene.open("/classes").page().select("h3 a").attr("href");
        for (var login : new String[] {"helene.costa", "marc.olivet"})
            for (var path :
                    new String[] {
                        "/classes", cpA, cpA + "?words=benali", cpA + "/teachers", cpA + "/print"
                    })
                assertThat(statements(visitors.as(login), path))
                        .as(login + " " + path)
                        .isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void a_year_being_changed_costs_a_handful_for_everybody() {
        var marc = visitors.as("marc.olivet");
        var open = marc.form(marc.open("/year"), "/year").send();
        marc.form(open, "/year/preview").fill("shown", "FAMILIES").send();
        for (var path : new String[] {"/year", "/year/preview", "/year/application", "/years", "/"})
            assertThat(statements(marc, path)).as(path).isLessThanOrEqualTo(HANDFUL);
        for (var login : new String[] {"amina.benali", "yanis.benali", "julien.pradal"})
            for (var path : new String[] {"/year/preview", "/"})
                assertThat(statements(visitors.as(login), path))
                        .as(login + " " + path)
                        .isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void the_files_of_onde_cost_a_handful() {
        var preview =
                new Director(visitors, "marc.olivet")
                        .upload(Csv.ALL_PUPILS, Csv.ALL_GUARDIANS)
                        .path();
        var card =
                visitors.as("marc.olivet")
                        .open("/pupils")
                        .page()
                        .select("a[href~=/onde/pupils/[0-9]+]")
                        .attr("href");
        for (var path : new String[] {"/onde", preview, card})
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as(path)
                    .isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void looking_for_people_and_the_matrix_cost_a_handful() {
        for (var login :
                new String[] {"amina.benali", "helene.costa", "marc.olivet", "patrick.mazel"})
            assertThat(statements(visitors.as(login), "/people?q=co"))
                    .as(login)
                    .isLessThanOrEqualTo(5);
        for (var path : new String[] {"/contact", "/contact/why?one=benali&other=costa"})
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as(path)
                    .isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void what_the_conventions_cover_costs_a_handful() {
        var isabelle = visitors.as("isabelle.roques");
        var town = isabelle.open("/coverage/towns").page().select("tbody th a").attr("href");
        for (var path : new String[] {"/coverage", "/coverage/towns", "/coverage/schools", town})
            assertThat(statements(isabelle, path)).as(path).isLessThanOrEqualTo(HANDFUL);
        assertThat(statements(visitors.as("mireille.castan"), town.replaceAll("\\?.*", "")))
                .isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void calendar_quality_and_duplicates_stay_within_a_handful() {
        for (var path : new String[] {"/calendar", "/calendar/school", "/quality", "/duplicates"}) {
            assertThat(statements(visitors.as("marc.olivet"), path))
                    .as(path)
                    .isLessThanOrEqualTo(HANDFUL);
        }
    }

    @Test
    void the_network_of_schools_costs_a_handful() {
        var marc = visitors.as("marc.olivet");
        var school = marc.open("/network").path();
        marc.form(marc.open(school), school).fill("devices", "20").send();
        for (var path : new String[] {school, school + "/test"})
            assertThat(statements(marc, path)).as(path).isLessThanOrEqualTo(HANDFUL);
        for (var login : new String[] {"mireille.castan", "isabelle.roques", "odile.fabre"})
            for (var path : new String[] {"/network", school})
                assertThat(statements(visitors.as(login), path))
                        .as(login + " " + path)
                        .isLessThanOrEqualTo(HANDFUL);
    }
}
