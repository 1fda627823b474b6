package fr.preau.liaison;

import fr.preau.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/**
 * The reminder that goes by itself on the eve of a deadline: in the afternoon, when families look.
 */
@Component
class RemindEveryHour implements RecurringWork {
    private static final LocalTime FROM = LocalTime.of(16, 0);
    private static final LocalTime UNTIL = LocalTime.of(20, 0);

    private final Reminders reminders;
    private final Clock clock;

    RemindEveryHour(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "liaison-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(20);
    }

    @Override
    public void run() {
        var time = LocalTime.now(clock);
        if (time.isAfter(FROM) && time.isBefore(UNTIL)) reminders.remindDueTomorrow();
    }
}
