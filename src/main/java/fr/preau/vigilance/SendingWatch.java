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
import org.jspecify.annotations.Nullable;
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

    /** A sending, with the seal of its words when there are enough of them to be compared. */
    private final class Seen implements Look {
        private final Leaving leaving;
        private final Map<Figure, Integer> today;
        private final DeviceTrust.Here here;
        private final byte @Nullable [] words;
        private final String source;
        private final Optional<Reason> reason;

        private Seen(Leaving leaving) {
            this.leaving = leaving;
            today = figures.today();
            here = devices.here(leaving.author().account());
            words = sameText.seal(leaving.text(), today.get(Figure.SAME_TEXT_LENGTH)).orElse(null);
            var seen = walls.as(Wall.JOB, this::look);
            source = seen.source();
            reason = seen.reason();
        }

        private record FromWhere(String source, Optional<Reason> reason) {}

        private FromWhere look() {
            var author = leaving.author();
            traces.wait(author, words);
            var from = traces.source(author, leaving.school());
            var spread = spread(leaving, from, words, today);
            return new FromWhere(from, over(spread));
        }

        private Optional<Reason> over(Spread spread) {
            var author = leaving.author();
            return WatchPolicy.over(
                    new Facts(
                            author.profile() != Profile.PUPIL
                                    && author.profile() != Profile.GUARDIAN,
                            here.proved(),
                            isNew(here, today),
                            leaving.weight(),
                            traces.recent(author, minutes(today, Figure.WINDOW_MINUTES)),
                            spread.sources(),
                            spread.cleared()),
                    today);
        }

        @Override
        public Optional<String> reason() {
            return reason.map(Reason::name);
        }

        @Override
        public void noted(long message) {
            traces.keep(leaving, message, source, words);
            reason.ifPresent(why -> hold(message, why));
        }

        private void hold(long message, Reason why) {
            var author = leaving.author();
            var places = new ArrayList<Long>(List.of(leaving.school()));
            if (why == Reason.SAME_TEXT && words != null)
                places.addAll(
                        walls.as(Wall.JOB, () -> spread(leaving, source, words, today)).places());
            holds.make(
                    leaving,
                    message,
                    deciders.over(places, author.persons()),
                    why,
                    here.device(),
                    why == Reason.SAME_TEXT ? words : null);
            facts.publishEvent(
                    new MessageWaits(
                            leaving.school(),
                            message,
                            why.name(),
                            author.account(),
                            author.person()));
        }
    }

    @Override
    public Look over(Leaving leaving) {
        return new Seen(leaving);
    }

    private boolean isNew(DeviceTrust.Here here, Map<Figure, Integer> today) {
        return here.newSince() != null
                && here.newSince()
                        .plus(Duration.ofHours(today.get(Figure.NEW_DEVICE_HOURS)))
                        .isAfter(clock.instant());
    }

    private Spread spread(
            Leaving leaving, String source, byte @Nullable [] words, Map<Figure, Integer> today) {
        return words == null
                ? Spread.NONE
                : traces.spread(
                        words, source, leaving.school(), minutes(today, Figure.SAME_TEXT_MINUTES));
    }

    private static Duration minutes(Map<Figure, Integer> today, Figure figure) {
        return Duration.ofMinutes(today.get(figure));
    }
}
