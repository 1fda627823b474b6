package fr.preau.access;

import fr.preau.feed.AfterMerge;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives every person an account to be activated, with the login {@code first.last}, and a number
 * for namesakes.
 */
@Component
class AccountsToActivate implements AfterMerge {
    private final JdbcClient db;
    private final Clock clock;

    AccountsToActivate(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One statement for the whole delivery. The number follows those already given, so that a login
     * never changes hands.
     */
    @Override
    public void merged(String academy) {
        give(null);
    }

    /** To this person only, or to everybody who has none. */
    void give(@Nullable Long person) {
        db.sql(
                        """
                        with missing as (
                            select p.id,
                                   trim(both '.' from regexp_replace(plain(p.first_name), '[^a-z0-9]+', '-', 'g')) || '.' ||
                                   trim(both '.' from regexp_replace(plain(p.last_name), '[^a-z0-9]+', '-', 'g')) as wish
                              from person p
                             where p.departed_at is null and (cast(:person as bigint) is null or p.id = :person) and not exists (select 1 from account_person ap where ap.person_id = p.id)
                        ), tidy as (
                            select id, regexp_replace(regexp_replace(wish, '(^-+)|(-+$)', '', 'g'), '-*\\.-*', '.') as wish from missing
                        ), taken as (
                            select regexp_replace(login, '[0-9]+$', '') as wish, max(coalesce(nullif(substring(login from '[0-9]+$'), ''), '1')::bigint) as last
                              from account
                             where regexp_replace(login, '[0-9]+$', '') in (select wish from tidy)
                             group by 1
                        ), named as (
                            select t.id, t.wish, coalesce(k.last, 0) + row_number() over (partition by t.wish order by t.id) as number
                              from tidy t left join taken k on k.wish = t.wish
                        ), made as (
                            insert into account (login, created_at)
                            select case when number = 1 then wish else wish || number end, :now from named
                            returning id, login
                        )
                        insert into account_person (account_id, person_id)
                        select m.id, n.id from named n join made m on m.login = case when n.number = 1 then n.wish else n.wish || n.number end
                        """)
                .param("person", person, Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
