package fr.preau.switches;

import fr.preau.web.Fact;
import fr.preau.web.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A service was opened or closed for a profile, in a class or in the whole school. */
sealed interface ServiceFact extends Fact {
    String service();

    Profile profile();

    @Nullable Long schoolClass();

    Instant at();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + school() + " " + subject() + " " + at();
    }

    @Override
    default String subject() {
        var of = service() + " " + profile();
        return schoolClass() == null ? of : of + " class " + schoolClass();
    }

    record ServiceOpened(
            Long school,
            Long account,
            Long person,
            String service,
            Profile profile,
            @Nullable Long schoolClass,
            Instant at)
            implements ServiceFact {}

    record ServiceClosed(
            Long school,
            Long account,
            Long person,
            String service,
            Profile profile,
            @Nullable Long schoolClass,
            Instant at)
            implements ServiceFact {}
}
