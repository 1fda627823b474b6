package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On the home of those concerned: a rehearsal that they may see; for two months, the year that has
 * just ended.
 */
@Component
class YearNotices implements Notices {
    private static final Duration RECENT = Duration.ofDays(60);
    private static final Set<Profile> CONCERNED =
            Set.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER);

    private final JdbcClient db;
    private final Clock clock;

    YearNotices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** PREPARED: only those who administer the school see it yet. */
    private record Row(String kind, int year) {}

    @Override
    public List<Notice> of(Actor actor) {
        if (!CONCERNED.contains(actor.profile())) return List.of();
        return rows(actor).stream().map(row -> notice(actor, row)).toList();
    }

    private List<Row> rows(Actor actor) {
        var guardian = actor.profile() == Profile.GUARDIAN;
        return db.sql(
                        """
                        select distinct case when c.state = 'APPLIED' then 'PAST' when c.shown = 'NOBODY' then 'PREPARED' else 'SHOWN' end as kind, c.year
                          from year_change c
                         where c.state = 'REHEARSAL' and (c.shown = 'FAMILIES' or :teacher and c.shown = 'STAFF' or c.school_id = any (:administered))
                            or c.state = 'APPLIED' and c.applied_at > :recent and exists (
                               select 1 from past_seat b join guardianship g on g.pupil_id = b.pupil_id
                                where b.school_id = c.school_id and b.year = c.year - 1 and g.guardian_id = :guardian)
                         order by c.year, kind
                        """)
                .param("teacher", actor.profile() == Profile.TEACHER)
                .param("administered", actor.administeredSchools())
                .param("recent", Timestamp.from(clock.instant().minus(RECENT)))
                .param("guardian", guardian ? actor.person() : 0L)
                .query(Row.class)
                .list();
    }

    private static Notice notice(Actor actor, Row row) {
        return switch (row.kind()) {
            case "PAST" ->
                    new Notice(
                            "agenda",
                            "calendar",
                            "calendar",
                            t("year.notice.past", Change.name(row.year() - 1)),
                            "/year/" + (row.year() - 1),
                            t("year.notice.read"));
            case "PREPARED" ->
                    new Notice(
                            "agenda",
                            "calendar-check",
                            "school",
                            t("year.notice.prepared", Change.name(row.year())),
                            "/year",
                            t("year.notice.continue"));
            default ->
                    new Notice(
                            "agenda",
                            "calendar-check",
                            "school",
                            t("year.notice.shown." + actor.profile(), row.year()),
                            "/year/preview",
                            t("year.notice.see"));
        };
    }
}
