package fr.preau.vigilance;

import fr.preau.access.DeviceTrust;
import fr.preau.messages.Watch;
import fr.preau.vigilance.Figures.Figure;
import fr.preau.vigilance.WatchPolicy.Facts;
import fr.preau.vigilance.WatchPolicy.Reason;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at each sending: from where, to how many, and whether others have just sent the same. */
@Component
class SendingWatch implements Watch {
    private final DeviceTrust devices;
    private final SameText sameText;
    private final Traces traces;
    private final Deciders deciders;
    private final Holds holds;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SendingWatch(
            DeviceTrust devices,
            SameText sameText,
            Traces traces,
            Deciders deciders,
            Holds holds,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.devices = devices;
        this.sameText = sameText;
        this.traces = traces;
        this.deciders = deciders;
        this.holds = holds;
        this.facts = facts;
        this.clock = clock;
    }

    /** A sending, with the seal of its words when there are enough of them to be compared. */
    private final class Seen implements Look {
        private final Leaving leaving;
        private final Traces.Seen seen;
        private final byte @Nullable [] words;
        private final Optional<Reason> reason;

        private Seen(Leaving leaving) {
            this.leaving = leaving;
            var sealed = sameText.seal(leaving.text());
            seen = traces.seen(leaving.author(), leaving.school(), sealed, devices.here());
            words =
                    sealed.letters() < seen.figures().get(Figure.SAME_TEXT_LENGTH)
                            ? null
                            : sealed.hash();
            reason = over();
        }

        private Optional<Reason> over() {
            var author = leaving.author();
            return WatchPolicy.over(
                    new Facts(
                            author.profile() != Profile.PUPIL
                                    && author.profile() != Profile.GUARDIAN,
                            seen.here().proved(),
                            isNew(),
                            leaving.weight(),
                            seen.recent(),
                            seen.spread().sources(),
                            seen.spread().cleared()),
                    seen.figures());
        }

        private boolean isNew() {
            var hours = seen.figures().get(Figure.NEW_DEVICE_HOURS);
            var since = seen.here().newSince();
            return since != null && since.plus(Duration.ofHours(hours)).isAfter(clock.instant());
        }

        @Override
        public Optional<String> reason() {
            return reason.map(Reason::name);
        }

        @Override
        public void noted(long message) {
            traces.keep(leaving, message, seen.source(), words);
            reason.ifPresent(why -> hold(message, why));
        }

        private void hold(long message, Reason why) {
            var author = leaving.author();
            var places = new ArrayList<Long>(List.of(leaving.school()));
            if (why == Reason.SAME_TEXT) places.addAll(seen.spread().places());
            holds.make(
                    leaving,
                    message,
                    deciders.over(places, author.persons()),
                    why,
                    seen.here().device(),
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
}
