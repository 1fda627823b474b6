package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the school hands out to open accounts, for the features that make paper of it. */
@Component
public class Keys {
    private final Pupils pupils;
    private final ActivationCodes codes;
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Keys(
            Pupils pupils,
            ActivationCodes codes,
            JdbcClient db,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.pupils = pupils;
        this.codes = codes;
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** A pupil in a class, whose access, and that of their guardians, somebody looks after. */
    public record Child(
            long person,
            String firstName,
            String lastName,
            long school,
            long schoolClass,
            String classLabel) {}

    /** A code as it is printed, and until when it opens the account. */
    public record Key(String code, Instant until) {}

    /**
     * The children of the classes that the actor teaches today, or of the schools that they
     * administer, class after class.
     */
    public List<Child> lookedAfterBy(Actor actor) {
        return pupils.lookedAfterBy(actor).stream()
                .map(row ->
                        new Child(
                                row.id(),
                                row.firstName(),
                                row.lastName(),
                                row.schoolId(),
                                row.classId(),
                                row.classLabel()))
                .toList();
    }

    /**
     * Those of these accounts that open more than a family's: their holder also works here, now or
     * later, within the caller's reach or not.
     */
    public Set<Long> working(Collection<Long> accounts) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select distinct ap.account_id from account_person ap join role r on r.person_id = ap.person_id
                                         where ap.account_id = any (:accounts) and coalesce(r.ends_on, :today) >= :today
                                        """)
                                .param("accounts", accounts.toArray(Long[]::new), Types.ARRAY)
                                .param("today", LocalDate.now(clock))
                                .query(Long.class)
                                .set());
    }

    /**
     * Gives each of these accounts a code, which ends the one before; written in the journal. The
     * caller has made sure that the actor may. The same form gives the same codes.
     *
     * @param form how they are handed out, for the journal, e.g. {@code PDF}
     */
    public Map<Long, Key> give(
            Actor actor, long school, Collection<Long> accounts, String formKey, String form) {
        var made = codes.make(accounts, formKey);
        facts.publishEvent(
                new DoorFact.CodesMade(
                        school,
                        actor.account(),
                        actor.person(),
                        made.size(),
                        form,
                        clock.instant()));
        return made.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                code -> new Key(code.getValue().text(), code.getValue().until())));
    }
}
