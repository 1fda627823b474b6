package fr.preau.connectors;

import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sessions that ended by themselves: nobody did anything, so somebody must look. */
@Component
class LateSignOuts implements RecurringWork {
    private final Visits visits;

    LateSignOuts(Visits visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return "connector-late-sign-outs";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        visits.tellAll();
    }
}
