package fr.preau.messages;

import fr.preau.contact.Side;
import fr.preau.directory.Circles;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may write to: circles made of what they teach, direct or follow, and people.
 * Whoever is in a circle and may not be reached is not written to; a circle of nobody does not
 * exist.
 */
@Component
class Addressees {
    /**
     * {@code member}: each way from a choice to a person, {@code reachable} being what the rule
     * allows to this hat. Names and counts come after.
     */
    private static final String MEMBERS =
            """
            with reachable as materialized (
                select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
                  from contact_link(array[:me]::bigint[], :today, '[]') l where l.allowed and l.from_profile = any (:hat)
            ), class as materialized (
                select k.school_id, k.id as class_id from school_class k where k.school_id = any (:directed) and k.ended_at is null
                union
                select t.school_id, t.class_id from teaching t
                  join school_class k on k.school_id = t.school_id and k.id = t.class_id and k.ended_at is null
                 where t.person_id = :me and :profile = 'TEACHER'
                   and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                union
                select i.school_id, i.class_id from class_enrolment i
                  join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null and k.kind = 'CLASS'
                 where i.pupil_id = :me and :profile = 'PUPIL'
                    or i.pupil_id in (select g.pupil_id from guardianship g where g.guardian_id = :me) and :profile = 'GUARDIAN'
            ), seat as (
                select 'c' || c.class_id || '.GUARDIAN' as token, c.class_id, g.guardian_id as person_id, 'GUARDIAN' as side, i.pupil_id as child_id
                  from class c join class_enrolment i on i.school_id = c.school_id and i.class_id = c.class_id
                  join guardianship g on g.pupil_id = i.pupil_id where :profile = 'TEACHER'
                union all
                select 'c' || c.class_id || '.PUPIL', c.class_id, i.pupil_id, 'PUPIL', null
                  from class c join class_enrolment i on i.school_id = c.school_id and i.class_id = c.class_id where :profile in ('TEACHER', 'PUPIL')
                union all
                select 'c' || c.class_id || '.TEACHER', c.class_id, t.person_id, 'TEACHER', null
                  from class c join teaching t on t.school_id = c.school_id and t.class_id = c.class_id
                   and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                 where :profile in ('GUARDIAN', 'PUPIL')
                union all
                select 'f' || g.pupil_id, null, g.guardian_id, 'GUARDIAN', g.pupil_id
                  from guardianship g where g.pupil_id = any (:families)
            ), member as materialized (
                select s.token, r.school_id, s.class_id, r.to_person as person_id, r.to_profile as side, coalesce(s.child_id, r.child_id) as child_id
                  from seat s join reachable r on r.to_person = s.person_id and r.to_profile = s.side
                 where r.to_profile <> 'GUARDIAN' or s.child_id is null or r.child_id = s.child_id
                union
                select 's' || r.school_id || '.' || r.to_profile, r.school_id, null, r.to_person, r.to_profile, r.child_id
                  from reachable r
                 where r.scope = 'SAME_SCHOOL' and (r.to_profile = 'DIRECTOR' or :profile = 'TEACHER' and r.to_profile = 'TEACHER' or r.from_profile = 'DIRECTOR')
                union
                select 'p' || r.to_person, r.school_id, null, r.to_person, r.to_profile, r.child_id
                  from reachable r where r.to_person = any (:people)
                union
                select 'n' || w.node_id || '.' || r.to_profile, r.school_id, null, r.to_person, r.to_profile, r.child_id
                  from reachable r join school_above w on w.school_id = r.school_id and w.node_id = any (:nodes)
                 where r.scope = 'PERIMETER' and r.to_profile in ('DIRECTOR', 'TEACHER')
            )
            """;

    private static final long[] NONE = {};

    private final JdbcClient db;
    private final Clock clock;

