package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an account may act as today: each person it holds, in each profile in which that person has
 * a live role.
 */
@Component
class Hats {
    /** The profile somebody lands in: work before family. */
    private static final List<Profile> LANDING =
            List.of(
                    Profile.TEACHER,
                    Profile.SUPERVISION,
                    Profile.TOWN,
                    Profile.SUPPORT,
                    Profile.GUARDIAN,
                    Profile.PUPIL);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Hats(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A person in a profile, with the roles that make it and what the screen says of it. */
    record Hat(
            long person,
            Profile profile,
            String firstName,
            String name,
            String place,
            @Nullable String level,
            List<Actor.Role> roles,
            List<Long> past,
            boolean leaving) {
        boolean needsSecondFactor() {
            return roles.stream().anyMatch(role -> role.kind().needsSecondFactor());
        }
    }

    private record Row(
            long personId,
            String firstName,
            String lastName,
            String kind,
            long structureId,
            @Nullable String place,
            @Nullable String level,
            @Nullable String past) {}

    private record Leaver(
            long personId,
            String firstName,
            String lastName,
            Profile profile,
            @Nullable String level) {}

    /**
     * The live hats of an account, the one it lands in first; when everybody whom it holds has
     * left, the hats that serve to take one's data away.
     */
    List<Hat> of(long account) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var live = group(rows(account));
                    return live.isEmpty() ? leaving(account) : live;
                });
    }

    private List<Row> rows(long account) {
        return db.sql(
                        """
                        select p.id as person_id, p.first_name, p.last_name, r.kind, r.structure_id,
                               case r.kind
                                   when 'PUPIL' then (select string_agg(c.label, ', ' order by c.label) from class_enrolment e
                                                        join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS'
                                                       where e.pupil_id = p.id)
                                   when 'GUARDIAN' then (select string_agg(distinct k.first_name, ' et ') from guardianship g
                                                           join person k on k.id = g.pupil_id and k.departed_at is null where g.guardian_id = p.id)
                                   when 'TEACHER' then (select string_agg(c.label, ', ' order by c.label) from teaching t
                                                          join school_class c on c.school_id = t.school_id and c.id = t.class_id
                                                         where t.person_id = p.id and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                                   else s.name
                               end as place,
                               (select max(e.level) from enrolment e where e.pupil_id = p.id) as level,
                               case r.kind when 'GUARDIAN' then (
                                   select string_agg(distinct e.school_id::text, ',') from guardianship g
                                     join person k on k.id = g.pupil_id and k.departed_at is not null and k.erased_at is null
                                     join enrolment e on e.pupil_id = k.id
                                    where g.guardian_id = p.id) end as past
                          from account_person ap
                          join person p on p.id = ap.person_id and p.departed_at is null
                          -- One person's, looked up: joined, it would be all of a small directory's, and still is while a region enters.
                         cross join lateral (select * from standing st where st.person_id = p.id offset 0) r
                          join structure s on s.id = r.structure_id
                         where ap.account_id = :account
                           and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                           -- A school may shut its door to somebody for a while, in one profile.
                           and not exists (select 1 from school_blocked b where b.person_id = p.id and b.school_id = r.structure_id and not b.lifted
                                              and b.profile = case r.kind when 'PUPIL' then 'PUPIL' when 'GUARDIAN' then 'GUARDIAN' else 'TEACHER' end)
                           -- What is held by delegation is held beside a post of one's own, and ends with it.
                           and (r.kind not in ('ADMINISTRATOR', 'PERIMETER_ADMINISTRATOR') or exists (
                                select 1 from role o
                                 where o.person_id = r.person_id
                                   and case r.kind
                                       when 'ADMINISTRATOR' then o.structure_id = r.structure_id and o.kind in ('TEACHER', 'SUBSTITUTE', 'DIRECTOR')
                                       else o.kind in ('INSPECTOR', 'DIGITAL_REFERENT', 'DEPARTMENT_OFFICER', 'ADVISER', 'REGION_LEAD', 'ASSISTANCE',
                                                       'DATA_PROTECTION_OFFICER')
                                       end
                                   and coalesce(o.starts_on, :today) <= :today and coalesce(o.ends_on, :today) >= :today))
                         order by p.id, r.kind, r.structure_id
                        """)
                .param("account", account)
                .param("today", LocalDate.now(clock))
                .query(Row.class)
                .list();
    }

    private List<Hat> leaving(long account) {
        return db
                .sql(
                        """
                        select distinct p.id as person_id, p.first_name, p.last_name, d.profile,
                               (select max(e.level) from enrolment e where e.pupil_id = p.id) as level
                          from account_person ap
                          join person p on p.id = ap.person_id and p.departed_at is not null and p.erased_at is null
                          join departure d on d.person_id = p.id and d.cancelled_at is null
                         where ap.account_id = :account
                         order by p.id, d.profile
                        """)
                .param("account", account)
                .query(Leaver.class)
                .stream()
                .map(leaver ->
                        new Hat(
                                leaver.personId(),
                                leaver.profile(),
                                leaver.firstName(),
                                leaver.firstName() + " " + leaver.lastName(),
                                "",
                                leaver.level(),
                                List.of(),
                                List.of(),
                                true))
                .sorted(Comparator.comparing(hat -> LANDING.indexOf(hat.profile())))
                .toList();
    }

    private static List<Hat> group(List<Row> rows) {
        var hats = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            var profile = RoleKind.valueOf(row.kind()).profile();
            hats.computeIfAbsent(row.personId() + " " + profile, k -> new ArrayList<>()).add(row);
        }
        return hats.values().stream()
                .map(Hats::hat)
                .sorted(Comparator.comparing(hat -> LANDING.indexOf(hat.profile())))
                .toList();
    }

    private static Hat hat(List<Row> rows) {
        var first = rows.getFirst();
        var profile = RoleKind.valueOf(first.kind()).profile();
        var place =
                rows.stream()
                        .map(Row::place)
                        .filter(p -> p != null && !p.isBlank())
                        .distinct()
                        .findFirst()
                        .orElse("");
        return new Hat(
                first.personId(),
                profile,
                first.firstName(),
                first.firstName() + " " + first.lastName(),
                place,
                first.level(),
                rows.stream()
                        .map(r -> new Actor.Role(RoleKind.valueOf(r.kind()), r.structureId()))
                        .toList(),
                past(first),
                false);
    }

    /** The schools that a child has left, whose notes stay to be read. */
    private static List<Long> past(Row row) {
        return row.past() == null
                ? List.of()
                : Stream.of(row.past().split(",")).map(Long::valueOf).toList();
    }
}
