package fr.preau.passwords;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each académie has chosen, behind the door's own wall; and the figures of each habit. */
@Component
class HabitChoices {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    HabitChoices(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** The académies at these nodes, or right below them. */
    List<HabitPage.Academy> academies(long[] nodes) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select id, name from structure
                                         where kind = 'ACADEMY' and departed_at is null and (id = any (:nodes) or parent_id = any (:nodes)) order by plain(name), id
                                        """)
                                .param("nodes", nodes)
                                .query(HabitPage.Academy.class)
                                .list());
    }

    /** The choice in force, and those that are planned, the next one first. */
    List<HabitPage.Choice> of(long academy) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select c.id, c.habit, c.guardians, c.from_on, c.chosen_at, coalesce(p.first_name || ' ' || p.last_name, '—') as by
                                          from password_choice c left join person p on p.id = c.by_person_id
                                         where c.academy_id = :academy and (c.from_on > :today or c.id = (
                                               select f.id from password_choice f where f.academy_id = :academy and f.from_on <= :today
                                                order by f.from_on desc, f.id desc limit 1))
                                         order by c.from_on, c.id
                                        """)
                                .param("academy", academy)
                                .param("today", LocalDate.now(clock))
                                .query(HabitPage.Choice.class)
                                .list());
    }

    /** The figures of a habit for adults, as they are today. */
    Optional<HabitPage.Figures> figures(Habit habit) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select min_length, min_kinds, remembers, coalesce(max_age_months, 0) as months from password_rule
                                         where habit = :habit and profile = 'TEACHER' and from_on <= :today order by from_on desc limit 1
                                        """)
                                .param("habit", habit.name())
                                .param("today", LocalDate.now(clock))
                                .query(HabitPage.Figures.class)
                                .optional());
    }

    /** Returns the choice's number. */
    long choose(Actor actor, long academy, HabitForm form) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into password_choice (academy_id, habit, guardians, from_on, chosen_at, by_person_id)
                                        values (:academy, :habit, :guardians, :from, :now, :person) returning id
                                        """)
                                .param("academy", academy)
                                .param("habit", form.chosen().name())
                                .param(
                                        "guardians",
                                        form.chosen() == Habit.ACADEMY && form.families())
                                .param("from", form.start())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("person", actor.person())
                                .query(Long.class)
                                .single());
    }

    /** Only what has not begun: what was asked of people yesterday stays written. */
    boolean takeBack(long academy, long choice) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "delete from password_choice where academy_id = :academy and id = :choice and from_on > :today")
                                        .param("academy", academy)
                                        .param("choice", choice)
                                        .param("today", LocalDate.now(clock))
                                        .update())
                == 1;
    }
}
