package fr.preau.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conventions as lists: those of a town, and a page of those of a year. */
@Component
class AgreementList {
    static final int PAGE = 50;

    private static final String ROW =
            """
            select a.id, a.reference, a.debtor_name as debtor, a.school_year as year, a.state, a.effect_on, a.ends_on, a.terminated_on, a.checked_at is not null as checked,
                   s.schools, coalesce(a.amount_cents, s.schools * :rate) as cents, a.amount_cents is not null as fixed
              from agreement a cross join lateral (select count(*)::int as schools from agreement_school s where s.agreement_id = a.id) s
            """;

    /** What each stage is in the rows of a day. */
    private static final String STAGE =
            """
            (case a.state when 'SIGNED' then case when :today > a.ends_on then 'EXPIRED' else 'IN_FORCE' end
                          when 'TERMINATED' then case when :today < a.terminated_on then 'IN_FORCE' else 'TERMINATED' end
                          else a.state end)
            """;

    private final JdbcClient db;
    private final Terms terms;
    private final Clock clock;

    AgreementList(JdbcClient db, Terms terms, Clock clock) {
        this.db = db;
        this.terms = terms;
        this.clock = clock;
    }

    /** All that this actor's towns have, the latest first. */
    List<AgreementListPage.Row> ofTowns() {
        return db.sql(
                        ROW
                                + " where a.state not in ('DRAFT', 'ABANDONED') order by a.school_year desc, plain(a.debtor_name), a.id limit 200")
                .param("rate", terms.rate(currentYear()))
                .query(AgreementListPage.Row.class)
                .list();
    }

    List<AgreementListPage.Row> page(AgreementFilter filter) {
        var cut = filter.after().lastIndexOf('_');
        var name = cut < 0 ? null : filter.after().substring(0, cut);
        return db.sql(
                        ROW
                                + " where a.school_year = :year and (:stage::text is null or "
                                + STAGE
                                + """
                                 = :stage) and (:q = '' or plain(a.debtor_name) like '%' || plain(:q) || '%' or a.siret like :q || '%' or a.reference = :q)
                                 and (:name::text is null or (plain(a.debtor_name), a.id) > (:name, :last::bigint))
                                 order by plain(a.debtor_name), a.id limit :page
                                """)
                .param("rate", terms.rate(yearOf(filter)))
                .param("year", yearOf(filter))
                .param("stage", filter.stage() == null ? null : filter.stage().name())
                .param("today", LocalDate.now(clock))
                .param("q", filter.q().replaceAll("([%_\\\\])", "\\\\$1"))
                .param("name", name)
                .param("last", cut < 0 ? 0L : number(filter.after().substring(cut + 1)))
                .param("page", PAGE + 1)
                .query(AgreementListPage.Row.class)
                .list();
    }

    /** How many of a year stand at each stage. */
    List<AgreementListPage.Tally> tally(int year) {
        return db.sql(
                        "select "
                                + STAGE
                                + " as stage, count(*) as agreements from agreement a where a.school_year = :year group by 1")
                .param("year", year)
                .param("today", LocalDate.now(clock))
                .query(AgreementListPage.Tally.class)
                .list();
    }

    /** The cursor after this row. */
    String after(AgreementListPage.Row row) {
        return db.sql("select plain(:name)")
                        .param("name", row.debtor())
                        .query(String.class)
                        .single()
                + "_"
                + row.id();
    }

    List<Integer> years() {
        return db.sql("select distinct school_year from agreement order by 1 desc")
                .query(Integer.class)
                .list();
    }

    int yearOf(AgreementFilter filter) {
        return filter.year() == null ? currentYear() : filter.year();
    }

    /** From May on, the year that is being prepared. */
    int currentYear() {
        return terms.currentYear();
    }

    static int yearOf(LocalDate today, String campaignDay) {
        var opens = java.time.MonthDay.parse("--" + campaignDay).atYear(today.getYear());
        return today.isBefore(opens) ? today.getYear() - 1 : today.getYear();
    }

    private static long number(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }
}
