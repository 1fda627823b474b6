package fr.preau.switches;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Gate;
import fr.preau.web.Openings;
import fr.preau.web.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is closed to somebody: a service is open as soon as one of their classes, or one of their
 * children's, keeps it open. Whoever directs or administers a school keeps everything.
 */
@Component
class SwitchGate implements Gate {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final ObjectProvider<Openings> openings;

    /**
     * By the actor itself, which a session hands out anew every three seconds: a switch is known
     * everywhere within that time.
     */
    private final Cache<Actor, Set<String>> closed =
            Caffeine.newBuilder().weakKeys().expireAfterWrite(Duration.ofSeconds(3)).build();

    SwitchGate(JdbcClient db, Walls walls, Clock clock, ObjectProvider<Openings> openings) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.openings = openings;
    }

    /** A class of the actor or of their child, with one line of its switches. */
    private record Row(
            long schoolId,
            @Nullable Long classId,
            boolean nursery,
            @Nullable String service,
            @Nullable Long onClass,
            @Nullable Boolean open) {
        Place place() {
            return new Place(schoolId, classId, nursery);
        }
    }

    private record Place(long school, @Nullable Long schoolClass, boolean nursery) {}

    @Override
    public Set<String> closedTo(Actor actor) {
        return closed.get(actor, this::ask);
    }

    /** On this node at once; the others know it within three seconds. */
    void forget() {
        walls.afterCommit(closed::invalidateAll);
    }

    private Set<String> ask(Actor actor) {
        if (actor.administeredSchools().length > 0) return Set.of();
        var places =
                switch (actor.profile()) {
                    case PUPIL, GUARDIAN -> ofChildren(actor);
                    case TEACHER -> ofTeacher(actor);
                    default -> List.<Row>of();
                };
        if (places.isEmpty()) return Set.of();
        var byPlace = places.stream().collect(Collectors.groupingBy(Row::place)).values();
        return openings.getObject().services().stream()
                .filter(service -> byPlace.stream().noneMatch(p -> opens(service, actor, p)))
                .map(Service::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean opens(Service service, Actor actor, List<Row> rows) {
        return SwitchPolicy.opens(
                service,
                actor.profile(),
                said(rows, service, false),
                said(rows, service, true),
                rows.getFirst().nursery());
    }

    private static @Nullable Boolean said(
            Collection<Row> rows, Service service, boolean ofTheClass) {
        return rows.stream()
                .filter(row ->
                        service.key().equals(row.service())
                                && ofTheClass == (row.onClass() != null))
                .map(Row::open)
                .findFirst()
                .orElse(null);
    }

    private List<Row> ofChildren(Actor actor) {
        return ask(
                actor,
                """
                with child as materialized (
                    select cast(:person as bigint) as id where :profile = 'PUPIL'
                    union all
                    select g.pupil_id from guardianship g where g.guardian_id = :person and :profile = 'GUARDIAN'
                ), place as (
                    select e.school_id, c.id as class_id, coalesce(e.level like '111%', false) as nursery
                      from child
                      join person p on p.id = child.id and p.departed_at is null
                      join enrolment e on e.pupil_id = child.id
                      left join (class_enrolment i join school_class c on c.school_id = i.school_id and c.id = i.class_id and c.kind = 'CLASS' and c.ended_at is null)
                        on i.school_id = e.school_id and i.pupil_id = e.pupil_id
                )
                """);
    }

    private List<Row> ofTeacher(Actor actor) {
        return ask(
                actor,
                """
                with taught as materialized (
                    select t.school_id, t.class_id from teaching t
                     where t.person_id = :person and :profile = 'TEACHER'
                       and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                ), place as (
                    select school_id, class_id, false as nursery from taught
                    union all
                    select s.id, null, false from unnest(cast(:schools as bigint[])) as s (id) where s.id not in (select school_id from taught)
                )
                """);
    }

    private List<Row> ask(Actor actor, String places) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        places
                                                + """
                                                select distinct p.school_id, p.class_id, p.nursery, w.service, w.class_id as on_class, w.open
                                                  from place p
                                                  left join service_switch w on w.school_id = p.school_id and w.profile = :profile
                                                       and (w.class_id is null or w.class_id = p.class_id)
                                                """)
                                .param("person", actor.person())
                                .param("profile", actor.profile().name())
                                .param("schools", actor.structures().toArray(Long[]::new))
                                .param("today", LocalDate.now(clock))
                                .query(Row.class)
                                .list());
    }
}
