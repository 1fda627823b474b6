package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.MessagePage.Followed;
import fr.preau.messages.MessagePage.Reader;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has read a message, family by family; and asking the others once more. */
@Component
class Tracking {
    /** Further than this a screen helps nobody: the counts say it. */
    private static final int LISTED = 400;

    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Tracking(JdbcClient db, Walls walls, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    Followed of(Message message) {
        var readers =
                db.sql(
                                """
                                select b.person_id as person, coalesce(p.first_name || ' ' || p.last_name, '') as name, b.profile as side, b.read_at, b.reminded_at,
                                       (select string_agg(k.id || ':' || k.first_name, ',' order by k.first_name) from person k where k.id = any (b.pupils)) as children,
                                       exists (select 1 from account_person ap join account a on a.id = ap.account_id
                                                where ap.person_id = b.person_id and a.first_sign_in_at is not null) as active
                                  from message_box b left join person p on p.id = b.person_id
                                 where b.school_id = :school and b.message_id = :message
                                 order by children nulls first, p.last_name, p.first_name, b.person_id limit :listed
                                """)
                        .param("school", message.school())
                        .param("message", message.id())
                        .param("listed", LISTED)
                        .query(Reader.class)
                        .list();
        return db.sql(
                        """
                        select count(*) as people, count(read_at) as read, max(reminded_at) as reminded_at from message_box
                         where school_id = :school and message_id = :message
                        """)
                .param("school", message.school())
                .param("message", message.id())
                .query((row, n) -> {
                    var reminded = row.getTimestamp("reminded_at");
                    return new Followed(
                            row.getInt("people"),
                            row.getInt("read"),
                            reminded == null ? null : reminded.toInstant(),
                            readers);
                })
                .single();
    }

    /** The others who received it: known to the server alone. */
    List<Long> others(Message message) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select person_id from message_box where school_id = :school and message_id = :message")
                                .param("school", message.school())
                                .param("message", message.id())
                                .query(Long.class)
                                .list());
    }

    void remind(Actor actor, Message message) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql(
                        "update message_box set reminded_at = :now where school_id = :school and message_id = :message and author_id = :person and read_at is null")
                .param("now", Timestamp.from(now))
                .param("school", message.school())
                .param("message", message.id())
                .param("person", actor.person())
                .update();
        facts.publishEvent(
                new MessageReminded(
                        message.school(), message.id(), now, actor.account(), actor.person()));
    }
}
