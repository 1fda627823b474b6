package fr.preau.generator;

import java.util.ArrayList;
import java.util.List;

/** Who works in the schools of one place. */
final class Staffing {
    private static final List<String> OTHERS =
            List.of(
                    "G0145$OPTION D",
                    "G0135$OPTION E",
                    "G0176$ULIS ECOLE",
                    "G0163$ACCUEIL PRIMO ARRIVANTS");

    private final Numbers numbers;
    private final Draw draw;
    final List<Agent> agents = new ArrayList<>();

    Staffing(Numbers numbers, Draw draw) {
        this.numbers = numbers;
        this.draw = draw;
    }

    /** The teachers of a school's classes, in their order; the head comes first and teaches too. */
    List<Agent> of(School school) {
        var teachers = new ArrayList<Agent>();
        for (var i = 0; i < school.classes(); i++) teachers.add(hired(school, i == 0));
        // Part-timers, then those who go from class to class, then replacements.
        for (var i = 0; i < school.classes(); i++) if (draw.chance(36)) hired(school, false);
        if (draw.chance(45)) agents.add(new Agent(numbers, draw).teaches(school, draw.one(OTHERS)));
        if (draw.chance(4)) agents.add(new Agent(numbers, draw).teaches(school, Agent.DIRECTION));
        return teachers;
    }

    void replacements(Place place) {
        for (var school : place.schools()) {
            if (draw.chance(20)) continue;
            var agent = new Agent(numbers, draw).replacesIn(school);
            if (place.schools().size() > 1 && draw.chance(30))
                agent.replacesIn(place.schools().getFirst());
            agents.add(agent);
        }
    }

    private Agent hired(School school, boolean head) {
        var agent = new Agent(numbers, draw).teaches(school, head ? Agent.DIRECTION : Agent.NONE);
        // A few heads are only known by their speciality.
        if (head && !draw.chance(5)) agent.directs(school);
        agents.add(agent);
        return agent;
    }
}
