package fr.preau.messages;

import fr.preau.messages.ChildRulesPage.Rule;
import fr.preau.web.Actor;
import fr.preau.web.Dates;
import java.sql.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stabilisers of children's messages (capability D14), class by class: between children the
 * teacher may read first; outside of the hours a message waits for the morning.
 */
@Component
class ChildRules {
    /** The région's, where a class has none of its own. */
    private static final String RULED =
            """
            select k.school_id as school, k.id as school_class, k.label, coalesce(r.review, false) as review,
                   coalesce(r.opens, time '07:00') as opens, coalesce(r.closes, time '19:00') as closes, (
                   select count(*) from message m where m.school_id = k.school_id and m.review_class_id = k.id and m.state = 'HELD') as waiting
              from school_class k left join message_rule r on r.school_id = k.school_id and r.class_id = k.id
            """;

    private final JdbcClient db;
    private final Clock clock;

    ChildRules(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Who reads first, and the hours of the class. */
    record Ruling(@Nullable Long reviewClass, @Nullable Rule hours) {
        static final Ruling FREE = new Ruling(null, null);
    }

    Ruling of(Actor pupil, Collection<Token> tokens) {
        var rule = ownClass(pupil).orElse(null);
        if (rule == null) return Ruling.FREE;
        return new Ruling(
                rule.review() && reachesChildren(tokens) ? rule.schoolClass() : null, rule);
    }

    /** The rules that the authors of these messages write by, where they are pupils. */
    Map<Long, Rule> ofAuthors(Collection<Long> messages) {
        var rules = new HashMap<Long, Rule>();
        db.sql(
                        """
                        select distinct on (m.id) m.id as message, r.school, r.school_class, r.label, r.review, r.opens, r.closes
                          from message m
                          join class_enrolment e on e.pupil_id = m.author_id
                          join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS' and c.ended_at is null
                          join (%s) r on r.school = c.school_id and r.school_class = c.id
                         where m.id = any (:messages) and m.author_profile = 'PUPIL' order by m.id, c.id
                        """
                                .formatted(RULED))
                .param("messages", messages.toArray(Long[]::new))
                .query(row -> {
                    rules.put(
                            row.getLong("message"),
                            new Rule(
                                    row.getLong("school"),
                                    row.getLong("school_class"),
                                    row.getString("label"),
                                    row.getBoolean("review"),
                                    row.getObject("opens", LocalTime.class),
                                    row.getObject("closes", LocalTime.class),
                                    0));
                });
        return rules;
    }

    Optional<Rule> ownClass(Actor pupil) {
        return db.sql(
                        RULED
                                + """
                                  join class_enrolment e on e.school_id = k.school_id and e.class_id = k.id and e.pupil_id = :person
                                 where k.kind = 'CLASS' and k.ended_at is null order by k.id limit 1
                                """)
                .param("person", pupil.person())
                .query(Rule.class)
                .optional();
    }

    /** To a teacher or a parent, nobody reads first. */
    private boolean reachesChildren(Collection<Token> tokens) {
        if (tokens.stream()
                .anyMatch(t ->
                        t.kind() == Token.Kind.CLASS && t.side() == fr.preau.contact.Side.PUPIL))
            return true;
        var people =
                tokens.stream()
                        .filter(t -> t.kind() == Token.Kind.PERSON)
                        .map(Token::id)
                        .toArray(Long[]::new);
        return people.length > 0
                && db.sql(
                                "select exists (select 1 from enrolment e where e.pupil_id = any (:people))")
                        .param("people", people)
                        .query(Boolean.class)
                        .single();
    }

    /** Of the classes that this teacher has today. */
    List<Rule> taughtBy(Actor teacher) {
        return db.sql(
                        RULED
                                + """
                                  join teaching t on t.school_id = k.school_id and t.class_id = k.id and t.person_id = :person
                                   and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                                 where k.kind = 'CLASS' and k.ended_at is null order by k.label, k.id
                                """)
                .param("person", teacher.person())
                .param("today", LocalDate.now(clock))
                .query(Rule.class)
                .list();
    }

    void set(Rule rule, boolean review, LocalTime opens, LocalTime closes) {
        db.sql(
                        """
                        insert into message_rule (school_id, class_id, review, opens, closes) values (:school, :class, :review, :opens, :closes)
                        on conflict (school_id, class_id) do update set review = excluded.review, opens = excluded.opens, closes = excluded.closes
                        """)
                .param("school", rule.school())
                .param("class", rule.schoolClass())
                .param("review", review)
                .param("opens", Time.valueOf(opens))
                .param("closes", Time.valueOf(closes))
                .update();
    }

    /** Null when it is open at this moment. */
    static @Nullable Instant opensAfter(LocalTime opens, LocalTime closes, Instant now) {
        var local = now.atZone(Dates.SCHOOL_TIME);
        var time = local.toLocalTime();
        if (!time.isBefore(opens) && time.isBefore(closes)) return null;
        var day = time.isBefore(opens) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return day.atTime(opens).atZone(Dates.SCHOOL_TIME).toInstant();
    }
}
