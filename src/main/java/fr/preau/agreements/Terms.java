package fr.preau.agreements;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the région decides about conventions, each from a day on: rates, delays, who signs. */
@Component
public class Terms {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Terms(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** The value of a term on a day. */
    public String on(Term term, LocalDate day) {
        return db.sql(
                        "select value from agreement_term where term = :term and from_on <= :day order by from_on desc limit 1")
                .param("term", term.name())
                .param("day", day)
                .query(String.class)
                .single();
    }

    public String today(Term term) {
        return on(term, LocalDate.now(clock));
    }

    public int number(Term term, LocalDate day) {
        return Integer.parseInt(on(term, day));
    }

    /** From the day on which they are prepared, the conventions of interest are next year's. */
    public int currentYear() {
        return AgreementList.yearOf(LocalDate.now(clock), today(Term.CAMPAIGN_DAY));
    }

    /** The rate of a school year is that of its first day, in cents. */
    public int rate(int year) {
        return number(Term.RATE_CENTS, firstDay(year));
    }

    /** The last day of a convention of this school year (article 10). */
    LocalDate lastDay(int year) {
        var day = MonthDay.parse("--" + on(Term.END_DAY, firstDay(year)));
        return day.atYear(year + 1);
    }

    /** School years begin on 1 September here: a rate of that day holds for the whole year. */
    public static LocalDate firstDay(int year) {
        return LocalDate.of(year, 9, 1);
    }

    List<TermsPage.Row> all() {
        return db.sql("select term, from_on, value from agreement_term order by term, from_on desc")
                .query(TermsPage.Row.class)
                .list();
    }

    /**
     * From this day on; another value for the same day is replaced. What is not signed yet may say
     * something else now: it is another edition, to be looked at again.
     */
    void set(Term term, LocalDate from, String value) {
        walls.as(
                Wall.JOB,
                () -> {
                    db.sql(
                                    """
                                    insert into agreement_term (term, from_on, value) values (:term, :from, :value)
                                    on conflict (term, from_on) do update set value = excluded.value
                                    """)
                            .param("term", term.name())
                            .param("from", from)
                            .param("value", value)
                            .update();
                    db.sql(
                                    "update agreement set edition = edition + 1, checked_at = null where state in ('DRAFT', 'SENT')")
                            .update();
                });
    }
}
