package fr.preau.messages;

import fr.preau.contact.Side;
import fr.preau.database.Records;
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
import org.springframework.jdbc.core.RowMapper;
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
    /** Each way from what may be chosen, or was, to a person. Names and counts come after. */
    private static final String MEMBERS =
            """
            with member as materialized (
                select m.* from circle_member(:me, :profile, :hats, :sides, :wide, :far, :directed, case when not :all then :classes::bigint[] end,
                                              :families, :people, :nodes, :today) m
            )
            """;

    private static final RowMapper<Chosen> CHOSEN = Records.of(Chosen.class);

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
                        actor,
                        chosen,
                        true,
                        MEMBERS
                                + """
                                select m.token, min(m.school_id) as school, min(m.side) as side,
                                       min(m.label) as label,
                                       count(distinct m.person_id) as people,
                                       count(distinct m.person_id) filter (where not exists (
                                            select 1 from account_person ap join account a on a.id = ap.account_id
                                             where ap.person_id = m.person_id and a.first_sign_in_at is not null)) as never,
                                       (select count(distinct school_id) > 1 from member) as several_schools,
                                       (select s.name from structure s where s.id = min(m.school_id)) as school_name,
                                       case when count(distinct m.person_id) = 1 and left(m.token, 1) in ('c', 's') then (
                                            select a.first_name || ' ' || a.last_name from person a where a.id = min(m.person_id)) end as alone, min(m.kin) as kin
                                  from member m
                                 where m.person_id <> :me
                                 group by m.token
                                 order by array_position(array['c', 's', 'n', 'f', 'p'], left(m.token, 1)), school_name, label nulls first,
                                          array_position(array['GUARDIAN', 'PUPIL', 'TEACHER', 'DIRECTOR'], min(m.side))
                                """)
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
                        actor,
                        chosen,
                        false,
                        """
                        select r.token, r.school, r.side, r.label, r.people_count as people, 0 as never, :several as several_schools, r.school_name, r.alone, r.kin,
                               r.persons, r.person_sides, r.children
                          from circle_reached(:tokens, :me, :profile, :hats, :sides, :wide, :far, :directed, :classes, :families, :people, :nodes, :today) r
                        """)
                .param("several", actor.structures().size() > 1)
                .param("tokens", values(chosen));
    }

    private static List<Reached.Member> members(ResultSet row) throws SQLException {
        var persons = (Long[]) row.getArray("persons").getArray();
        var sides = (String[]) row.getArray("person_sides").getArray();
        var children = (Long[]) row.getArray("children").getArray();
        var token = row.getString("token");
        return IntStream.range(0, persons.length)
                .mapToObj(n -> new Reached.Member(token, persons[n], sides[n], children[n]))
                .toList();
    }

    /** Rows for thousands: who they are is asked and written at once. */
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
                        author,
                        chosen,
                        false,
                        MEMBERS
                                + """
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

    /**
     * @param all everything that may be chosen, beside what is
     */
    private StatementSpec ask(Actor actor, Collection<Token> chosen, boolean all, String sql) {
        return db.sql(sql)
                .param("me", actor.person())
                .param("today", LocalDate.now(clock))
                .param("hats", all ? Side.of(actor.profile()) : hats(actor, chosen))
                .param("sides", all ? ALL_SIDES : sidesOf(chosen))
                .param("profile", actor.profile().name())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("all", all)
                .param("wide", all || chosen.stream().anyMatch(Addressees::isWide))
                .param("far", all || chosen.stream().anyMatch(Addressees::isFar))
                .param("classes", ids(chosen, Token.Kind.CLASS))
                .param("families", ids(chosen, Token.Kind.FAMILY))
                .param("people", ids(chosen, Token.Kind.PERSON))
                .param("nodes", CirclesBelow.nodesOf(actor));
    }

    /** More than those who sit in the classes and families chosen, and people chosen one by one. */
    private static boolean isWide(Token token) {
        return token.kind() == Token.Kind.SCHOOL || token.kind() == Token.Kind.NODE;
    }

    /** What lies between a school and those above it is looked up only when it may matter. */
    private static boolean isFar(Token token) {
        return token.kind() == Token.Kind.NODE || token.kind() == Token.Kind.PERSON;
    }

    /** To all pupils or families of a school, as its director or not at all. */
    private static String[] hats(Actor actor, Collection<Token> chosen) {
        var hats = Arrays.stream(Side.of(actor.profile()));
        return (chosen.stream().allMatch(Addressees::isOfDirector)
                        ? hats.filter(Side.DIRECTOR.name()::equals)
                        : hats)
                .toArray(String[]::new);
    }

    private static boolean isOfDirector(Token token) {
        return token.kind() == Token.Kind.SCHOOL
                && (token.side() == Side.PUPIL || token.side() == Side.GUARDIAN);
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
