package fr.preau.vigilance;

import fr.preau.access.DeviceTrust;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.Watch;
import fr.preau.vigilance.Figures.Figure;
import fr.preau.vigilance.Traces.Spread;
import fr.preau.vigilance.WatchPolicy.Facts;
import fr.preau.vigilance.WatchPolicy.Reason;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at each sending: from where, to how many, and whether others have just sent the same. */
@Component
class SendingWatch implements Watch {
    private final Figures figures;
    private final DeviceTrust devices;
    private final SameText sameText;
    private final Traces traces;
    private final Deciders deciders;
    private final Holds holds;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SendingWatch(
            Figures figures,
            DeviceTrust devices,
            SameText sameText,
            Traces traces,
            Deciders deciders,
            Holds holds,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.figures = figures;
        this.devices = devices;
        this.sameText = sameText;
        this.traces = traces;
        this.deciders = deciders;
        this.holds = holds;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Optional<String> over(Leaving leaving) {
        var today = figures.today();
        var author = leaving.author();
        var here = devices.here(author.account());
        var words = sameText.seal(leaving.text(), today.get(Figure.SAME_TEXT_LENGTH)).orElse(null);
        return walls.as(
                Wall.JOB,
                () -> {
                    traces.wait(author, words);
                    var spread = spread(leaving, words, today);
                    return WatchPolicy.over(
                                    new Facts(
                                            author.profile() != Profile.PUPIL
                                                    && author.profile() != Profile.GUARDIAN,
                                            here.proved(),
                                            isNew(here, today),
                                            leaving.weight(),
                                            traces.recent(
                                                    author, minutes(today, Figure.WINDOW_MINUTES)),
                                            spread.sources(),
                                            spread.cleared()),
                                    today)
                            .map(Reason::name);
                });
    }

    private boolean isNew(DeviceTrust.Here here, Map<Figure, Integer> today) {
        return here.newSince() != null
                && here.newSince()
                        .plus(Duration.ofHours(today.get(Figure.NEW_DEVICE_HOURS)))
                        .isAfter(clock.instant());
    }

    private Spread spread(
            Leaving leaving,
            byte @org.jspecify.annotations.Nullable [] words,
            Map<Figure, Integer> today) {
        return words == null
                ? Spread.NONE
                : traces.spread(
                        words,
                        traces.source(leaving.author(), leaving.school()),
                        leaving.school(),
                        minutes(today, Figure.SAME_TEXT_MINUTES));
    }

    private static Duration minutes(Map<Figure, Integer> today, Figure figure) {
        return Duration.ofMinutes(today.get(figure));
    }

    @Override
    public void noted(Leaving leaving, long message, Optional<String> reason) {
        var today = figures.today();
        var author = leaving.author();
        var words = sameText.seal(leaving.text(), today.get(Figure.SAME_TEXT_LENGTH)).orElse(null);
        walls.as(Wall.JOB, () -> traces.keep(leaving, message, words));
        if (reason.isEmpty()) return;
        var why = Reason.valueOf(reason.get());
        var places = new ArrayList<Long>(List.of(leaving.school()));
        if (why == Reason.SAME_TEXT && words != null)
            places.addAll(walls.as(Wall.JOB, () -> spread(leaving, words, today)).places());
        holds.make(
                leaving,
                message,
                deciders.over(places, author.persons()),
                why,
                devices.here(author.account()).device(),
                why == Reason.SAME_TEXT ? words : null);
        facts.publishEvent(
                new MessageWaits(
                        leaving.school(), message, why.name(), author.account(), author.person()));
    }
}
