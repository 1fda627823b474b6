package fr.preau.departures;

import fr.preau.access.AccountWork;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.directory.Departures;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts that begin and end on a day (capability A17). Somebody who waits for their first day, or
 * has had their last, belongs to no school: they are asked for by the schools that the caller has
 * the right to administer, behind a wall of ours.
 */
@Component
class TimeBoxed {
    static final List<RoleKind> KINDS =
            List.of(
                    RoleKind.SUBSTITUTE,
                    RoleKind.AIDE,
                    RoleKind.TRAINEE,
                    RoleKind.CONTRIBUTOR,
                    RoleKind.ACTIVITY_LEADER);

    private final JdbcClient db;
    private final Walls walls;
    private final Appointments appointments;
    private final AccountWork accounts;
    private final Departures departures;
    private final Clock clock;

    TimeBoxed(
            JdbcClient db,
            Walls walls,
            Appointments appointments,
            AccountWork accounts,
            Departures departures,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.appointments = appointments;
        this.accounts = accounts;
        this.departures = departures;
        this.clock = clock;
    }

    List<TemporaryAccountsPage.Row> of(long[] schools) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select p.id as person, p.first_name, p.last_name, r.kind, r.structure_id as school, s.name as school_name, r.starts_on, r.ends_on, (
                                               select string_agg(c.label, ', ' order by c.label) from teaching t
                                                 join school_class c on c.school_id = t.school_id and c.id = t.class_id
                                                where t.person_id = p.id and t.school_id = r.structure_id) as classes,
                                               coalesce(a.login, '') as login, coalesce(a.state = 'ACTIVE', false) as activated
                                          from role r
                                          join person p on p.id = r.person_id and p.erased_at is null
                                          join structure s on s.id = r.structure_id
                                          left join account_person ap on ap.person_id = p.id
                                          left join account a on a.id = ap.account_id
                                         where r.structure_id = any (:schools) and r.kind in (:kinds) and r.ends_on is not null
                                         order by r.ends_on desc, plain(p.last_name), plain(p.first_name), p.id
                                        """)
                                .param("schools", schools)
                                .param("kinds", KINDS.stream().map(RoleKind::name).toList())
                                .query(TemporaryAccountsPage.Row.class)
                                .list());
    }

    /** The form has passed the policy. Returns the person's number. */
    long open(TemporaryAccountForm form, long school) {
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    var person = appointments.welcome(form.firstName(), form.lastName());
                    var from = form.firstDay();
                    var to = form.lastDay();
                    appointments.appoint(person, RoleKind.valueOf(form.kind()), school, from, to);
                    for (var schoolClass : form.classes())
                        appointments.attach(person, school, schoolClass, from, to);
                    accounts.welcome(person);
                    return person;
                });
    }

    /** The last day was yesterday; what follows happens at once. */
    void end(TemporaryAccountsPage.Row row) {
        appointments.prolong(row.person(), KINDS, row.school(), row.endsOn(), today().minusDays(1));
        departEnded();
    }

    /** Also for somebody who has already had their last day: they are here again. */
    void prolong(TemporaryAccountsPage.Row row, LocalDate to) {
        appointments.prolong(row.person(), KINDS, row.school(), row.endsOn(), to);
        departures.comeBack(List.of(row.person()));
    }

    /** Those whom no feed carries and whose last role has ended leave, on the day after. */
    void departEnded() {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var ended = ended();
                    if (!ended.isEmpty()) departures.depart(ended, clock.instant());
                });
    }

    private List<Long> ended() {
        return db.sql(
                        """
                        select p.id from person p
                         where p.kind = 'LOCAL' and p.departed_at is null
                           and exists (select 1 from role r where r.person_id = p.id and r.kind in (:kinds))
                           and not exists (select 1 from role r where r.person_id = p.id and coalesce(r.ends_on, :today) >= :today)
                           and not exists (select 1 from departure d where d.person_id = p.id and d.cancelled_at is not null)
                        """)
                .param("kinds", KINDS.stream().map(RoleKind::name).toList())
                .param("today", today())
                .query(Long.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
