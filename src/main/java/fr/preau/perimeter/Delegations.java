package fr.preau.perimeter;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Appointments;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.RoleKind;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The administrations entrusted by an actor's school or node. Each gives a dated role, or a dated
 * charge of one class, which ends by itself; the rows here say who gave it and how it ended.
 */
@Component
class Delegations {
    private static final int SHOWN = 200;

    private final JdbcClient db;
    private final Walls walls;
    private final Appointments appointments;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Delegations(
            JdbcClient db,
            Walls walls,
            Appointments appointments,
            Derivation derivation,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.appointments = appointments;
        this.derivation = derivation;
        this.facts = facts;
        this.clock = clock;
    }

    private record Given(
            Scope.Kind kind,
            long structureId,
            @Nullable Long classId,
            long personId,
            LocalDate startsOn,
            LocalDate endsOn) {
        @Nullable Long school() {
            return kind == Scope.Kind.NODE ? null : structureId;
        }
    }

    List<DelegationListPage.Row> of(Actor actor) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        within(
                                        actor,
                                        """
                                        select d.id, d.kind, coalesce(c.label, s.name) as label, case when d.kind = 'CLASS' then s.name else '' end as place,
                                               p.first_name || ' ' || p.last_name as name, g.first_name || ' ' || g.last_name as granted_by, d.granted_at,
                                               d.ends_on, d.revoked_at, coalesce(r.first_name || ' ' || r.last_name, '') as revoked_by,
                                               d.revoked_at is null and d.ends_on >= :today as runs
                                          from delegation d
                                          join mine m on m.id = d.structure_id
                                          join structure s on s.id = d.structure_id
                                          join person p on p.id = d.person_id
                                          join person g on g.id = d.granted_by
                                          left join person r on r.id = d.revoked_by
                                          left join school_class c on c.school_id = d.structure_id and c.id = d.class_id
                                         order by runs desc, d.granted_at desc, d.id desc
                                         limit :shown
                                        """)
                                .param("shown", SHOWN)
                                .query(DelegationListPage.Row.class)
                                .list());
    }

    /** The caller has asked {@link DelegationPolicy}. */
    void grant(Actor actor, Scope scope, long person, LocalDate last) {
        var today = LocalDate.now(clock);
        var delegation =
                walls.as(
                        Wall.DIRECTORY,
                        () -> {
                            give(scope, person, today, last);
                            return keep(actor, scope, person, today, last);
                        });
        facts.publishEvent(
                new DelegationFact.DelegationGranted(
                        scope.inSchool() ? scope.structure() : null,
                        actor.account(),
                        actor.person(),
                        delegation,
                        clock.instant()));
    }

    private void give(Scope scope, long person, LocalDate from, LocalDate last) {
        if (scope.schoolClass() != null)
            appointments.attach(person, scope.structure(), scope.schoolClass(), from, last);
        else appointments.appoint(person, roleOf(scope.kind()), scope.structure(), from, last);
    }

    private static RoleKind roleOf(Scope.Kind kind) {
        return kind == Scope.Kind.SCHOOL
                ? RoleKind.ADMINISTRATOR
                : RoleKind.PERIMETER_ADMINISTRATOR;
    }

    private long keep(Actor actor, Scope scope, long person, LocalDate from, LocalDate last) {
        return db.sql(
                        """
                        insert into delegation (kind, structure_id, class_id, person_id, granted_by, granted_at, starts_on, ends_on)
                        values (:kind, :structure, :class, :person, :by, :now, :from, :last) returning id
                        """)
                .param("kind", scope.kind().name())
                .param("structure", scope.structure())
                .param("class", scope.schoolClass(), Types.BIGINT)
                .param("person", person)
                .param("by", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("from", from)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    /** Takes it back at once: sessions know it within three seconds. */
    void revoke(Actor actor, long delegation) {
        var given =
                walls.as(
                        Wall.DIRECTORY,
                        () -> {
                            var found = end(actor, delegation);
                            takeBack(found);
                            return found;
                        });
        facts.publishEvent(
                new DelegationFact.DelegationRevoked(
                        given.school(),
                        actor.account(),
                        actor.person(),
                        delegation,
                        clock.instant()));
    }

    private Given end(Actor actor, long delegation) {
        return within(
                        actor,
                        """
                        update delegation d set revoked_at = :now, revoked_by = :by
                          from mine m
                         where m.id = d.structure_id and d.id = :delegation and d.revoked_at is null and d.ends_on >= :today
                        returning d.kind, d.structure_id, d.class_id, d.person_id, d.starts_on, d.ends_on
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.person())
                .param("delegation", delegation)
                .query(Given.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What has been given otherwise since, or for longer, is not touched. */
    private void takeBack(Given given) {
        if (given.kind() == Scope.Kind.CLASS) endTeaching(given);
        else endRole(given);
        if (given.kind() == Scope.Kind.SCHOOL)
            derivation.deriveSchools(List.of(given.structureId()));
    }

    private void endRole(Given given) {
        db.sql(
                        """
                        delete from role where person_id = :person and kind = :kind and structure_id = :structure and source = 'LOCAL'
                           and starts_on = :from and ends_on = :last
                        """)
                .param("person", given.personId())
                .param("kind", roleOf(given.kind()).name())
                .param("structure", given.structureId())
                .param("from", given.startsOn())
                .param("last", given.endsOn())
                .update();
    }

    private void endTeaching(Given given) {
        db.sql(
                        """
                        update teaching set ends_on = cast(:today as date) - 1
                         where school_id = :school and class_id = :class and person_id = :person and ends_on >= :today
                        """)
                .param("today", LocalDate.now(clock))
                .param("school", given.structureId())
                .param("class", given.classId())
                .param("person", given.personId())
                .update();
        // What they did there is no longer theirs to undo: it would give the charge back.
        db.sql(
                        """
                        update class_change set undone_at = :now where school_id = :school and class_id = :class and by_person_id = :person and undone_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("school", given.structureId())
                .param("class", given.classId())
                .param("person", given.personId())
                .update();
    }

    /** A statement that may use {@code mine}: where this actor gives and takes back. */
    private JdbcClient.StatementSpec within(Actor actor, String sql) {
        return db.sql(
                        Offers.LED
                                + """
                                , mine as (select id from led union all select id from structure where id = any (:schools))
                                """
                                + sql)
                .param("led", DelegationPolicy.ledNodes(actor))
                .param("schools", DelegationPolicy.directedSchools(actor))
                .param("today", LocalDate.now(clock));
    }
}
