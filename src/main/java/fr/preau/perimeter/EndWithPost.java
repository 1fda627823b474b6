package fr.preau.perimeter;

import fr.preau.directory.Derivation;
import fr.preau.feed.AfterMerge;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody whom the feed no longer gives to a school administers nothing of it any more, whatever
 * the date of their delegation.
 */
@Component
class EndWithPost implements AfterMerge {
    private final JdbcClient db;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    EndWithPost(
            JdbcClient db, Derivation derivation, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.derivation = derivation;
        this.facts = facts;
        this.clock = clock;
    }

    private record Ended(long id, long school) {}

    @Override
    public void merged(String academy) {
        var ended = end();
        if (ended.isEmpty()) return;
        derivation.deriveSchools(ended.stream().map(Ended::school).distinct().toList());
        for (var one : ended)
            facts.publishEvent(
                    new DelegationFact.DelegationRevoked(
                            one.school(), null, null, one.id(), clock.instant()));
    }

    private List<Ended> end() {
        return db.sql(
                        """
                        with ended as (
                            update delegation d set revoked_at = :now
                             where d.kind <> 'NODE' and d.revoked_at is null and d.ends_on >= :today and not exists (
                                   select 1 from role r join person p on p.id = r.person_id and p.departed_at is null
                                    where r.person_id = d.person_id and r.structure_id = d.structure_id and r.kind in ('TEACHER', 'SUBSTITUTE', 'DIRECTOR')
                                      and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today)
                            returning d.*
                        ), roles as (
                            delete from role r using ended e
                             where r.person_id = e.person_id and r.structure_id = e.structure_id and r.kind = 'ADMINISTRATOR' and r.source = 'LOCAL'
                        ), taught as (
                            update teaching t set ends_on = cast(:today as date) - 1 from ended e
                             where t.school_id = e.structure_id and t.class_id = e.class_id and t.person_id = e.person_id and t.ends_on = e.ends_on
                        )
                        select id, structure_id as school from ended
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .query(Ended.class)
                .list();
    }
}
