package fr.preau.messages;

import fr.preau.contact.Side;
import fr.preau.directory.Circles;
import fr.preau.web.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may write to: circles made of what they teach, direct or follow, and people.
 * Whoever is in a circle and may not be reached is not written to, nor those to whom their school
 * has closed messages; a circle of nobody does not exist.
 */
@Component
class Addressees {
    /** The classes whose circles are meant, and who sits in them and in the families chosen. */
    private static final String SEATS =
            """
            with class as materialized (
                select c.school_id, c.class_id from (
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
                    union
                    select i.school_id, i.class_id from guardianship g join class_enrolment i on i.pupil_id = g.pupil_id
                      join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.ended_at is null and k.kind = 'CLASS'
                     where g.guardian_id = :me and :profile = 'GUARDIAN') c
                 where :every or c.class_id = any (:classes)
            ), seat as materialized (
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
            )\
            """;

    /** What the rule allows to this hat. */
    private static final String REACHABLE =
            """
            , reachable as materialized (
                select distinct l.from_profile, l.to_person, l.to_profile, l.scope, l.school_id, l.child_id
                  from contact_link(array[:me]::bigint[], :today, '[]') l
                 where l.allowed and l.from_profile = any (:hat) and l.to_profile = any (:sides) and %s
                   and not exists (select from closed_to('messages', l.to_profile, l.school_id, l.to_person, case l.to_profile when 'PUPIL' then l.to_person else l.child_id end))
            )\
            """;

