package fr.preau.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes the deliveries of both academies, place after place: a place's people are made, told to
 * the full delivery, then changed and told again for each day that follows, and forgotten.
 */
final class Region {
    private final Wanted wanted;
    private final Consumer<String> progress;
    private final Map<Category, Long> written = new EnumMap<>(Category.class);

    Region(Wanted wanted, Consumer<String> progress) {
        this.wanted = wanted;
        this.progress = progress;
    }

    /** Answers how many records the full deliveries hold. */
    Map<Category, Long> write() throws IOException {
        var half = wanted.schools() / 2;
        write(Academy.MONTPELLIER, half);
        write(Academy.TOULOUSE, wanted.schools() - half);
        return written;
    }

    private void write(Academy academy, int schools) throws IOException {
        var folder = Files.createDirectories(wanted.folder().resolve(academy.folder));
        try (var full = new Delivery(folder, academy, "Complet", wanted.day());
                var partials = new Partials(folder, academy)) {
            people(academy, new Territory(academy, schools, wanted.seed()), full, partials.days);
            for (var category : Category.values())
                written.merge(category, (long) full.count(category), Long::sum);
        }
    }

    private void people(
            Academy academy, Territory territory, Delivery full, List<Delivery> partials) {
        structures(territory, full);
        for (var partial : partials) structures(territory, partial);
        var numbers = Numbers.of(academy);
        var later = Numbers.later(academy);
        Population neighbour = null;
        for (var place : territory.places) {
            var draw = new Draw(wanted.seed(), academy.ordinal(), 2, place.rank());
            var people = new Population(place, numbers, draw, wanted.day());
            tell(people, full);
            if (wanted.faults() && place.rank() == 0) new Faults(full).plant(people);
            for (var i = 0; i < partials.size(); i++) {
                var days = new Draw(wanted.seed(), academy.ordinal(), 3 + i, place.rank());
                var day = wanted.day().plusDays(i + 1);
                var beside = neighbour == null ? people : neighbour;
                new Evening(days, later, day, partials.get(i), people, beside).pass();
                if (wanted.faults() && place.rank() == 0)
                    new Faults(partials.get(i)).plantPartial(people);
            }
            neighbour = people;
            told(academy, place.rank() + 1, territory.places.size());
        }
    }

    private static void structures(Territory territory, Delivery delivery) {
        for (var service : territory.services)
            delivery.add(Category.STRUCTURE, service.id(), service::describe);
        for (var place : territory.places)
            for (var school : place.schools())
                delivery.add(Category.STRUCTURE, school.id(), school.structure()::describe);
    }

    private static void tell(Population people, Delivery full) {
        for (var agent : people.staff) full.add(Category.STAFF, agent.id, agent::describe);
        for (var family : people.families) {
            for (var child : family.children) full.add(Category.PUPIL, child.id, child::describe);
            for (var guardian : family.guardians)
                full.add(Category.GUARDIAN, guardian.id, guardian::describe);
        }
    }

    private void told(Academy academy, int done, int all) {
        if (done % 200 == 0 || done == all)
            progress.accept(academy.folder + " : " + done * 100 / all + " %");
    }

    /** The partial deliveries of the days that follow, written at the same time. */
    private final class Partials implements AutoCloseable {
        final List<Delivery> days = new ArrayList<>();

        Partials(java.nio.file.Path folder, Academy academy) {
            for (var i = 1; i <= wanted.partials(); i++)
                days.add(new Delivery(folder, academy, "Delta", wanted.day().plusDays(i)));
        }

        @Override
        public void close() {
            for (var day : days) day.close();
        }
    }
}
