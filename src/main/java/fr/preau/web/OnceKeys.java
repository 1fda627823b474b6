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
    @Nullable String claim(Actor actor, String key, @Nullable String route) {
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
                        "select answer from once where account_id = :account and key = :key and route = coalesce(:route, route)")
                .param("account", actor.account())
                .param("key", key)
                .param("route", route, java.sql.Types.VARCHAR)
                .query(String.class)
                .optional()
                .orElse("/");
    }

    /**
     * A redirect is an effect and is remembered; a page shown again had none, and its form may be
     * sent again.
     */
    void settle(Actor actor, String key, @Nullable Object answer) {
        var sql =
                answer instanceof Redirect
                        ? "update once set answer = :answer where account_id = :account and key = :key"
                        : "delete from once where account_id = :account and key = :key and :answer is not null";
        db.sql(sql)
                .param("account", actor.account())
                .param("key", key)
                .param("answer", answer instanceof Redirect redirect ? redirect.path() : "")
                .update();
    }
}
