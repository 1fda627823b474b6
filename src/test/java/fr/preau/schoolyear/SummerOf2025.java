package fr.preau.schoolyear;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Marc, director, in July 2025, before the year 2025-2026; and what the database then holds. */
@School
abstract class SummerOf2025 {
    static final String ELEMENTAIRE = "0341315V";

    /** Everything that a change of year touches, of what lives. */
    static final String[] STATE = {
        "select 'class', c.id::text, c.kind, c.label, coalesce(c.join_key, ''), c.source, coalesce(c.feed_label, '') from school_class c where school_id = ? and ended_at is null",
        "select 'seat', class_id::text, pupil_id::text, coalesce(entered_on::text, ''), source, '', '' from class_enrolment where school_id = ?",
        "select 'teaching', class_id::text, person_id::text, coalesce(starts_on::text, ''), coalesce(ends_on::text, ''), '', '' from teaching where school_id = ?",
        "select 'refusal', class_id::text, pupil_id::text, at::text, coalesce(by_person_id::text, ''), '', '' from seat_refusal where school_id = ?",
        "select 'level', pupil_id::text, coalesce(level, ''), coalesce(level_label, ''), coalesce(cycle, ''), '', '' from enrolment where school_id = ?",
        "select 'circle', c.id::text, c.kind, coalesce(c.class_id::text, ''), '', '', '' from circle c left join school_class k on k.school_id = c.school_id and k.id = c.class_id where c.school_id = ? and k.ended_at is null",
        "select 'year', year::text, since::text, '', '', '', '' from school_year where school_id = ?"
    };

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;

    Visitor marc;

    @BeforeEach
    void in_july_2025() {
        clock.setTo(LocalDateTime.of(2025, 7, 5, 9, 0).atZone(School.PARIS).toInstant());
        marc = visitors.as("marc.olivet");
    }

    Visitor.Answer open() {
        return marc.form(marc.open("/year"), "/year").send();
    }

    Visitor.Answer show(String to) {
        return marc.form(marc.open("/year"), "/year/preview").fill("shown", to).send();
    }

    Visitor.Answer apply() {
        return marc.form(marc.open("/year/application"), "/year/application").send();
    }

    List<String> state() {
        var all = new ArrayList<String>();
        for (var query : STATE)
            all.addAll(
                    rows(
                            query.replace(
                                    "?",
                                    "(select id from structure where uai = '"
                                            + ELEMENTAIRE
                                            + "')")));
        return all.stream().sorted().toList();
    }

    List<String> rows(String query) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++)
                    line.append(rows.getString(i)).append('|');
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String query) {
        return rows(query).getFirst().replace("|", "");
    }

    void change(String statement) {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String pupil(String firstName, String lastName) {
        return one(
                "select id from person where kind = 'PUPIL' and academy = '11' and plain(first_name) = plain('"
                        + firstName
                        + "') and plain(last_name) = plain('"
                        + lastName
                        + "')");
    }

    String school() {
        return one("select id from structure where uai = '" + ELEMENTAIRE + "'");
    }

    static String place(Visitor.Answer page, String label) {
        return page.page().select("#pupils .filter").stream()
                .filter(link -> link.text().startsWith(label + " ("))
                .map(link -> link.attr("href").replaceAll(".*show=([a-z0-9]+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }
}
