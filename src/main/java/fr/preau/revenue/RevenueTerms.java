package fr.preau.revenue;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the région decides about titres, each from a day on. */
@Component
class RevenueTerms {
    private final JdbcClient db;
    private final Walls walls;

    RevenueTerms(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    TermsOfDay on(LocalDate day) {
        var values = new EnumMap<RevenueTerm, String>(RevenueTerm.class);
        db.sql(
                        "select distinct on (term) term, value from revenue_term where from_on <= :day order by term, from_on desc")
                .param("day", day)
                .query((row, n) ->
                        values.put(
                                RevenueTerm.valueOf(row.getString("term")), row.getString("value")))
                .list();
        return new TermsOfDay(values);
    }

    List<RevenueTermsPage.Row> all() {
        return db.sql("select term, from_on, value from revenue_term order by term, from_on desc")
                .query(RevenueTermsPage.Row.class)
                .list();
    }

    /** What left today said what held today: it holds until tomorrow. */
    boolean isFixed(LocalDate day) {
        return db.sql("select exists (select 1 from revenue_order where sent_on >= :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** From this day on; another value for the same day is replaced. */
    void set(RevenueTerm term, LocalDate from, String value) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into revenue_term (term, from_on, value) values (:term, :from, :value)
                                        on conflict (term, from_on) do update set value = excluded.value
                                        """)
                                .param("term", term.name())
                                .param("from", from)
                                .param("value", value)
                                .update());
    }
}
