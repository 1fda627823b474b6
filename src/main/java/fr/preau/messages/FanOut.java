package fr.preau.messages;

import fr.preau.database.Reach;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Writes the rows of a message to thousands after its author has been answered: within the author's
 * own reach, asking again whom they may write to. Begun twice, it ends once; while its author is
 * stopped it is not begun.
 */
@Component
class FanOut {
    private final JdbcClient db;
    private final Walls walls;
    private final Addressees addressees;
    private final Messages messages;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    FanOut(
            JdbcClient db,
            Walls walls,
            Addressees addressees,
            Messages messages,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.addressees = addressees;
        this.messages = messages;
        this.facts = facts;
        this.clock = clock;
    }

    private record Sending(Actor author, List<Token> tokens, Instant deliverAt) {}

    @ApplicationModuleListener
    void on(MessageAccepted accepted) {
        var sending =
                walls.as(Wall.JOB, () -> waiting(accepted.place(), accepted.message()))
                        .orElse(null);
        if (sending == null) return;
        var author = sending.author();
        walls.assume(new Reach(author.account(), author.persons(), author.structures()));
        var many =
                addressees.deliverToAll(
                        author,
                        accepted.place(),
                        accepted.message(),
                        sending.tokens(),
                        sending.deliverAt());
        messages.counted(accepted.place(), accepted.message(), many);
        walls.as(Wall.JOB, () -> end(accepted));
        facts.publishEvent(
                new MessageSent(
                        accepted.place(), accepted.message(), author.account(), author.person()));
    }

    private Optional<Sending> waiting(long school, long message) {
        return db.sql(
                        """
                        select s.account_id, m.author_id, s.persons, s.nodes, s.profile, s.tokens, m.deliver_at
                          from message_sending s join message m on m.school_id = s.school_id and m.id = s.message_id
                         where s.school_id = :school and s.message_id = :message and m.recalled_at is null
                           and stop_of(m.school_id, m.author_id, m.author_profile, :today) is null
                           for update of s, m
                        """)
                .param("today", LocalDate.now(clock))
                .param("school", school)
                .param("message", message)
                .query(FanOut::sending)
                .optional();
    }

    private static Sending sending(ResultSet row, int n) throws SQLException {
        var nodes = List.of((Long[]) row.getArray("nodes").getArray());
        return new Sending(
                new Actor(
                        row.getLong("account_id"),
                        row.getLong("author_id"),
                        Profile.valueOf(row.getString("profile")),
                        nodes.stream()
                                .map(node -> new Actor.Role(RoleKind.INSPECTOR, node))
                                .toList(),
                        List.of((Long[]) row.getArray("persons").getArray())),
                Arrays.stream((String[]) row.getArray("tokens").getArray())
                        .flatMap(token -> Token.parse(token).stream())
                        .toList(),
                row.getTimestamp("deliver_at").toInstant());
    }

    private void end(MessageAccepted accepted) {
        db.sql("delete from message_sending where school_id = :school and message_id = :message")
                .param("school", accepted.place())
                .param("message", accepted.message())
                .update();
        db.sql(
                        "update message set state = 'SENT' where school_id = :school and id = :message and state = 'SENDING'")
                .param("school", accepted.place())
                .param("message", accepted.message())
                .update();
    }
}
