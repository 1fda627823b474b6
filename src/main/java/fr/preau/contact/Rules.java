package fr.preau.contact;

import fr.preau.contact.ContactPage.Change;
import fr.preau.contact.ContactPage.Place;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What schools decide: kept, remembered and undone. Written once the actor's right is known. */
@Component
class Rules {
    private static final int SHOWN = 8;

    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Rules(JdbcClient db, Walls walls, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    void decide(Actor actor, Place place, Cell cell, Choice choice) {
        var kept = ContactPolicy.kept(cell, choice);
        if (kept == cell.chosen()) return;
        var change =
                walls.as(
                        Wall.DIRECTORY,
                        () -> {
                            write(place, cell, kept);
                            return remember(actor, place, cell, kept);
                        });
        facts.publishEvent(
                new ContactRuleChanged(place.school(), change, actor.account(), actor.person()));
    }

    private void write(Place place, Cell cell, Choice choice) {
        db.sql(
                        """
                        delete from contact_rule where school_id = :school and class_id is not distinct from :class
                           and from_profile = :from and to_profile = :to
                        """)
                .param("school", place.school())
                .param("class", place.schoolClass(), java.sql.Types.BIGINT)
                .param("from", cell.from().name())
                .param("to", cell.to().name())
                .update();
        if (choice == Choice.USUAL) return;
        db.sql(
                        """
                        insert into contact_rule (school_id, class_id, from_profile, to_profile, scope, allowed)
                        select :school, :class, d.from_profile, d.to_profile, d.scope, d.scope = any (:open)
                          from contact_default d where d.from_profile = :from and d.to_profile = :to and d.editable
                        """)
                .param("school", place.school())
                .param("class", place.schoolClass(), java.sql.Types.BIGINT)
                .param("open", opened(cell, choice))
                .param("from", cell.from().name())
                .param("to", cell.to().name())
                .update();
    }

    private static String[] opened(Cell cell, Choice choice) {
        return cell.lines().stream()
                .map(Cell.Line::scope)
                .filter(choice::opens)
                .map(Scope::name)
                .toArray(String[]::new);
    }

    private long remember(Actor actor, Place place, Cell cell, Choice choice) {
        return db.sql(
                        """
                        insert into contact_change (school_id, class_id, from_profile, to_profile, before, after, at, person_id)
                        values (:school, :class, :from, :to, :before, :after, :at, :person) returning id
                        """)
                .param("school", place.school())
                .param("class", place.schoolClass(), java.sql.Types.BIGINT)
                .param("from", cell.from().name())
                .param("to", cell.to().name())
                .param("before", cell.chosen().name())
                .param("after", choice.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .query(Long.class)
                .single();
    }

    List<Change> lately(long school) {
        return changes("where x.school_id = :school order by x.id desc limit " + SHOWN)
                .param("school", school)
                .query(Change.class)
                .list();
    }

    /** A change that the actor may undo. */
    Optional<Change> undoable(Actor actor, long change) {
        return changes("where x.school_id = any (:schools) and x.id = :change")
                .param("schools", actor.administeredSchools())
                .param("change", change)
                .query(Change.class)
                .optional()
                .filter(Change::undoable);
    }

    void markUndone(Change change) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update contact_change set undone_at = :at where school_id = :school and id = :change")
                                .param("at", Timestamp.from(clock.instant()))
                                .param("school", change.school())
                                .param("change", change.id())
                                .update());
    }

    private JdbcClient.StatementSpec changes(String condition) {
        return db.sql(
                """
                select x.id, x.school_id as school, x.class_id as school_class, k.label as class_label, x.from_profile, x.to_profile, x.before, x.after, x.at,
                       coalesce(p.first_name || ' ' || p.last_name, '') as who, x.undone_at is not null as undone,
                       x.undone_at is null and k.ended_at is null and not exists (
                           select 1 from contact_change l
                            where l.school_id = x.school_id and l.class_id is not distinct from x.class_id
                              and l.from_profile = x.from_profile and l.to_profile = x.to_profile and l.id > x.id) as undoable
                  from contact_change x
                  left join school_class k on k.school_id = x.school_id and k.id = x.class_id
                  left join person p on p.id = x.person_id
                """
                        + condition);
    }
}
