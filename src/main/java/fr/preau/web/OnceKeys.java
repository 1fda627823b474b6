package fr.preau.web;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The idempotency keys of forms: the first of two equal requests does the work, the second waits
 * for it and gets the same answer.
 */
@Component
class OnceKeys {
    private final JdbcClient db;
    private final Clock clock;

    OnceKeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The answer given earlier to this key at this address (at any, when it is null), or null when
     * the key is now ours; the key of another form does nothing and leads home. The unique key
     * makes a simultaneous twin wait.
     */
    @Nullable Redirect claim(Actor actor, String key, @Nullable String route) {
        var ours =
                db.sql(
                                "insert into once (account_id, key, route, at) values (:account, :key, :route, :now) on conflict do nothing")
                        .param("account", actor.account())
                        .param("key", key)
                        .param("route", route == null ? "" : route)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (ours == 1) return null;
        return db.sql(
                        "select coalesce(answer, '/') as answer, flash from once where account_id = :account and key = :key and route = coalesce(:route, route)")
                .param("account", actor.account())
                .param("key", key)
                .param("route", route, java.sql.Types.VARCHAR)
                .query((row, n) -> new Redirect(row.getString("answer"), row.getString("flash")))
                .optional()
                .orElse(Redirect.to("/"));
    }

    /**
     * A redirect is an effect and is remembered; a page shown again had none, and its form may be
     * sent again.
     */
    void settle(Actor actor, String key, @Nullable Object answer) {
        if (answer instanceof Redirect redirect)
            db.sql(
                            "update once set answer = :answer, flash = :flash where account_id = :account and key = :key")
                    .param("account", actor.account())
                    .param("key", key)
                    .param("answer", redirect.path())
                    .param("flash", redirect.flash(), java.sql.Types.VARCHAR)
                    .update();
        else
            db.sql("delete from once where account_id = :account and key = :key")
                    .param("account", actor.account())
                    .param("key", key)
                    .update();
    }
}
