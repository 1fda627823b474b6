package fr.preau.continuity;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Dates;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the home of who directs a school, and of those who answer for its convention at the town. */
@Component
class ContinuityNotices implements Notices {
    private final Covers covers;
    private final Standings standings;
    private final Clock clock;

    ContinuityNotices(Covers covers, Standings standings, Clock clock) {
        this.covers = covers;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (actor.profile() == Profile.TEACHER) return ofDirector(actor).toList();
        if (actor.profile() != Profile.TOWN || !ContinuityPolicy.sees(actor)) return List.of();
        return ofTown();
    }

    private Stream<Notice> ofDirector(Actor actor) {
        return standings.of(actor).stream()
                .filter(one -> actor.directs(one.school()) && one.phase() == Phase.WARNED)
                .map(one ->
                        notice(
                                t(
                                        "continuity.notice.director",
                                        one.name(),
                                        day(one.endsOn()),
                                        day(one.readingOn())),
                                SchoolCourse.HERE));
    }

    private List<Notice> ofTown() {
        var today = LocalDate.now(clock);
        var all = covers.all(today);
        if (all.isEmpty()) return List.of();
        var rules = standings.rules(today);
        var warned =
                all.stream()
                        .map(cover -> ContinuityPolicy.standing(cover, rules, today))
                        .filter(one -> one.phase() != Phase.OPEN)
                        .count();
        return warned == 0
                ? List.of()
                : List.of(notice(count("continuity.notice.town", warned), "/continuity"));
    }

    private static Notice notice(String text, String path) {
        return new Notice("town", "clock", "calendar", text, path, t("continuity.notice.see"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Dates.onPaper(day);
    }
}
