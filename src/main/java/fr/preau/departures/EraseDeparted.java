package fr.preau.departures;

import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Nobody has to think of it: time-boxed accounts leave, and those whose time has come are erased.
 */
@Component
class EraseDeparted implements RecurringWork {
    private final TimeBoxed timeBoxed;
    private final Erasing erasing;

    EraseDeparted(TimeBoxed timeBoxed, Erasing erasing) {
        this.timeBoxed = timeBoxed;
        this.erasing = erasing;
    }

    @Override
    public String name() {
        return "departures-erasure";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        timeBoxed.departEnded();
        erasing.eraseDue();
    }
}
