package fr.preau.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Everybody of one place on the first day: its classes, who teaches, and its families. */
final class Population {
    final Place place;
    final List<Classroom> classrooms = new ArrayList<>();
    final List<Agent> staff;
    final List<Family> families = new ArrayList<>();
    private final LocalDate start;
    private final Draw draw;
    private final Numbers numbers;

    /** A place in a class, before the pupil who takes it is known. */
    private record Seat(Classroom classroom, Level level) {}

    Population(Place place, Numbers numbers, Draw draw, LocalDate start) {
        this.place = place;
        this.numbers = numbers;
        this.draw = draw;
        this.start = start;
        var staffing = new Staffing(numbers, draw);
        var seats = new ArrayList<Seat>();
        for (var school : place.schools()) open(school, staffing.of(school), seats);
        staffing.replacements(place);
        this.staff = staffing.agents;
        draw.shuffle(seats);
        for (var next = 0; next < seats.size(); ) next = family(seats, next);
        if (draw.chance(12)) group();
    }

    private void open(School school, List<Agent> teachers, List<Seat> seats) {
        var plan = ClassPlan.of(school, draw);
        var letters = new HashMap<List<Level>, Character>();
        for (var i = 0; i < plan.size(); i++) {
            var levels = plan.get(i);
            var alone = plan.stream().filter(levels::equals).count() == 1;
            var letter = letters.merge(levels, 'A', (a, b) -> (char) (a + 1));
            var label = ClassPlan.label(levels, alone ? 0 : letter, teachers.get(i), draw);
            var classroom = new Classroom(numbers.classroom(), school, levels, label);
            classrooms.add(classroom);
            for (var s = draw.between(school.smallest(), school.largest()); s > 0; s--)
                seats.add(new Seat(classroom, draw.one(levels)));
        }
    }

    /** Siblings take the next seats, in whichever schools of the place these are. */
    private int family(List<Seat> seats, int next) {
        var family = new Family(numbers, draw, place.commune(), namesake());
        var size = draw.chance(85.5) ? 1 : draw.chance(88) ? 2 : 3;
        var end = Math.min(seats.size(), next + size);
        for (var i = next; i < end; i++)
            family.child(seats.get(i).classroom(), seats.get(i).level(), start);
        families.add(family);
        return end;
    }

    private Optional<Identity> namesake() {
        if (families.isEmpty() || !draw.chance(0.3)) return Optional.empty();
        return Optional.of(families.getLast().children.getFirst().identity);
    }

    private void group() {
        var school = draw.one(place.schools());
        var label = draw.one(List.of("CHORALE", "SOUTIEN LECTURE", "UPE2A", "OCCITAN"));
        var group = new Classroom(numbers.group(), school, List.of(), label);
        for (var family : families)
            for (var child : family.children)
                if (child.classroom.school() == school && draw.chance(20)) child.group = group;
    }

    /** Another class for this level, if the place has one. */
    Optional<Classroom> classFor(Level level, Classroom not) {
        return classrooms.stream()
                .filter(one -> one != not && one.levels().contains(level))
                .findFirst();
    }
}
