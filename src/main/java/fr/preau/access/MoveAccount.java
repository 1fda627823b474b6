package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.MovesPerson;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two rows of one human being end with one account: the one that has been used, else used last; the
 * other is closed and its sessions end.
 */
@Component
class MoveAccount implements MovesPerson {
    private final JdbcClient db;
    private final Walls walls;
    private final Sessions sessions;
    private final Clock clock;

    MoveAccount(JdbcClient db, Walls walls, Sessions sessions, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void move(long kept, long absorbed) {
        var accounts = bestFirst(kept, absorbed);
        if (accounts.isEmpty()) return;
        var stays = accounts.getFirst();
        for (var account : accounts) sessions.endAll(account);
        walls.as(Wall.DOOR, () -> endingTraces(kept, absorbed));
        holders(kept, absorbed, stays);
        for (var gone : accounts.subList(1, accounts.size())) close(gone, stays);
    }

    /** The accounts of the two persons, the one that stays first. */
    private List<Long> bestFirst(long kept, long absorbed) {
        return db.sql(
                        """
                        select a.id from account a
                         where exists (select 1 from account_person ap where ap.account_id = a.id and ap.person_id in (:kept, :absorbed))
                         -- The one that has served for longest: an account opened yesterday under the same name takes nothing over.
                         order by (a.state = 'ACTIVE') desc, a.first_sign_in_at nulls last, a.id
                        """)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .query(Long.class)
                .list();
    }

    /** Old sessions and cards name the person who stays: a printed card still opens. */
    private void endingTraces(long kept, long absorbed) {
        db.sql("update session set person_id = :kept where person_id = :absorbed")
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
        db.sql("update card set person_id = :kept where person_id = :absorbed")
                .param("kept", kept)
                .param("absorbed", absorbed)
                .update();
    }

    private void holders(long kept, long absorbed, long stays) {
        db.sql("delete from account_person where person_id = :absorbed")
                .param("absorbed", absorbed)
                .update();
        db.sql(
                        """
                        insert into account_person (account_id, person_id) values (:stays, :kept)
                        on conflict (person_id) do update set account_id = excluded.account_id
                        """)
                .param("stays", stays)
                .param("kept", kept)
                .update();
    }

    /**
     * Its other persons join the account that stays; what it was writing too, unless the same is
     * being written there.
     */
    void close(long gone, long stays) {
        db.sql("update account_person set account_id = :stays where account_id = :gone")
                .param("stays", stays)
                .param("gone", gone)
                .update();
        db.sql("update account set state = 'CLOSED', login = 'closed-' || id where id = :gone")
                .param("gone", gone)
                .update();
        walls.as(Wall.DOOR, () -> keys(gone, stays));
        walls.as(Wall.DOOR, () -> mail(gone, stays));
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into draft (account_id, key, form, saved_at)
                                        select :stays, key, form, :now from draft where account_id = :gone on conflict do nothing
                                        """)
                                .param("stays", stays)
                                .param("gone", gone)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    /**
     * Where and how the account that stays is written to; what it has not said itself it takes
     * over.
     */
    private void mail(long gone, long stays) {
        for (var insert :
                List.of(
                        "insert into mail_address (account_id, email, confirmed_at, bounced_at, bounce_code) select :stays, email, confirmed_at, bounced_at, bounce_code from mail_address",
                        "insert into letter_choice (account_id, matter, channel, cadence) select :stays, matter, channel, cadence from letter_choice",
                        "insert into letter_hour (account_id, hour, day) select :stays, hour, day from letter_hour"))
            db.sql(insert + " where account_id = :gone on conflict do nothing")
                    .param("stays", stays)
                    .param("gone", gone)
                    .update();
        for (var table :
                List.of("mail_address", "mail_address_wish", "letter_choice", "letter_hour"))
            db.sql("delete from " + table + " where account_id = :gone")
                    .param("gone", gone)
                    .update();
    }

    /** Other doors lead to the account that stays; what opened the other one opens nothing. */
    private void keys(long gone, long stays) {
        db.sql("update account_identity set account_id = :stays where account_id = :gone")
                .param("stays", stays)
                .param("gone", gone)
                .update();
        db.sql("delete from joining where account_id = :gone or other_id = :gone")
                .param("gone", gone)
                .update();
        for (var table :
                List.of(
                        "activation_code",
                        "password_before",
                        "known_device",
                        "recovery_code",
                        "reset_link",
                        "passkey",
                        "passkey_challenge"))
            db.sql("delete from " + table + " where account_id = :gone")
                    .param("gone", gone)
                    .update();
    }
}
