package fr.preau.messages;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The teams and directions below a node, thousands of people: counted by their seats while somebody
 * waits for the answer, and written to by their seats after it. The rule for them knows no
 * exception: it is the default of the matrix, asked again when the rows are written.
 */
@Component
class CirclesBelow {
    private static final long[] NONE = {};

    private final JdbcClient db;
    private final Clock clock;

    CirclesBelow(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    static boolean isOne(Actor actor, Token token) {
        return token.kind() == Token.Kind.NODE && actor.profile() == Profile.SUPERVISION;
    }

    /** For {@code = any (…)}. */
    static long[] nodesOf(Actor actor) {
        return actor.profile() == Profile.SUPERVISION || actor.profile() == Profile.TOWN
                ? actor.structures().stream().mapToLong(Long::longValue).toArray()
                : NONE;
    }

    /**
     * A row for each of them, in one statement. Who has left has no seat; a direction is a role, so
     * there it is asked.
     *
     * @param chosen such circles only
     */
    int deliver(
            Actor author, long school, long message, Collection<Token> chosen, Instant deliverAt) {
        return db.sql(
                        """
                        insert into message_box (school_id, message_id, person_id, author_id, profile, pupils, deliver_at)
                        select :school, :message, seat.person_id, :me, min(seat.side), '{}', :deliver_at
                          from unnest(:circles::bigint[], :sides::text[]) c (node_id, side)
                          join contact_default d on d.from_profile = 'SUPERVISION' and d.scope = 'PERIMETER' and d.allowed and d.to_profile = c.side
                          join school_above w on w.node_id = c.node_id and w.node_id = any (:nodes)
                         cross join lateral (
                            select a.person_id, c.side from affiliation a where c.side = 'TEACHER' and a.school_id = w.school_id and a.profile = 'TEACHER'
                            union all
                            select r.person_id, c.side from role r join person p on p.id = r.person_id and p.departed_at is null
                             where c.side = 'DIRECTOR' and r.structure_id = w.school_id and r.kind = 'DIRECTOR'
                               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) seat
                         where seat.person_id <> :me
                         group by seat.person_id order by seat.person_id
                        on conflict do nothing
                        """)
                .param("school", school)
                .param("message", message)
                .param("me", author.person())
                .param("deliver_at", Timestamp.from(deliverAt))
                .param("circles", chosen.stream().map(Token::id).toArray(Long[]::new))
                .param(
                        "sides",
                        chosen.stream().map(token -> token.side().name()).toArray(String[]::new))
                .param("nodes", nodesOf(author))
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Those among what was chosen. */
    List<Chosen> chosen(Actor actor, Collection<Token> chosen) {
        return db.sql(
                        """
                        select * from (
                            select c.token, cast(null as bigint) as school, d.to_profile as side, n.name as label, case d.to_profile
                                   when 'TEACHER' then (select count(distinct a.person_id) from school_above w join affiliation a on a.school_id = w.school_id and a.profile = 'TEACHER'
                                                         where w.node_id = n.id and a.person_id <> :me)
                                   else (select count(distinct r.person_id) from school_above w join role r on r.structure_id = w.school_id and r.kind = 'DIRECTOR'
                                            and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                                          where w.node_id = n.id and r.person_id <> :me) end as people, 0 as never, false as several_schools, cast(null as text) as school_name, cast(null as text) as alone, cast(null as text) as kin
                              from unnest(:tokens) c (token)
                              join structure n on n.id = split_part(substr(c.token, 2), '.', 1)::bigint and n.id = any (:nodes)
                              join contact_default d on d.from_profile = 'SUPERVISION' and d.scope = 'PERIMETER' and d.allowed
                               and d.to_profile = split_part(c.token, '.', 2) and d.to_profile in ('DIRECTOR', 'TEACHER')
                             where left(c.token, 1) = 'n' offset 0) circle
                         where people > 0
                        """)
                .param("me", actor.person())
                .param("today", LocalDate.now(clock))
                .param("tokens", chosen.stream().map(Token::toString).toArray(String[]::new))
                .param("nodes", nodesOf(actor))
                .query(Chosen.class)
                .list();
    }
}
