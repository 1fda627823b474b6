package fr.preau.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who leaves: in a full delivery, whoever is absent from the schools that it contains; in a delta,
 * whoever it deletes; and guardians without any child left. Leaving is the beginning of a delay,
 * never an erasure: see {@code departure}.
 */
@Component
final class LeaverMerge {
    private final JdbcClient db;
    private final Clock clock;

    LeaverMerge(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How many of a kind leave, out of how many whom the delivery speaks of. */
    record Share(Kind kind, long leaving, long known) {
        /** A few people leave every day; everybody never does. */
        boolean isSuspicious(int percent) {
            if (known == 0) return false;
            var all = leaving >= known;
            return all || leaving >= 5 && leaving * 100 > known * percent;
        }

        /** How many known people are enough for so many to leave without suspicion. */
        static long enough(long leaving, int percent) {
            return Math.max(leaving + 1, leaving * 100 / percent + 1);
        }
    }

    /**
     * How many people of this kind are known in the schools of which the delivery speaks; counts no
     * further than {@code enough}.
     */
    long known(Academy academy, Delivery delivery, Kind kind, long enough) {
        return db.sql(
                        """
                        select count(*) from (
                            select 1 from affiliation a join structure t on t.id = a.school_id and t.academy = :academy
                             where a.profile = :profile
                               and (not :full or exists (select 1 from stage_structure s where s.kind = 'SCHOOL' and s.join_key = t.join_key))
                             limit :enough) those
                        """)
                .param("full", delivery.full())
                .param("academy", academy.code)
                .param("profile", kind == Kind.STAFF ? "TEACHER" : kind.name())
                .param("enough", enough)
                .query(Long.class)
                .single();
    }

    void find(Academy academy, Delivery delivery, Reading reading) {
        db.sql("create temp table leaving (id bigint primary key, kind text) on commit drop")
                .update();
        if (!delivery.full()) deleted(academy);
        else {
            contain(academy);
            if (reading.whole(Kind.PUPIL)) absentPupils(academy);
            if (reading.whole(Kind.STAFF)) absentStaff(academy);
        }
        db.sql("analyze leaving").update();
        childless(academy, delivery);
        db.sql("analyze leaving").update();
    }

    private void contain(Academy academy) {
        db.sql(
                        """
                        create temp table contained on commit drop as
                        select t.id from stage_structure s join structure t on t.academy = :academy and t.join_key = s.join_key where s.kind = 'SCHOOL'
                        """)
                .param("academy", academy.code)
                .update();
        db.sql("analyze contained").update();
    }

    private void deleted(Academy academy) {
        db.sql(
                        """
                        insert into leaving
                        select distinct p.id, p.kind from stage_leaver s
                          join person p on p.academy = :academy and p.join_key = s.join_key and p.kind = s.kind
                         where p.departed_at is null and not exists (select 1 from landed l where l.id = p.id)
                        """
                                + NOT_KEPT)
                .param("academy", academy.code)
                .update();
    }

    /** A director has said that this departure was a mistake: it holds until the feed agrees. */
    private static final String NOT_KEPT =
            " and not exists (select 1 from departure d where d.person_id = p.id and d.cancelled_at is not null)";

    private void absentPupils(Academy academy) {
        db.sql(
                        """
                        insert into leaving
                        select p.id, p.kind from person p
                         where p.academy = :academy and p.kind = 'PUPIL' and p.source = 'FEED' and p.departed_at is null
                           and not exists (select 1 from landed l where l.id = p.id)
                           and exists (select 1 from enrolment e where e.pupil_id = p.id)
                           and not exists (select 1 from enrolment e where e.pupil_id = p.id and e.school_id not in (select id from contained))
                        """
                                + NOT_KEPT)
                .param("academy", academy.code)
                .update();
    }

    /** Whoever holds something given by hand stays: a delivery knows nothing of it. */
    private void absentStaff(Academy academy) {
        db.sql(
                        """
                        insert into leaving
                        select p.id, p.kind from person p
                         where p.academy = :academy and p.kind = 'STAFF' and p.source = 'FEED' and p.departed_at is null
                           and not exists (select 1 from landed l where l.id = p.id)
                           and exists (select 1 from role r where r.person_id = p.id)
                           and not exists (select 1 from role r where r.person_id = p.id
                                              and (r.source = 'LOCAL' and coalesce(r.ends_on, :today) >= :today
                                                   or r.structure_id not in (select id from contained)))
                        """
                                + NOT_KEPT)
                .param("academy", academy.code)
                .param("today", LocalDate.now(clock))
                .update();
    }

    private void childless(Academy academy, Delivery delivery) {
        var among =
                delivery.full()
                        ? "person p where p.academy = :academy"
                        : """
                        person p where p.academy = :academy and p.id in (
                            (select id from former_guardian
                              union all select id from landed where kind = 'GUARDIAN'
                              union all select g.guardian_id from guardianship g join leaving l on l.id = g.pupil_id)
                            -- Whoever a delivered pupil names has a child: most of them.
                            except select guardian_id from placed_link)
                        """;
        db.sql(
                        "insert into leaving select p.id, p.kind from "
                                + among
                                + """
                                 and p.kind = 'GUARDIAN' and p.source <> 'LOCAL' and p.departed_at is null
                                 and not exists (select 1 from leaving l where l.id = p.id)
                                 and not exists (
                                     select 1 from guardianship g join person k on k.id = g.pupil_id and k.departed_at is null
                                      where g.guardian_id = p.id and not exists (select 1 from leaving l where l.id = k.id))
                                """
                                + NOT_KEPT)
                .param("academy", academy.code)
                .update();
    }

    Map<Kind, Long> counted() {
        var leaving = new EnumMap<Kind, Long>(Kind.class);
        db.sql("select kind, count(*) as people from leaving group by kind")
                .query((row, n) ->
                        leaving.put(Kind.valueOf(row.getString("kind")), row.getLong("people")))
                .list();
        return leaving;
    }

    /** Percent of leaving people from which a delivery stops: the rule of this day. */
    int threshold() {
        return db.sql(
                        "select shrink_percent from feed_rule where from_on <= :today order by from_on desc limit 1")
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    long depart() {
        db.sql(
                        """
                        insert into departure (school_id, person_id, profile, departed_at, erases_on)
                        select distinct on (a.school_id, a.person_id) a.school_id, a.person_id, a.profile, :now::timestamptz, cast(:day as date) + (
                               select days from retention_rule where category = 'DEPARTED' and from_on <= :day order by from_on desc limit 1)
                          from affiliation a join leaving l on l.id = a.person_id
                         order by a.school_id, a.person_id, a.profile
                        on conflict (school_id, person_id) do update set departed_at = excluded.departed_at, erases_on = excluded.erases_on,
                               cancelled_at = null, cancelled_by = null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("day", LocalDate.now(clock))
                .update();
        db.sql("insert into touched select id from leaving").update();
        return db.sql(
                        "update person p set departed_at = :now::timestamptz from leaving l where p.id = l.id")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
