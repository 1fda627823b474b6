package fr.preau.notifications;

import fr.preau.calendar.Calendar;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A pupil has news at school, in the hours of its calendar, and nowhere else. */
@Component
class SchoolTime {
    private final Calendar calendar;
    private final Clock clock;

    SchoolTime(Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Empty while there are news: for adults always. */
    Optional<NotificationsPage.Closed> closedFor(Actor actor) {
        if (actor.profile().isAdult()) return Optional.empty();
        var now = clock.instant();
        var schools = calendar.of(actor.structures()).values();
        if (schools.stream().anyMatch(school -> school.isOpenAt(now))) return Optional.empty();
        return Optional.of(
                new NotificationsPage.Closed(
                        schools.stream()
                                .map(school -> school.opensAfter(now))
                                .flatMap(Optional::stream)
                                .min(Instant::compareTo)
                                .orElse(null)));
    }
}
