package fr.preau.blocking;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blocks of a school, and those who may be blocked there. */
@Component
class Blocks {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Blocks(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Somebody who may be blocked; {@code place}: the class, or the children. */
    record Candidate(long id, String name, String place, boolean blocked) {}

    /** The latest first, those in force before those lifted. */
    List<Block> of(long school) {
        return db.sql(
                        """
                        select b.id, b.profile, (select count(*) from school_blocked p where p.school_id = b.school_id and p.block_id = b.id) as people,
                               (select min(k.first_name || ' ' || k.last_name) from school_blocked p join person k on k.id = p.person_id
                                 where p.school_id = b.school_id and p.block_id = b.id having count(*) = 1) as one,
                               b.reason, coalesce(w.first_name || ' ' || w.last_name, '') as by, b.made_at, b.lifted_at
                          from school_block b left join person w on w.id = b.made_by
                         where b.school_id = :school order by b.lifted_at nulls first, b.made_at desc, b.id desc limit 100
                        """)
                .param("school", school)
                .query(Block.class)
                .list();
    }

    /**
     * The people of this profile in the school; never those who administer it, so that a school
     * does not lock itself out.
     */
    List<Candidate> candidates(long school, Profile profile) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name, coalesce(case :profile
                                   when 'PUPIL' then (select string_agg(c.label, ', ' order by c.label) from class_enrolment e
                                                        join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS'
                                                       where e.school_id = :school and e.pupil_id = p.id)
                                   when 'GUARDIAN' then (select string_agg(distinct k.first_name, ' et ') from guardianship g
                                                           join enrolment e on e.pupil_id = g.pupil_id and e.school_id = :school
                                                           join person k on k.id = g.pupil_id where g.guardian_id = p.id) end, '') as place,
                               exists (select 1 from school_blocked b where b.person_id = p.id and b.school_id = :school and b.profile = :profile and not b.lifted) as blocked
                          from person p
                         where p.departed_at is null
                           and p.id in (select s.person_id from standing s where s.structure_id = :school and s.kind = any (:kinds)
                                           and coalesce(s.starts_on, :today) <= :today and coalesce(s.ends_on, :today) >= :today)
                           and not exists (select 1 from role r where r.person_id = p.id and r.structure_id = :school and r.kind in ('DIRECTOR', 'ADMINISTRATOR')
                                              and :profile = 'TEACHER')
                         order by 3, plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("school", school)
                .param("profile", profile.name())
                .param("kinds", RoleKind.of(profile))
                .param("today", LocalDate.now(clock))
                .query(Candidate.class)
                .list();
    }

    /** Answers the number of the new block. */
    long make(Actor actor, long school, Profile profile, Collection<Long> people, String reason) {
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    var block =
                            db.sql(
                                            """
                                            insert into school_block (school_id, reason, profile, made_at, made_by) values (:school, :reason, :profile, :now, :by) returning id
                                            """)
                                    .param("school", school)
                                    .param("reason", reason)
                                    .param("profile", profile.name())
                                    .param("now", Timestamp.from(clock.instant()))
                                    .param("by", actor.person())
                                    .query(Long.class)
                                    .single();
                    db.sql(
                                    """
                                    insert into school_blocked (school_id, block_id, person_id, profile) select :school, :block, p, :profile from unnest(:people::bigint[]) as p
                                    """)
                            .param("school", school)
                            .param("block", block)
                            .param("profile", profile.name())
                            .param("people", people.stream().mapToLong(Long::longValue).toArray())
                            .update();
                    return block;
                });
    }

    /** Lifts one act and those whom it blocked, once; how many they were. */
    Optional<Integer> lift(Actor actor, long school, long block) {
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    var lifted =
                            db.sql(
                                            "update school_block set lifted_at = :now, lifted_by = :by where school_id = :school and id = :block and lifted_at is null")
                                    .param("now", Timestamp.from(clock.instant()))
                                    .param("by", actor.person())
                                    .param("school", school)
                                    .param("block", block)
                                    .update();
                    if (lifted == 0) return Optional.empty();
                    return Optional.of(
                            db.sql(
                                            "update school_blocked set lifted = true where school_id = :school and block_id = :block")
                                    .param("school", school)
                                    .param("block", block)
                                    .update());
                });
    }
}