    Addressees(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Every circle that this hat may write to, and the people and families that are chosen. */
    List<Chosen> offeredTo(Actor actor, Collection<Token> chosen) {
        return ask(
                        actor,
                        chosen,
                        """
                        select m.token, min(m.school_id) as school, min(m.side) as side,
                               case left(m.token, 1) when 'p' then min(p.first_name || ' ' || p.last_name)
                                    when 'f' then (select c.first_name || ' ' || c.last_name from person c where c.id = min(m.child_id))
                                    when 'n' then (select n.name from structure n where n.id = split_part(substr(m.token, 2), '.', 1)::bigint)
                                    else (select k.label from school_class k where k.school_id = min(m.school_id) and k.id = min(m.class_id)) end as label,
                               count(distinct m.person_id) as people,
                               count(distinct m.person_id) filter (where not exists (
                                    select 1 from account_person ap join account a on a.id = ap.account_id
                                     where ap.person_id = m.person_id and a.first_sign_in_at is not null)) as never,
                               (select count(distinct school_id) > 1 from member) as several_schools,
                               (select s.name from structure s where s.id = min(m.school_id)) as school_name
                          from member m left join person p on p.id = m.person_id
                         where m.person_id <> :me
                         group by m.token
                         order by array_position(array['c', 's', 'n', 'f', 'p'], left(m.token, 1)), school_name, label nulls first,
                                  array_position(array['GUARDIAN', 'PUPIL', 'TEACHER', 'DIRECTOR'], min(m.side))
                        """)
                .query(Chosen.class)
                .list();
    }

    /** How many they are for, people and families. */
    Weight weigh(Actor actor, Collection<Token> chosen) {
        return ask(
                        actor,
                        chosen,
                        """
                        select count(distinct person_id) as people, count(distinct person_id) filter (where token like 'p%') as others,
                               count(distinct case side when 'GUARDIAN' then 'f' || child_id else 'p' || person_id end) filter (where token not like 'p%') as families
                          from member where token = any (:tokens) and person_id <> :me
                        """)
                .param("tokens", values(chosen))
                .query((row, n) ->
                        new Weight(
                                row.getInt("people"),
                                row.getInt("others"),
                                row.getInt("families"),
                                widest(chosen)))
                .single();
    }

    private static Weight.Widest widest(Collection<Token> chosen) {
        return chosen.stream()
                .map(token ->
                        switch (token.kind()) {
                            case PERSON -> Weight.Widest.NONE;
                            case FAMILY, CLASS -> Weight.Widest.CLASS;
                            case SCHOOL -> Weight.Widest.SCHOOL;
                            case NODE -> Weight.Widest.PERIMETER;
                        })
                .max(Comparator.naturalOrder())
                .orElse(Weight.Widest.NONE);
    }

    /** How many people these are, each once. */
    int count(Actor actor, Collection<Token> chosen) {
        return ask(
                        actor,
                        chosen,
                        "select count(distinct person_id) from member where token = any (:tokens) and person_id <> :me")
                .param("tokens", values(chosen))
                .query(Integer.class)
                .single();
    }

    /**
     * Writes a row for each of them, in one statement; returns how many there are.
     *
     * @param deliverAt null while the message is held
     */
    int deliver(
            Actor author,
            long school,
            long message,
            Collection<Token> chosen,
            @Nullable Instant deliverAt) {
        return ask(
                        author,
                        chosen,
                        """
                        insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                        select :school, :message, person_id, :me, min(side), coalesce(array_agg(distinct child_id) filter (where child_id is not null), '{}'),
                               coalesce(:deliver_at::timestamptz, 'infinity')
                          from member where token = any (:tokens) and person_id <> :me
                         group by person_id order by person_id
                        on conflict do nothing
                        """)
                .param("tokens", values(chosen))
                .param("school", school)
                .param("message", message)
                .param(
                        "deliver_at",
                        deliverAt == null ? null : Timestamp.from(deliverAt),
                        java.sql.Types.TIMESTAMP)
                .update();
    }

    private StatementSpec ask(Actor actor, Collection<Token> chosen, String sql) {
        return db.sql(MEMBERS + sql)
                .param("me", actor.person())
                .param("today", LocalDate.now(clock))
                .param("hat", Side.of(actor.profile()))
                .param("profile", actor.profile().name())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("families", ids(chosen, Token.Kind.FAMILY))
                .param("people", ids(chosen, Token.Kind.PERSON))
                .param("nodes", nodesOf(actor));
    }

    private static long[] nodesOf(Actor actor) {
        return actor.profile() == Profile.SUPERVISION || actor.profile() == Profile.TOWN
                ? actor.structures().stream().mapToLong(Long::longValue).toArray()
                : NONE;
    }

    private static long[] ids(Collection<Token> tokens, Token.Kind kind) {
        return tokens.stream().filter(t -> t.kind() == kind).mapToLong(Token::id).toArray();
    }

    private static String[] values(Collection<Token> tokens) {
        return tokens.stream().map(Token::toString).toArray(String[]::new);
    }
}
