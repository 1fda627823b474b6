package fr.preau.audit;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Fact;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Writes each fact once, sealed with the line before it, and finds where the chain is broken. */
@Component
class Journal {
    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Journal(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /**
     * Lines are written one after the other: none waits for the disk while it holds up the next. A
     * line that is lost in a crash is told again, since the end of its publication is written after
     * it and so is lost too.
     */
    @ApplicationModuleListener
    void on(Fact fact) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                                        insert into audit (at, action, account_id, person_id, school_id, subject, fact)
                                        select :at::timestamptz, :action, :account::bigint, :person::bigint, :school::bigint, :subject, :fact from unhurried
                                        on conflict (fact) do nothing
                                        """)
                                .param("at", Timestamp.from(clock.instant()))
                                .param("action", fact.getClass().getSimpleName())
                                .param("account", fact.account())
                                .param("person", fact.person())
                                .param("school", fact.school())
                                .param("subject", fact.subject())
                                .param("fact", fact.identity())
                                .update());
    }

    List<JournalPage.Row> latestFor(Actor actor) {
        return db.sql(
                        """
                        select a.id, a.at, a.action, a.subject, coalesce(p.first_name || ' ' || p.last_name, '') as who
                          from audit a left join person p on p.id = a.person_id
                         where a.school_id = any (:schools)
                         order by a.at desc, a.id desc limit :shown
                        """)
                // Somebody may direct one school and teach in another: only the first is theirs to
                // read.
                .param("schools", actor.administeredSchools())
                .param("shown", SHOWN)
                .query(JournalPage.Row.class)
                .list();
    }

    /**
     * The first line whose seal does not fit its words or the line before; empty when the journal
     * is whole.
     */
    Optional<Long> firstBrokenLine() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select a.id from audit a left join audit b on b.id = a.id - 1
                                         where a.seal <> audit_seal_of(a) or (a.id > 1 and a.previous is distinct from b.seal)
                                         order by a.id limit 1
                                        """)
                                .query(Long.class)
                                .optional());
    }
}
