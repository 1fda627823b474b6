package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Newcomers;
import fr.preau.feed.DeliveryImported;
import fr.preau.jobs.RecurringWork;
import fr.preau.web.Mode;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives every person an account to be activated, with the login {@code first.last}, and a number
 * for namesakes. Done behind an import, a few thousand at a time: a delivery that brings a million
 * people holds nothing up.
 */
@Component
class AccountsToActivate implements RecurringWork, Newcomers {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final Mode mode;

    AccountsToActivate(JdbcClient db, Walls walls, Clock clock, Mode mode) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public String name() {
        return "access-accounts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /**
     * Not one transaction for a million people: the listener opens none. An operator's command
     * leaves it to the nodes that serve.
     */
    @Async
    @TransactionalEventListener
    void on(DeliveryImported delivered) {
        if (mode.serves() && delivered.changes() > 0) run();
    }

    @Override
    public void run() {
        var after = new long[] {0};
        while (after[0] >= 0) after[0] = walls.as(Wall.DIRECTORY, () -> next(after[0]));
    }

    @Override
    public void arrived(Collection<Long> persons) {
        make(0, persons.stream().mapToLong(Long::longValue).toArray());
    }

    /** Answers the last person looked at, or -1 when there is nobody left. */
    private long next(long after) {
        // Two nodes at the same work would number the same names.
        db.sql("select pg_advisory_xact_lock(7261737)").query((row, n) -> n).single();
        return make(after, null);
    }

    /**
     * One statement for all of them. The number follows those already given, so that a login never
     * changes hands.
     */
    private long make(long after, long @Nullable [] persons) {
        return db.sql(
                        """
                        with missing as (
                            select p.id, login_stem(p.first_name, p.last_name) as stem
                              from person p
                             where p.id > :after and (cast(:persons as bigint[]) is null or p.id = any (:persons)) and p.departed_at is null and p.erased_at is null
                               and not exists (select 1 from account_person ap where ap.person_id = p.id)
                             order by p.id limit :limit
                        ), counted as (
                            insert into login_count as c (stem, last) select sha256(convert_to(stem, 'UTF8')), count(*) from missing group by stem
                            on conflict (stem) do update set last = c.last + excluded.last
                            returning stem, last
                        ), named as (
                            select m.id, m.stem, c.last - count(*) over (partition by m.stem) + row_number() over (partition by m.stem order by m.id) as number
                              from missing m join counted c on c.stem = sha256(convert_to(m.stem, 'UTF8'))
                        ), made as (
                            insert into account (login, created_at)
                            select case when number = 1 then stem else stem || number end, :now from named
                            returning id, login
                        ), given as (
                            insert into account_person (account_id, person_id)
                            select m.id, n.id from named n join made m on m.login = case when n.number = 1 then n.stem else n.stem || n.number end
                            returning person_id
                        )
                        select coalesce(max(person_id), -1) from given
                        """)
                .param("after", after)
                .param("persons", persons, Types.ARRAY)
                .param("limit", AT_ONCE)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
