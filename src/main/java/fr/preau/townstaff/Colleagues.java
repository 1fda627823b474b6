package fr.preau.townstaff;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those whom towns asked for, behind the wall of whoever asks. */
@Component
class Colleagues {
    private static final int SHOWN = 200;

    private static final String SELECT =
            """
            select c.id, c.town_id as town, t.name as town_name, c.department_id as department, c.academy_id as academy, c.region_id as region, c.state, c.first_name, c.last_name, c.email, c.position,
                   coalesce((select string_agg(s.name, ', ' order by plain(s.name)) from structure s where s.id = any (c.schools)), '') as school_names,
                   c.reason, c.until_on, c.asked_at, c.decided_at, c.word, c.person_id as person, c.confirmed_on, c.ended_on, c.end_cause
              from town_staff c join structure t on t.id = c.town_id
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Colleagues(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** What waits first, then those who are there, then what is over; the latest first. */
    List<Colleague> all() {
        return db.sql(
                        SELECT
                                + " order by array_position(array['ASKED', 'ACCEPTED'], c.state) nulls last, c.id desc limit :shown")
                .param("shown", SHOWN)
                .query(Colleague.class)
                .list();
    }

    Optional<Colleague> find(long id) {
        return db.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(Colleague.class)
                .optional();
    }

    long waiting() {
        return db.sql("select count(*) from town_staff where state = 'ASKED'")
                .query(Long.class)
                .single();
    }

    /** Whether a demand for this address waits already, of any town. */
    boolean isAskedFor(String address) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from town_staff where state = 'ASKED' and lower(email) = :email)")
                                .param("email", address)
                                .query(Boolean.class)
                                .single());
    }

    /** Whether these words name the one who asks: by name, or by the address of their letters. */
    boolean isOneself(Actor actor, StaffForm form) {
        return db.sql(
                        """
                        select exists (select 1 from person p where p.id = any (:persons) and plain(p.first_name || ' ' || p.last_name) = plain(:name))
                            or exists (select 1 from mail_address m where m.account_id = :account and lower(m.email) = :email)
                        """)
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("account", actor.account())
                .param("name", form.firstName() + " " + form.lastName())
                .param("email", form.address())
                .query(Boolean.class)
                .single();
    }

    /** Returns its number. */
    long ask(Actor actor, TownConventions.InForce convention, StaffForm form, List<Long> schools) {
        var until = form.day();
        return db.sql(
                        """
                        insert into town_staff (town_id, department_id, academy_id, region_id, state, first_name, last_name, email, position, schools, reason, until_on, follows, asked_by, asked_at)
                        values (:town, :department, :academy, :region, 'ASKED', :first, :last, :email, :position, :schools, :reason, :until, :follows, :person, :now) returning id
                        """)
                .param("town", convention.town())
                .param("department", convention.department(), Types.BIGINT)
                .param("academy", convention.academy())
                .param("region", convention.region())
                .param("first", form.firstName())
                .param("last", form.lastName())
                .param("email", form.address())
                .param("position", form.position())
                .param("schools", schools.toArray(Long[]::new))
                .param("reason", form.reason())
                .param("until", until)
                .param("follows", convention.endsOn().equals(until))
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Decides what waits; false when somebody else did. */
    boolean decide(Actor actor, Colleague one, boolean accepted, String word, @Nullable Long made) {
        return db.sql(
                                """
                                update town_staff set state = :state, decided_by = :person, decided_at = :now, word = :word, person_id = :made
                                 where id = :id and state = 'ASKED'
                                """)
                        .param("state", accepted ? "ACCEPTED" : "REFUSED")
                        .param("person", actor.person())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("word", word)
                        .param("made", made, Types.BIGINT)
                        .param("id", one.id())
                        .update()
                == 1;
    }

    /** Says that they are still there; false when somebody ended it, or said so, meanwhile. */
    boolean confirm(Colleague one, LocalDate from, LocalDate until) {
        return db.sql(
                                """
                                update town_staff set confirmed_on = :today, until_on = :until, follows = true
                                 where id = :id and state = 'ACCEPTED' and coalesce(confirmed_on, '-infinity') < :from
                                """)
                        .param("today", LocalDate.now(clock))
                        .param("until", until)
                        .param("from", from)
                        .param("id", one.id())
                        .update()
                == 1;
    }

    boolean withdraw(Colleague one) {
        return db.sql(
                                "update town_staff set state = 'WITHDRAWN' where id = :id and state = 'ASKED'")
                        .param("id", one.id())
                        .update()
                == 1;
    }

    boolean end(Colleague one, String cause) {
        return db.sql(
                                "update town_staff set state = 'ENDED', ended_on = :today, end_cause = :cause where id = :id and state = 'ACCEPTED'")
                        .param("today", LocalDate.now(clock))
                        .param("cause", cause)
                        .param("id", one.id())
                        .update()
                == 1;
    }

    /** Nobody else decides of it until this transaction ends. */
    void lock(Colleague one) {
        db.sql("select id from town_staff where id = :id for update")
                .param("id", one.id())
                .query(Long.class)
                .single();
    }
}
