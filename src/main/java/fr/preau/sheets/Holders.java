package fr.preau.sheets;

import fr.preau.access.Keys;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those for whom sheets are made, within what the actor reaches. */
@Component
class Holders {
    private final JdbcClient db;
    private final Keys keys;
    private final Clock clock;

    Holders(JdbcClient db, Keys keys, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.clock = clock;
    }

    List<Holder> of(SheetGroup group) {
        if (group.isStaff()) return staff(group.school());
        var guardians = guardians(group);
        var working = keys.working(guardians.stream().map(Holder::account).toList());
        return guardians.stream()
                .map(one -> working.contains(one.account()) ? one.working() : one)
                .toList();
    }

    /** The guardians of these pupils, households of one child side by side. */
    private List<Holder> guardians(SheetGroup group) {
        return db.sql(
                        """
                        select a.id as account, p.first_name, p.last_name, a.login, a.state, a.last_sign_in_at as last_came,
                               string_agg(k.first_name, ' et ' order by plain(k.first_name), k.id) as children,
                               (array_agg(k.id order by plain(k.last_name), plain(k.first_name), k.id))[1] as child,
                               false as works
                          from guardianship g
                          join person k on k.id = g.pupil_id and k.departed_at is null
                          join person p on p.id = g.guardian_id and p.departed_at is null
                          join account_person ap on ap.person_id = p.id
                          join account a on a.id = ap.account_id and a.state <> 'CLOSED'
                         where g.pupil_id = any (:pupils)
                         group by a.id, p.id
                         order by min(plain(k.last_name)), min(plain(k.first_name)), child, plain(p.last_name), plain(p.first_name), a.id
                        """)
                .param("pupils", group.pupils().stream().mapToLong(Long::longValue).toArray())
                .query(Holder.class)
                .list();
    }

    private List<Holder> staff(long school) {
        return db.sql(
                        """
                        select distinct on (plain(p.last_name), plain(p.first_name), a.id)
                               a.id as account, p.first_name, p.last_name, a.login, a.state, a.last_sign_in_at as last_came, null as children, 0 as child,
                               false as works
                          from role r
                          join person p on p.id = r.person_id and p.departed_at is null
                          join account_person ap on ap.person_id = p.id
                          join account a on a.id = ap.account_id and a.state <> 'CLOSED'
                         where r.structure_id = :school and r.kind = any (:kinds)
                           and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                         order by plain(p.last_name), plain(p.first_name), a.id
                        """)
                .param("school", school)
                .param("kinds", RoleKind.of(Profile.TEACHER))
                .param("today", LocalDate.now(clock))
                .query(Holder.class)
                .list();
    }

    String nameOf(long school) {
        return db.sql("select name from structure where id = :school")
                .param("school", school)
                .query(String.class)
                .single();
    }
}
