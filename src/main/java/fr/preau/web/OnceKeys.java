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
     * The answer given earlier to this key, or null when the key is now ours. The unique key makes
     * a simultaneous twin wait.
     */
    @Nullable String claim(Actor actor, String key) {
        var ours =
                db.sql(
                                "insert into once (account_id, key, at) values (:account, :key, :now) on conflict do nothing")
                        .param("account", actor.account())
                        .param("key", key)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (ours == 1) return null;
        return db.sql("select answer from once where account_id = :account and key = :key")
                .param("account", actor.account())
                .param("key", key)
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