    /**
     * Each way from a choice to a person. Names and counts come after. The planner takes seats and
     * those who may be reached for a handful each and would compare every one with every other; a
     * full join can only be hashed or merged, and {@code coalesce} keeps it one.
     */
    private static final String MEMBER =
            """
            , member as materialized (
                select s.token, r.school_id, s.class_id, r.to_person as person_id, r.to_profile as side, coalesce(s.child_id, r.child_id) as child_id
                  from seat s full join reachable r on r.to_person = s.person_id and r.to_profile = s.side
                 where coalesce(s.token, '') <> '' and coalesce(r.to_person, 0) <> 0
                   and (coalesce(r.to_profile, '') <> 'GUARDIAN' or s.child_id is null or r.child_id is not distinct from s.child_id)
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

    private static final String EVERYBODY =
            SEATS
                    + REACHABLE.formatted(
                            "(:every or l.from_profile <> 'SUPERVISION' or l.scope <> 'PERIMETER')")
                    + MEMBER;

    /** What lies between a school and those above it is left out of the plan itself. */
    private static final String IN_SCHOOLS =
            SEATS + REACHABLE.formatted("l.scope <> 'PERIMETER'") + MEMBER;

    /** The rule is asked for those alone who sit in the classes and families chosen. */
    private static final String IN_CLASSES =
            SEATS
                    + REACHABLE.formatted(
                            "l.scope <> 'PERIMETER' and l.to_person = any (array(select s.person_id from seat s))")
                    + MEMBER;

    private static final String LABEL =
            """
            case left(m.token, 1) when 'p' then (select p.first_name || ' ' || p.last_name from person p where p.id = min(m.person_id))
            when 'f' then (select c.first_name || ' ' || c.last_name from person c where c.id = min(m.child_id))
            when 'n' then (select n.name from structure n where n.id = split_part(substr(m.token, 2), '.', 1)::bigint)
            else (select k.label from school_class k where k.school_id = min(m.school_id) and k.id = min(m.class_id)) end\
            """;

    private static final String ALONE =
            """
            case when count(distinct m.person_id) = 1 and left(m.token, 1) in ('c', 's') then (
                 select a.first_name || ' ' || a.last_name from person a where a.id = min(m.person_id)) end as alone,
            case when :profile = 'GUARDIAN' and left(m.token, 1) = 'c' then (
                 select string_agg(distinct k.first_name, ' et ') from guardianship g join class_enrolment i on i.pupil_id = g.pupil_id
                   join person k on k.id = g.pupil_id
                  where g.guardian_id = :me and i.school_id = min(m.school_id) and i.class_id = min(m.class_id)) end as kin\
            """;

    private static final RowMapper<Chosen> CHOSEN = new SimplePropertyRowMapper<>(Chosen.class);

    private static final String[] ALL_SIDES =
            Arrays.stream(Side.values()).map(Side::name).toArray(String[]::new);

    private final JdbcClient db;
    private final CirclesBelow below;
    private final Clock clock;

    Addressees(JdbcClient db, CirclesBelow below, Clock clock) {
        this.db = db;
        this.below = below;
        this.clock = clock;
    }

    /** Every circle that this hat may write to, and the people and families that are chosen. */
    List<Chosen> offeredTo(Actor actor, Collection<Token> chosen) {
        return ask(
                        EVERYBODY,
                        actor,
                        chosen,
                        ALL_SIDES,
                        """
                        select m.token, min(m.school_id) as school, min(m.side) as side,
                               %s as label,
                               count(distinct m.person_id) as people,
                               count(distinct m.person_id) filter (where not exists (
                                    select 1 from account_person ap join account a on a.id = ap.account_id
                                     where ap.person_id = m.person_id and a.first_sign_in_at is not null)) as never,
                               (select count(distinct school_id) > 1 from member) as several_schools,
                               (select s.name from structure s where s.id = min(m.school_id)) as school_name,
                               %s
                          from member m
                         where m.person_id <> :me
                         group by m.token
                         order by array_position(array['c', 's', 'n', 'f', 'p'], left(m.token, 1)), school_name, label nulls first,
                                  array_position(array['GUARDIAN', 'PUPIL', 'TEACHER', 'DIRECTOR'], min(m.side))
                        """
                                .formatted(LABEL, ALONE))
                .query(Chosen.class)
                .list();
    }

    /**
     * Of what was chosen, what this hat may write to, and whom it comes to: the rule is asked once
     * for everything that sending wants to know.
     */
    Reached reached(Actor actor, Collection<Token> chosen) {
        var choices = new ArrayList<Chosen>();
        var members = new ArrayList<Reached.Member>();
        if (chosen.stream().anyMatch(token -> !CirclesBelow.isOne(actor, token))) {
            planOnce();
            askFor(actor, chosen)
                    .query(row -> {
                        choices.add(CHOSEN.mapRow(row, 0));
                        members.addAll(members(row));
                    });
        }
        if (chosen.stream().anyMatch(token -> CirclesBelow.isOne(actor, token)))
            choices.addAll(below.chosen(actor, chosen));
        return new Reached(choices, members);
    }

    private StatementSpec askFor(Actor actor, Collection<Token> chosen) {
        return ask(
                        membersOf(chosen),
                        actor,
                        chosen,
                        sidesOf(chosen),
                        """
                        select m.token, min(m.school_id) as school, min(m.side) as side, %s as label,
                               count(distinct m.person_id) as people, 0 as never,
                               :several as several_schools,
                               (select s.name from structure s where s.id = min(m.school_id)) as school_name,
                               %s,
                               array_agg(m.person_id) as persons, array_agg(m.side) as sides, array_agg(m.child_id) as children
                          from member m
                         where m.person_id <> :me and m.token = any (:tokens)
                         group by m.token
                         order by array_position(array['c', 's', 'n', 'f', 'p'], left(m.token, 1)), school_name, label nulls first,
                                  array_position(array['GUARDIAN', 'PUPIL', 'TEACHER', 'DIRECTOR'], min(m.side))
                        """
                                .formatted(LABEL, ALONE))
                .param("several", actor.structures().size() > 1)
                .param("tokens", values(chosen));
    }

    private static List<Reached.Member> members(ResultSet row) throws SQLException {
        var persons = (Long[]) row.getArray("persons").getArray();
        var sides = (String[]) row.getArray("sides").getArray();
        var children = (Long[]) row.getArray("children").getArray();
        var token = row.getString("token");
        return IntStream.range(0, persons.length)
                .mapToObj(n -> new Reached.Member(token, persons[n], sides[n], children[n]))
                .toList();
    }

    /**
     * The statement takes longer to plan than to run, and is planned alike for everybody, as what
     * follows it in the same transaction.
     */
    private void planOnce() {
        db.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query(String.class)
                .single();
    }

    /** Writes a row for each of them. */
    void deliver(
            Actor author,
            long school,
            long message,
            List<Reached.Member> members,
            @Nullable Instant deliverAt) {
        db.sql(
                        """
                        insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                        select :school, :message, m.person, :me, min(m.side), coalesce(array_agg(distinct m.child) filter (where m.child is not null), '{}'),
                               coalesce(:deliver_at::timestamptz, 'infinity')
                          from unnest(:persons::bigint[], :sides::text[], :children::bigint[]) m (person, side, child)
                         group by m.person order by m.person
                        """)
                .param("school", school)
                .param("message", message)
                .param("me", author.person())
                .param(
                        "deliver_at",
                        deliverAt == null ? null : Timestamp.from(deliverAt),
                        java.sql.Types.TIMESTAMP)
                .param("persons", members.stream().map(Reached.Member::person).toArray(Long[]::new))
                .param("sides", members.stream().map(Reached.Member::side).toArray(String[]::new))
                .param("children", members.stream().map(Reached.Member::child).toArray(Long[]::new))
                .update();
    }

    /** The same to thousands: who they are is asked and written at once. */
    int deliverToAll(
            Actor author, long school, long message, Collection<Token> chosen, Instant deliverAt) {
        var circles = chosen.stream().filter(token -> CirclesBelow.isOne(author, token)).toList();
        var others = chosen.stream().filter(token -> !CirclesBelow.isOne(author, token)).toList();
        return (circles.isEmpty() ? 0 : below.deliver(author, school, message, circles, deliverAt))
                + (others.isEmpty() ? 0 : deliverTo(author, school, message, others, deliverAt));
    }

    private int deliverTo(
            Actor author, long school, long message, Collection<Token> chosen, Instant deliverAt) {
        return ask(
                        EVERYBODY,
                        author,
                        chosen,
                        ALL_SIDES,
                        """
                        insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                        select :school, :message, person_id, :me, min(side), coalesce(array_agg(distinct child_id) filter (where child_id is not null), '{}'),
                               :deliver_at
                          from member where token = any (:tokens) and person_id <> :me
                         group by person_id order by person_id
                        on conflict do nothing
                        """)
                .param("tokens", values(chosen))
                .param("school", school)
                .param("message", message)
                .param("deliver_at", Timestamp.from(deliverAt))
                .update();
    }

    private StatementSpec ask(
            String members, Actor actor, Collection<Token> chosen, String[] sides, String sql) {
        return db.sql(members + sql)
                .param("me", actor.person())
                .param("today", LocalDate.now(clock))
                .param("hat", Side.of(actor.profile()))
                .param("sides", sides)
                .param("profile", actor.profile().name())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("every", sides == ALL_SIDES)
                .param("classes", ids(chosen, Token.Kind.CLASS))
                .param("families", ids(chosen, Token.Kind.FAMILY))
                .param("people", ids(chosen, Token.Kind.PERSON))
                .param("nodes", CirclesBelow.nodesOf(actor));
    }

    private static String membersOf(Collection<Token> chosen) {
        if (chosen.stream().anyMatch(Addressees::isFar)) return EVERYBODY;
        return chosen.stream().anyMatch(token -> token.kind() == Token.Kind.SCHOOL)
                ? IN_SCHOOLS
                : IN_CLASSES;
    }

    /** What lies between a school and those above it is looked up only when it may matter. */
    private static boolean isFar(Token token) {
        return token.kind() == Token.Kind.NODE || token.kind() == Token.Kind.PERSON;
    }

    private static long[] ids(Collection<Token> tokens, Token.Kind kind) {
        return tokens.stream().filter(t -> t.kind() == kind).mapToLong(Token::id).toArray();
    }

    /** Nobody else is looked for; a person may be anything. */
    private static String[] sidesOf(Collection<Token> chosen) {
        return chosen.stream().anyMatch(token -> token.kind() == Token.Kind.PERSON)
                ? ALL_SIDES
                : chosen.stream()
                        .map(token -> token.side() == null ? Side.GUARDIAN : token.side())
                        .map(Side::name)
                        .distinct()
                        .toArray(String[]::new);
    }

    private static String[] values(Collection<Token> tokens) {
        return tokens.stream().map(Token::toString).toArray(String[]::new);
    }
}
