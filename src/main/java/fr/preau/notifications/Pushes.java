package fr.preau.notifications;

import fr.preau.push.Push;
import fr.preau.push.Subscriber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What leaves for devices: a batch holds what is due for an account, with a row in the line of
 * letters for each of its devices. A notification is in one batch at most. Called behind {@code
 * Wall.JOB}.
 */
@Component
class Pushes {
    private static final String DUE =
            "with due as (select n.school_id, n.id, ap.account_id"
                    + Due.FROM
                    + """
                    where n.push_id is null and exists (
                          select 1 from push_subscription s where s.account_id = ap.account_id and s.made_at <= n.deliver_at) and\s\
                    """
                    + Notifications.UNREAD
                    + " and ";

    private static final String INTO_BATCHES =
            """
            ), batch as (
                select account_id, nextval('push_batch') as id from (select distinct account_id from due) d
            ), made as (
                insert into letter (account_id, kind, digest_on, channel, subscription_id, batch_id, made_at, next_at)
                select b.account_id, :kind, cast(:day as date), :channel, s.id, b.id, :now::timestamptz, :now::timestamptz
                  from batch b join push_subscription s on s.account_id = b.account_id
            )
            update notification n set push_id = batch.id from due join batch on batch.account_id = due.account_id
             where n.school_id = due.school_id and n.id = due.id
            """;

    private final JdbcClient db;
    private final Push push;
    private final Clock clock;

    Pushes(JdbcClient db, Push push, Clock clock) {
        this.db = db;
        this.push = push;
        this.clock = clock;
    }

    /** One thing that a device tells; {@code place}: the school that it comes from. */
    record Item(
            long letter,
            String endpoint,
            String point,
            String secret,
            long keyId,
            String kind,
            long school,
            long notification,
            int children,
            String place,
            boolean urgent) {}

    /** One node at a time looks for what is due. */
    void gather() {
        db.sql("select pg_advisory_xact_lock(7261742)").query((row, n) -> n).single();
        gather(Due.atOnce(Channel.PUSH), Cadence.IMMEDIATE);
        if (Due.isEvening(clock.instant())) gather(Due.EVENING, Cadence.DIGEST);
    }

    private void gather(String which, Cadence kind) {
        Due.asked(db.sql(DUE + which + INTO_BATCHES), Channel.PUSH, kind, clock.instant()).update();
    }

    /** What these tell as of now: what was read meanwhile is left out. */
    List<Item> itemsOf(List<Letters.Claimed> claimed) {
        return db.sql(
                        """
                        select l.id as letter, s.endpoint, s.point, s.secret, s.key_id, n.kind, n.school_id as school, max(n.id) as notification,
                               count(distinct n.pupil_id) as children, h.name as place, bool_or(%s) as urgent
                          from letter l
                          join push_subscription s on s.account_id = l.account_id and s.id = l.subscription_id
                          join notification n on n.push_id = l.batch_id and %s
                          join structure h on h.id = n.school_id
                          left join note t on %s and t.school_id = n.school_id and t.id = n.subject_id
                         where l.id = any (:letters)
                         group by l.id, s.account_id, s.id, %s, h.name
                         order by l.id, min(n.deliver_at), notification
                        """
                                .formatted(
                                        Notifications.URGENT,
                                        Notifications.UNREAD,
                                        Notifications.OF_NOTE,
                                        Notifications.LINE))
                .param("letters", claimed.stream().mapToLong(Letters.Claimed::id).toArray())
                .query(Item.class)
                .list();
    }

    /** The device, as long as its address may be called. */
    Optional<Subscriber> subscriber(Item item) {
        return push.subscriber(item.endpoint(), item.point(), item.secret());
    }
}
