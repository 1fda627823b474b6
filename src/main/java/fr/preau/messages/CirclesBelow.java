package fr.preau.messages;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The teams and directions below a node, thousands of people: counted by their seats while somebody
 * waits for the answer. The rule for them knows no exception, and it is asked again for each person
 * when the rows are written.
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
