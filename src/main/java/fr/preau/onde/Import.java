package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.directory.Newcomers;
import fr.preau.web.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does what the plan says, all of it or nothing, in the transaction of the request. */
@Component
class Import {
    private final Uploads uploads;
    private final PeopleWriting people;
    private final PlacesWriting places;
    private final Derivation derivation;
    private final ObjectProvider<Newcomers> newcomers;
    private final Walls walls;
    private final ApplicationEventPublisher facts;

    Import(
            Uploads uploads,
            PeopleWriting people,
            PlacesWriting places,
            Derivation derivation,
            ObjectProvider<Newcomers> newcomers,
            Walls walls,
            ApplicationEventPublisher facts) {
        this.uploads = uploads;
        this.people = people;
        this.places = places;
        this.derivation = derivation;
        this.newcomers = newcomers;
        this.walls = walls;
        this.facts = facts;
    }

    /** False when the import had already been settled: then nothing is done. */
    boolean carryOut(Actor actor, Upload upload, Plan plan) {
        var done =
                walls.as(
                        Wall.DIRECTORY,
                        () -> {
                            if (!uploads.settle(
                                    upload.school(),
                                    upload.id(),
                                    "COMMITTED",
                                    Json.of(counts(plan)))) return false;
                            write(upload, plan);
                            return true;
                        });
        if (done) facts.publishEvent(fact(actor, upload, plan));
        return done;
    }

    private void write(Upload upload, Plan plan) {
        var numbers = people.write(upload, plan);
        var classes = places.classes(upload, plan);
        places.enrol(upload, plan, numbers);
        places.seat(upload, plan, numbers, classes);
        places.tie(upload, plan, numbers);
        people.comeBack(upload, plan);
        people.leave(upload, plan);
        people.remember(upload, plan, numbers);
        derivation.deriveSchools(List.of(upload.school()));
        newcomers.forEach(work -> work.arrived(numbers.values()));
    }

    /** Kind and action → how many: all that stays of the plan. */
    static Map<String, Long> counts(Plan plan) {
        var counts = new LinkedHashMap<String, Long>();
        for (var kind : List.of(Line.PUPIL, Line.GUARDIAN))
            for (var action : Action.values())
                counts.put(kind + "." + action, plan.count(kind, action));
        return counts;
    }

    private static OndeFact fact(Actor actor, Upload upload, Plan plan) {
        return new OndeFact.OndeImported(
                upload.school(),
                actor.account(),
                actor.person(),
                upload.id(),
                total(plan, Action.CREATED),
                total(plan, Action.CHANGED),
                total(plan, Action.REMOVED));
    }

    private static long total(Plan plan, Action action) {
        return plan.count(Line.PUPIL, action) + plan.count(Line.GUARDIAN, action);
    }
}
