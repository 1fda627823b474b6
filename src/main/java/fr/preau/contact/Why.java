package fr.preau.contact;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers « why may this one write to that one? » about two people of a school. */
@Component
class Why {
    private final JdbcClient db;
    private final Clock clock;
    private final Contacts contacts;

    Why(JdbcClient db, Clock clock, Contacts contacts) {
        this.db = db;
        this.clock = clock;
        this.contacts = contacts;
    }

    /** Somebody of the school and what they are in it. */
    record Somebody(long id, String name, Set<Side> sides) {}

    /** The answer one way. */
    record Answer(Somebody from, Somebody to, ContactPolicy.Explanation explanation) {}

    private record Row(long id, String name, String sides) {
        Somebody somebody() {
            return new Somebody(
                    id,
                    name,
                    Arrays.stream(sides.split(",")).map(Side::valueOf).collect(Collectors.toSet()));
        }
    }

    /** Of a school that the actor directs or administers; anybody else does not exist here. */
    Somebody somebody(Actor actor, long person) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name, string_agg(distinct x.side, ',') as sides
                          from person p
                          join (select a.person_id, a.profile as side from affiliation a where a.school_id = any (:schools)
                                union all
                                select r.person_id, 'DIRECTOR' from role r
                                 where r.kind = 'DIRECTOR' and r.structure_id = any (:schools)
                                   and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) x on x.person_id = p.id
                         where p.id = :person and p.departed_at is null
                         group by p.id, p.first_name, p.last_name
                        """)
                .param("schools", actor.administeredSchools())
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query(Row.class)
                .optional()
                .map(Row::somebody)
                .orElseThrow(NotFound::new);
    }

    List<Answer> bothWays(@Nullable Somebody one, @Nullable Somebody other) {
        if (one == null || other == null || one.id() == other.id()) return List.of();
        return List.of(answer(one, other), answer(other, one));
    }

    private Answer answer(Somebody from, Somebody to) {
        return new Answer(
                from,
                to,
                ContactPolicy.explain(
                        contacts.between(from.id(), to.id()), from.sides(), to.sides()));
    }
}
