package fr.preau.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers the chrome in the actor's own transaction, so that no handler has to. */
@Component
class Chromes {
    private final List<Chrome.Entries> entries;
    private final List<Chrome.Bell> bells;
    private final Openings openings;
    private final List<Course> courses;

    Chromes(
            ObjectProvider<Chrome.Entries> entries,
            ObjectProvider<Chrome.Bell> bells,
            Openings openings,
            ObjectProvider<Course> courses) {
        this.entries = entries.stream().toList();
        this.bells = bells.stream().toList();
        this.openings = openings;
        this.courses = courses.stream().toList();
    }

    Chrome of(Actor actor) {
        var banners = courses.stream().flatMap(c -> c.banners(actor).stream()).toList();
        if (courses.stream().anyMatch(c -> c.isClosed(actor)))
            return new Chrome(List.of(), 0, Set.of("/notifications"), banners, false);
        var closed = openings.closedPaths(actor);
        return new Chrome(
                entries.stream()
                        .flatMap(e -> e.of(actor).stream())
                        .filter(e -> closed.stream().noneMatch(c -> Service.isWithin(c, e.path())))
                        .sorted(Comparator.comparing(Chrome.Entry::order))
                        .toList(),
                bells.stream().mapToInt(b -> b.unread(actor)).sum(),
                closed,
                banners,
                courses.stream().allMatch(c -> c.isOpen(actor)));
    }
}
