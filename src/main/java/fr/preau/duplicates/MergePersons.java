package fr.preau.duplicates;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.directory.MovesPerson;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two rows become one person, keeping everything, in one transaction: all of it or nothing. */
@Component
class MergePersons {
    private final JdbcClient db;
    private final Walls walls;
    private final ObjectProvider<MovesPerson> features;
    private final DirectoryRows rows;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    MergePersons(
            JdbcClient db,
            Walls walls,
            ObjectProvider<MovesPerson> features,
            DirectoryRows rows,
            Derivation derivation,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.features = features;
        this.rows = rows;
        this.derivation = derivation;
        this.facts = facts;
        this.clock = clock;
    }

    void merge(Actor actor, Pairs.Pair pair, long kept) {
        var absorbed = pair.other(kept);
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    var schools = schoolsOf(kept, absorbed);
                    features.orderedStream().forEach(feature -> feature.move(kept, absorbed));
                    rows.move(kept, absorbed);
                    settle(actor, pair, kept, absorbed);
                    derivation.deriveSchools(schools);
                });
        facts.publishEvent(
                new DuplicateFact.PersonsMerged(
                        pair.schoolId(),
                        actor.account(),
                        actor.person(),
                        pair.id(),
                        kept,
                        absorbed));
    }

    private List<Long> schoolsOf(long kept, long absorbed) {
        return db.sql(
                        """
                        select school_id from affiliation where person_id in (:kept, :absorbed)
                        union select school_id from enrolment where pupil_id in (:kept, :absorbed)
                        """)
                .param("kept", kept)
                .param("absorbed", absorbed)
                .query(Long.class)
                .list();
    }

    /**
     * The pair is decided wherever it was found; other pairs of the absorbed person are looked for
     * anew.
     */
    private void settle(Actor actor, Pairs.Pair pair, long kept, long absorbed) {
        db.sql(
                        """
                        update duplicate_pair set state = 'MERGED', decided_at = :now, decided_by = :person where first_id = :first and second_id = :second
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .param("first", pair.firstId())
                .param("second", pair.secondId())
                .update();
        db.sql(
                        "delete from duplicate_pair where :absorbed in (first_id, second_id) and :kept not in (first_id, second_id)")
                .param("absorbed", absorbed)
                .param("kept", kept)
                .update();
        db.sql("update duplicate_pair set decided_by = :kept where decided_by = :absorbed")
                .param("absorbed", absorbed)
                .param("kept", kept)
                .update();
    }
}
