package fr.preau.contact;

import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may reach whom, asked by everything that writes, answers, shares, searches or shows. Runs
 * behind the wall of the actor and for the hat that they wear.
 */
@Component
public class Contacts {
    private final JdbcClient db;
    private final Clock clock;

    Contacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A piece of SQL in parentheses, and the parameters that it names. */
    public record Condition(String sql, Map<String, Object> params) {}

    public Verdict verdict(Actor from, long person) {
        return ContactPolicy.verdict(
                db.sql(
                                """
                                select l.from_profile, l.to_profile, l.scope, l.allowed, l.origin, s.name as school, k.label as class_label, c.first_name as child
                                  from contact_link(array[:me]::bigint[], :today, '[]', :hat) l
                                  left join structure s on s.id = l.school_id
                                  left join school_class k on k.school_id = l.school_id and k.id = l.class_id
                                  left join person c on c.id = l.child_id
                                 where l.to_person = :person and l.allowed and l.from_profile = any (:hat)
                                """)
                        .param("me", from.person())
                        .param("today", LocalDate.now(clock))
                        .param("person", person)
                        .param("hat", Side.of(from.profile()))
                        .query(Link.class)
                        .list());
    }

    /** Those of these people that the actor may reach; the others are refused or do not exist. */
    public Set<Long> mayReach(Actor from, Collection<Long> people) {
        return Set.copyOf(
                db.sql(
                                """
                                select distinct l.to_person from contact_link(array[:me]::bigint[], :today, '[]', :hat) l
                                 where l.to_person = any (:people) and l.allowed and l.from_profile = any (:hat)
                                """)
                        .param("me", from.person())
                        .param("today", LocalDate.now(clock))
                        .param("people", people.toArray(Long[]::new))
                        .param("hat", Side.of(from.profile()))
                        .query(Long.class)
                        .list());
    }

    /** Everybody that the actor may reach, to be joined: {@code … and p.id in} + sql. */
    public Condition reachable(Actor from) {
        return new Condition(
                """
                (select l.to_person from contact_link(array[:contact_me]::bigint[], :contact_today, '[]', :contact_hat) l
                  where l.allowed and l.from_profile = any (:contact_hat))
                """,
                Map.of(
                        "contact_me", from.person(),
                        "contact_today", LocalDate.now(clock),
                        "contact_hat", Side.of(from.profile())));
    }

    /** Every way between two people of a school, open or closed, for whoever must explain it. */
    List<Link> between(long from, long to) {
        return db.sql(
                        """
                        select l.from_profile, l.to_profile, l.scope, l.allowed, l.origin, s.name as school, k.label as class_label, c.first_name as child
                          from contact_link(array[:from]::bigint[], :today, '[]') l
                          left join structure s on s.id = l.school_id
                          left join school_class k on k.school_id = l.school_id and k.id = l.class_id
                          left join person c on c.id = l.child_id
                         where l.to_person = :to
                        """)
                .param("from", from)
                .param("to", to)
                .param("today", LocalDate.now(clock))
                .query(Link.class)
                .list();
    }
}
