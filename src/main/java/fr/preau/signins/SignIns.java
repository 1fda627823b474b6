package fr.preau.signins;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Cursor;
import fr.preau.web.Dates;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the journal, school by school, and their counts. */
@Component
class SignIns {
    static final int PAGE = 50;
    static final int FILE = 20_000;
    private static final int SCHOOLS = 100;

    private final JdbcClient db;
    private final Walls walls;

    SignIns(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    /**
     * A line at each school where the person has a place today, under the profile that they land in
     * there; told twice, it is written once.
     *
     * @param person null for all whom the account holds
     */
    void write(
            long account,
            @Nullable Long person,
            Instant at,
            @Nullable String manner,
            @Nullable String device,
            String fact) {
        walls.as(
                Wall.DOOR,
                () -> {
                    // A login that nobody has gets no line, and costs the same transaction as one.
                    // A
                    // school's counts are one row: whoever comes next does not wait for the disk.
                    // What a crash loses is told again, as its publication is ended after it.
                    db.sql(
                                    "select pg_current_xact_id()::text, set_config('synchronous_commit', 'off', true)")
                            .query((row, n) -> n)
                            .single();
                    db.sql(
                                    """
                                    with place as (
                                        select distinct on (st.structure_id, ap.person_id) st.structure_id as school_id, ap.person_id,
                                               case st.kind when 'PUPIL' then 'PUPIL' when 'GUARDIAN' then 'GUARDIAN' else 'TEACHER' end as profile
                                          from account_person ap
                                         cross join lateral (select * from standing s where s.person_id = ap.person_id offset 0) st
                                          join structure k on k.id = st.structure_id and k.kind = 'SCHOOL'
                                         where ap.account_id = :account and ap.person_id = coalesce(cast(:person as bigint), ap.person_id)
                                           and coalesce(st.starts_on, :day) <= :day and coalesce(st.ends_on, :day) >= :day
                                         order by st.structure_id, ap.person_id, 3 desc),
                                    line as (
                                        insert into sign_in (school_id, at, person_id, profile, refused, manner, device, fact)
                                        select school_id, :at, person_id, profile, :refused, :manner, :device, :fact from place
                                        on conflict do nothing returning school_id, profile)
                                    insert into sign_in_day as d (school_id, day, profile, entered, refused)
                                    select school_id, :day, profile, case when :refused then 0 else count(*) end, case when :refused then count(*) else 0 end
                                      from line group by school_id, profile order by school_id, profile
                                    on conflict (school_id, day, profile) do update set entered = d.entered + excluded.entered, refused = d.refused + excluded.refused
                                    """)
                            .param("account", account)
                            .param("person", person)
                            .param("at", Timestamp.from(at))
                            .param("day", LocalDate.ofInstant(at, Dates.SCHOOL_TIME))
                            .param("refused", manner == null)
                            .param("manner", manner)
                            .param("device", device)
                            .param("fact", fact)
                            .update();
                });
    }

    /** The schools of these nodes with the counts of a day: where most was refused first. */
    List<SignInSchoolsPage.School> schools(long[] nodes, LocalDate day) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, coalesce(sum(d.entered), 0) as entered, coalesce(sum(d.refused), 0) as refused
                          from (select distinct school_id from school_above where node_id = any (:nodes)) a
                          join structure s on s.id = a.school_id and s.departed_at is null
                          left join sign_in_day d on d.school_id = s.id and d.day = :day
                         group by s.id order by 5 desc, 4 desc, plain(s.name), s.id limit :limit
                        """)
                .param("nodes", nodes)
                .param("day", day)
                .param("limit", SCHOOLS)
                .query(SignInSchoolsPage.School.class)
                .list();
    }

    /** One school of these nodes, with the counts of a day; empty when it is not among them. */
    Optional<SignInSchoolsPage.School> school(long[] nodes, long school, LocalDate day) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, coalesce(sum(d.entered), 0) as entered, coalesce(sum(d.refused), 0) as refused
                          from structure s left join sign_in_day d on d.school_id = s.id and d.day = :day
                         where s.id = :school and s.kind = 'SCHOOL' and s.departed_at is null
                           and exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:nodes))
                         group by s.id
                        """)
                .param("nodes", nodes)
                .param("school", school)
                .param("day", day)
                .query(SignInSchoolsPage.School.class)
                .optional();
    }

    /** The lines of a day, the latest first, after the one given; one more when more follows. */
    List<SignInsPage.Line> lines(
            long school, LocalDate day, @Nullable Profile profile, Cursor after, int limit) {
        return db.sql(
                        """
                        select l.id, l.at, p.first_name || ' ' || p.last_name as name, l.profile, l.refused, l.manner, l.device
                          from sign_in l join person p on p.id = l.person_id
                         where l.school_id = :school and l.at >= :from and l.at < :to and (l.at, l.id) < (:at, :id) %s
                         order by l.at desc, l.id desc limit :limit
                        """
                                .formatted(profile == null ? "" : "and l.profile = :profile"))
                .param("school", school)
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .param("at", Timestamp.from(after.at()))
                .param("id", after.id())
                .param("profile", profile == null ? "" : profile.name())
                .param("limit", limit)
                .query(SignInsPage.Line.class)
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Dates.SCHOOL_TIME).toInstant());
    }
}
