package fr.preau.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a decision would change, counted before it is kept: the same question as always, asked of
 * rules that are only proposed.
 */
@Component
class Simulation {
    private final JdbcClient db;
    private final Clock clock;

    Simulation(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * How many people gain or lose how many others; pairs are « this one may write to that one ».
     */
    record Effect(
            long people,
            long pairsBefore,
            long pairsAfter,
            long gaining,
            long gained,
            long losing,
            long lost) {
        boolean isNothing() {
            return gaining == 0 && losing == 0;
        }
    }

    Effect of(ContactPage.Place place, Cell cell, Choice choice) {
        return db.sql(
                        """
                        with people as (
                            select coalesce(array_agg(distinct x.person_id), '{}') as ids from (
                                select e.pupil_id as person_id from enrolment e
                                 where :from = 'PUPIL' and e.school_id = :school and (:class::bigint is null or exists (
                                       select 1 from class_enrolment i where i.school_id = e.school_id and i.class_id = :class and i.pupil_id = e.pupil_id))
                                union all
                                select g.guardian_id from enrolment e join guardianship g on g.pupil_id = e.pupil_id
                                 where :from = 'GUARDIAN' and e.school_id = :school and (:class::bigint is null or exists (
                                       select 1 from class_enrolment i where i.school_id = e.school_id and i.class_id = :class and i.pupil_id = e.pupil_id))
                                union all
                                select a.person_id from affiliation a where :from = 'TEACHER' and a.school_id = :school and a.profile = 'TEACHER') x
                              join person p on p.id = x.person_id and p.departed_at is null
                        ), before as materialized (
                            select distinct l.from_person, l.to_person from people, contact_link(people.ids, :today, '[]') l
                             where l.allowed and l.from_profile = :from and l.to_profile = :to and l.school_id = :school
                        ), after as materialized (
                            select distinct l.from_person, l.to_person from people, contact_link(people.ids, :today, :draft::jsonb) l
                             where l.allowed and l.from_profile = :from and l.to_profile = :to and l.school_id = :school
                        ), more as (select * from after except select * from before), less as (select * from before except select * from after)
                        select (select cardinality(ids) from people) as people,
                               (select count(*) from before) as pairs_before, (select count(*) from after) as pairs_after,
                               (select count(distinct from_person) from more) as gaining, (select count(distinct to_person) from more) as gained,
                               (select count(distinct from_person) from less) as losing, (select count(distinct to_person) from less) as lost
                        """)
                .param("school", place.school())
                .param("class", place.schoolClass(), java.sql.Types.BIGINT)
                .param("from", cell.from().name())
                .param("to", cell.to().name())
                .param("today", LocalDate.now(clock))
                .param("draft", draft(place, cell, ContactPolicy.kept(cell, choice)))
                .query(Effect.class)
                .single();
    }

    /** The rows that the decision would write; numbers and our own names only. */
    private static String draft(ContactPage.Place place, Cell cell, Choice choice) {
        return cell.lines().stream()
                .map(line ->
                        """
                        {"school_id": %d, "class_id": %s, "from_profile": "%s", "to_profile": "%s", "scope": "%s", "allowed": %s}\
                        """
                                .formatted(
                                        place.school(),
                                        place.schoolClass(),
                                        cell.from(),
                                        cell.to(),
                                        line.scope(),
                                        choice == Choice.USUAL
                                                ? "null"
                                                : choice.opens(line.scope())))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
